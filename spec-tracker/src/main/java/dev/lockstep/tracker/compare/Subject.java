package dev.lockstep.tracker.compare;

import java.util.Locale;

/** What a finding is about: a thing inside an operation, or inside the document as a whole.
 *
 * @param operation {@code METHOD /path} as the newer document spells it, or ""
 * @param key the operation without the names of its path parameters, for fingerprints
 * @param area of the rules: "parameter", "body", "header", or "" where they know none
 * @param label how messages name it: "query parameter `limit`"
 */
record Subject(String operation, String key, String area, String label, Direction direction) {

    Subject of(String area, String label, Direction direction) {
        return new Subject(operation, key, area, label, direction);
    }

    /** How messages name a place inside it. */
    String where(String path) {
        if (path.isEmpty()) {
            return label;
        }
        String shown = path.startsWith(".") ? path.substring(1) : path;
        return (path.contains(".") ? "property " : "part ") + Wording.code(shown) + " of " + label;
    }

    static String sentence(String text) {
        return text.isEmpty() || text.startsWith("`")
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
