package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;

/** One format of a report. The same input gives the same text, which ends with a newline. */
public interface Renderer {
    /** One comparison, as {@code diff} prints it. */
    String comparison(Comparison comparison);

    /** A check over vendors, as {@code check} and {@code update} print it. */
    String check(CheckReport report);
}
