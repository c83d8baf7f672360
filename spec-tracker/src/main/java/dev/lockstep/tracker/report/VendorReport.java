package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.evidence.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One vendor's part of a check.
 *
 * @param comparison null where nothing was compared
 * @param oldVersion the client's version in the lock, "" if unknown
 * @param newVersion the version that the change asks for, the same where it asks for none
 * @param notes what a person should know, one sentence each: what was normalised, which client was compiled, …
 * @param errors why it could not be done, one sentence each
 * @param surface what changed in the client's surface, as {@link SurfaceChange#lines}
 * @param history what the vendor changed so far
 * @param evidence what came of letting the locked client meet the change
 */
public record VendorReport(
        String vendor,
        VendorStatus status,
        @Nullable Comparison comparison,
        String oldVersion,
        String newVersion,
        List<String> notes,
        List<String> errors,
        List<String> surface,
        History history,
        Evidence evidence) {

    public VendorReport {
        notes = List.copyOf(notes);
        errors = List.copyOf(errors);
        surface = List.copyOf(surface);
    }

    /** A report without surface and history. */
    public VendorReport(
            String vendor,
            VendorStatus status,
            @Nullable Comparison comparison,
            String oldVersion,
            String newVersion,
            List<String> notes,
            List<String> errors) {
        this(vendor, status, comparison, oldVersion, newVersion, notes, errors, List.of(), History.NONE, Evidence.NONE);
    }

    /** The same with what changed in the client's surface, and what the vendor changed so far. */
    public VendorReport with(List<String> surfaceLines, History past) {
        return new VendorReport(
                vendor, status, comparison, oldVersion, newVersion, notes, errors, surfaceLines, past, evidence);
    }

    /** The same with what came of trying the change out. */
    public VendorReport with(Evidence tried) {
        return new VendorReport(
                vendor, status, comparison, oldVersion, newVersion, notes, errors, surface, history, tried);
    }
}
