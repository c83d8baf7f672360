package dev.lockstep.tracker.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change, judged.
 *
 * @param id the rule's, as in docs/rules.md
 * @param fingerprint 12 hex digits: the same change gets the same ones in every run, wherever its files lie
 * @param operation {@code METHOD /path} as the newer document spells it, or "" for the document as a whole
 * @param before the old value as compact text, null where there was none
 * @param after the new value as compact text, null where there is none
 * @param message one sentence that names what changed
 * @param action what to do about it
 * @param accept whether this change is never taken over without {@code --accept}: hosts and security
 * @param symbols the generated Java symbols that it touches, sorted; empty where none does
 */
public record Finding(
        String id,
        String fingerprint,
        Wire wire,
        JavaImpact java,
        String operation,
        Place at,
        @Nullable String before,
        @Nullable String after,
        String message,
        String action,
        boolean accept,
        List<String> symbols) {

    public Finding {
        symbols = List.copyOf(symbols);
    }

    /** Whether it breaks on the wire or in Java. */
    public boolean breaking() {
        return wire == Wire.BREAKING || java == JavaImpact.BREAKING;
    }
}
