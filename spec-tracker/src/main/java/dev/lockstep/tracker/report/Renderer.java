package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.evidence.Evidence;

/** One format of a report. The same input gives the same text, which ends with a newline. */
public interface Renderer {
    /** One comparison, as {@code diff} prints it. */
    default String comparison(Comparison comparison) {
        return comparison(comparison, Evidence.NONE);
    }

    /**
     * One comparison and what came of trying it out.
     *
     * @param evidence {@link Evidence#NONE} where nothing was tried; a format for other machines may leave it out
     */
    String comparison(Comparison comparison, Evidence evidence);

    /** A check over vendors, as {@code check} and {@code update} print it. */
    String check(CheckReport report);
}
