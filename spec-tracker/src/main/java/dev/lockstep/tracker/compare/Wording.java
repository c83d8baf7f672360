package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How values appear in findings. */
final class Wording {
    private static final int LONGEST = 160;
    private static final int MOST_VALUES = 12;

    private Wording() {}

    /** A value on one line: a scalar without quotes, anything else as JSON, cut where it is long. */
    static String compact(JsonNode value) {
        return shorten(value.isValueNode() ? value.asText() : value.toString());
    }

    /** A vendor's name as messages set it apart from their own words. */
    static String code(String name) {
        return "`" + shorten(name).replace('`', '\'') + "`";
    }

    static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** Values one after another, the first dozen. */
    static String list(Collection<String> values) {
        List<String> shown = values.stream().limit(MOST_VALUES).toList();
        String text = String.join(", ", shown);
        return shorten(values.size() > MOST_VALUES ? text + " and " + (values.size() - MOST_VALUES) + " more" : text);
    }

    /** "added", "removed" or "changed". */
    static String change(@Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return "added";
        }
        return after == null ? "removed" : "changed";
    }

    /** Whether two values are the same to a client: 1 and 1.0 are. */
    static boolean sameValue(JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber()) {
            return before.decimalValue().compareTo(after.decimalValue()) == 0;
        }
        return before.equals(after);
    }
}
