package dev.lockstep.tracker.compare;

import java.util.List;
import java.util.Map;
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
 * @param subject what of the operation it is about, as messages name it: {@code query parameter `limit`}; "" for none of its parts
 * @param path where inside the subject: {@code .items[].name}, "" for the whole
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
        List<String> symbols,
        String subject,
        String path) {

    public Finding {
        symbols = List.copyOf(symbols);
    }

    /**
     * One that no two places of the documents show, judged by the rule of its kind.
     *
     * @param kind id of a rule of the direction "any"
     * @param operation {@code METHOD /path}, or "" for the document as a whole
     * @param name what the message names, with its backticks; "" where it names nothing
     * @param after what was found, null where the kind says all
     */
    public static Finding of(
            String kind, String operation, Place at, String name, @Nullable String after, List<String> symbols) {
        Rule rule = RuleTable.standard().find(Direction.ANY, "", kind);
        String text = after == null ? "" : Wording.shorten(after);
        String where = operation.isEmpty() ? "the whole API" : "operation " + Wording.code(operation);
        return new Finding(
                rule.id(),
                after == null
                        ? Findings.fingerprint(rule.id(), operation, name)
                        : Findings.fingerprint(rule.id(), operation, name, after),
                rule.wire(),
                rule.java(),
                operation,
                at,
                null,
                after == null ? null : text,
                rule.message(Map.of("where", where, "name", name, "after", text)),
                rule.action(),
                rule.accept(),
                symbols,
                "",
                "");
    }

    /** The same at another place. */
    public Finding at(Place place) {
        return with(java, place, symbols);
    }

    /** The same with what becomes of the client's symbols. */
    Finding with(JavaImpact impact, List<String> touched) {
        return with(impact, at, touched);
    }

    private Finding with(JavaImpact impact, Place place, List<String> touched) {
        return new Finding(
                id,
                fingerprint,
                wire,
                impact,
                operation,
                place,
                before,
                after,
                message,
                action,
                accept,
                touched,
                subject,
                path);
    }

    /** Whether it breaks on the wire or in Java. */
    public boolean breaking() {
        return wire == Wire.BREAKING || java == JavaImpact.BREAKING;
    }
}
