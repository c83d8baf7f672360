package dev.lockstep.tracker.compare;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares the types and formats of a pair. */
final class TypeComparison {
    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean");
    /** Each format takes every value of those before it in its row. */
    private static final String[][] WIDENING = {{"int32", "int64"}, {"float", "double"}};

    private TypeComparison() {}

    /** Adds the differences; returns whether the parts are still worth comparing. */
    static boolean compare(SchemaPair pair) {
        SortedSet<String> before = pair.before.types;
        SortedSet<String> after = pair.after.types;
        boolean wider = fits(before, after);
        boolean narrower = fits(after, before);
        String kind = "";
        if (!wider || !narrower) {
            kind = wider ? "type-widened" : narrower ? "type-narrowed" : "type-changed";
        }
        String formatKind = formats(pair, wider && !narrower, narrower && !wider);
        if (!kind.isEmpty()) {
            if (formatKind.endsWith("changed") || opposite(kind, formatKind)) {
                kind = "type-changed";
            }
            pair.add(kind, "type", true, "", named(pair.before), named(pair.after));
        } else if (!formatKind.isEmpty()) {
            boolean present = pair.after.keywords.containsKey("format");
            String was = orNone(pair.before.text("format"));
            pair.add(formatKind, "format", present, "", was, orNone(pair.after.text("format")));
        }
        SortedSet<String> shared = new TreeSet<>(before);
        shared.retainAll(after);
        return kind.isEmpty() || !shared.isEmpty() || before.isEmpty() || after.isEmpty();
    }

    private static boolean opposite(String kind, String format) {
        return (kind.equals("type-widened") && format.equals("format-narrowed"))
                || (kind.equals("type-narrowed") && format.equals("format-widened"));
    }

    /** Whether every value of the first types is one of the second. */
    static boolean fits(Set<String> types, Set<String> into) {
        if (into.isEmpty()) {
            return true;
        }
        if (types.isEmpty()) {
            return false;
        }
        for (String type : types) {
            if (!into.contains(type) && !(type.equals("integer") && into.contains("number"))) {
                return false;
            }
        }
        return true;
    }

    private static String formats(SchemaPair pair, boolean typeWidened, boolean typeNarrowed) {
        String before = formatOf(pair.before);
        String after = formatOf(pair.after);
        if (before.equals(after)) {
            return "";
        }
        if (after.isEmpty()) {
            return "format-widened";
        }
        if (before.isEmpty()) {
            return "format-narrowed";
        }
        for (String[] row : WIDENING) {
            if (row[0].equals(before) && row[1].equals(after)) {
                return "format-widened";
            }
            if (row[1].equals(before) && row[0].equals(after)) {
                return "format-narrowed";
            }
        }
        boolean numeric = isNumeric(before) && isNumeric(after);
        if (numeric && (typeWidened || typeNarrowed)) {
            return typeWidened ? "format-widened" : "format-narrowed";
        }
        return "format-changed";
    }

    /** "password" only asks for hidden input (OpenAPI 3.0.3, data types): it limits no value. */
    private static String formatOf(Schema schema) {
        String format = schema.text("format");
        return format.equals("password") ? "" : format;
    }

    private static boolean isNumeric(String format) {
        return Set.of("int32", "int64", "float", "double").contains(format);
    }

    private static String orNone(String format) {
        return format.isEmpty() ? "none" : format;
    }

    /** "a string (date-time)", "an integer or null", "anything". */
    static String named(Schema schema) {
        if (schema.types.isEmpty()) {
            return schema.isUnion() ? "one of several shapes" : "anything";
        }
        StringBuilder text = new StringBuilder();
        for (String type : schema.types) {
            text.append(text.isEmpty() ? "" : " or ").append(type);
        }
        if (!schema.text("format").isEmpty()) {
            text.append(" (").append(schema.text("format")).append(')');
        }
        return text.toString();
    }

    /** Whether the types are written as one piece of text in a URL or header. */
    static boolean isScalar(Set<String> types) {
        return !types.isEmpty() && SCALARS.containsAll(types);
    }
}
