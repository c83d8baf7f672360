package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.lockstep.openapi.Node;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what limits a value within its type. */
final class ConstraintComparison {
    private static final Set<String> KNOWN = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "minContains",
            "maxContains",
            "multipleOf",
            "uniqueItems",
            "pattern",
            "format",
            "dependentRequired");
    private static final Set<String> ANY_TEXT = Set.of("", ".*", "^.*$", "^.*", ".*$", "[\\s\\S]*", "^[\\s\\S]*$");

    private ConstraintComparison() {}

    static boolean knows(String keyword) {
        return KNOWN.contains(keyword);
    }

    static void compare(SchemaPair pair) {
        limit(pair, "min", "minimum", "exclusiveMinimum", true);
        limit(pair, "max", "maximum", "exclusiveMaximum", false);
        count(pair, "min-length", "minLength", true);
        count(pair, "max-length", "maxLength", false);
        count(pair, "min-items", "minItems", true);
        count(pair, "max-items", "maxItems", false);
        count(pair, "min-properties", "minProperties", true);
        count(pair, "max-properties", "maxProperties", false);
        count(pair, "min-contains", "minContains", true);
        count(pair, "max-contains", "maxContains", false);
        multiple(pair);
        unique(pair);
        pattern(pair);
    }

    private static void limit(SchemaPair pair, String kind, String inclusive, String exclusive, boolean lower) {
        Bound before = Bound.of(pair.before, inclusive, exclusive, lower);
        Bound after = Bound.of(pair.after, inclusive, exclusive, lower);
        if (before == null && after == null) {
            return;
        }
        int order;
        if (before == null) {
            order = 1;
        } else if (after == null) {
            order = -1;
        } else {
            order = after.strictness(before, lower);
        }
        if (order != 0) {
            Node oldPlace = before == null ? pair.before.first() : before.at;
            Node newPlace = after == null ? pair.after.first() : after.at;
            String text = lower ? "at least " : "at most ";
            pair.deltas.add(new SchemaDelta(
                    kind + (order > 0 ? "-tightened" : "-relaxed"),
                    "",
                    "",
                    oldPlace,
                    newPlace,
                    after != null,
                    "",
                    before == null ? "unlimited" : before.text(text, lower),
                    after == null ? "unlimited" : after.text(text, lower)));
        }
    }

    private static void count(SchemaPair pair, String kind, String keyword, boolean lower) {
        BigDecimal before = number(pair.before, keyword);
        BigDecimal after = number(pair.after, keyword);
        BigDecimal none = !lower ? null : keyword.equals("minContains") ? BigDecimal.ONE : BigDecimal.ZERO;
        BigDecimal was = before == null ? none : before;
        BigDecimal now = after == null ? none : after;
        int order;
        if (was == null || now == null) {
            order = was == null ? (now == null ? 0 : 1) : -1;
        } else {
            order = lower ? now.compareTo(was) : was.compareTo(now);
        }
        if (order != 0) {
            numbers(pair, kind + (order > 0 ? "-tightened" : "-relaxed"), keyword, after != null, was, now);
        }
    }

    private static void multiple(SchemaPair pair) {
        BigDecimal before = number(pair.before, "multipleOf");
        BigDecimal after = number(pair.after, "multipleOf");
        if (before == null && after == null) {
            return;
        }
        if (before != null && after != null && before.compareTo(after) == 0) {
            return;
        }
        boolean relaxed = after == null || (before != null && after.signum() != 0 && divides(after, before));
        String kind = relaxed ? "multiple-of-relaxed" : "multiple-of-tightened";
        numbers(pair, kind, "multipleOf", after != null, before, after);
    }

    private static void numbers(
            SchemaPair pair,
            String kind,
            String keyword,
            boolean present,
            @Nullable BigDecimal was,
            @Nullable BigDecimal now) {
        String before = was == null ? "any number" : was.toPlainString();
        pair.add(kind, keyword, present, "", before, now == null ? "any number" : now.toPlainString());
    }

    private static boolean divides(BigDecimal divisor, BigDecimal value) {
        return value.remainder(divisor).signum() == 0;
    }

    private static void unique(SchemaPair pair) {
        boolean before = pair.before.flag("uniqueItems");
        boolean after = pair.after.flag("uniqueItems");
        if (before != after) {
            String kind = after ? "unique-items-tightened" : "unique-items-relaxed";
            pair.add(kind, "uniqueItems", true, "", String.valueOf(before), String.valueOf(after));
        }
    }

    private static void pattern(SchemaPair pair) {
        String before = freed(pair.before.text("pattern"));
        String after = freed(pair.after.text("pattern"));
        if (!before.equals(after)) {
            String kind = "pattern-" + Wording.change(before.isEmpty() ? null : before, after.isEmpty() ? null : after);
            boolean present = pair.after.keywords.containsKey("pattern");
            pair.add(kind, "pattern", present, "", Wording.shorten(before), Wording.shorten(after));
        }
    }

    private static String freed(String pattern) {
        return ANY_TEXT.contains(pattern) ? "" : pattern;
    }

    private static @Nullable BigDecimal number(Schema schema, String keyword) {
        Node node = schema.keywords.get(keyword);
        JsonNode value = node == null ? NullNode.getInstance() : node.value();
        return value.isNumber() ? value.decimalValue() : null;
    }

    /** A limit of a number, and whether the limit itself is refused. */
    private record Bound(BigDecimal value, boolean exclusive, Node at) {
        static @Nullable Bound of(Schema schema, String inclusive, String exclusive, boolean lower) {
            BigDecimal open = number(schema, exclusive);
            BigDecimal closed = number(schema, inclusive);
            if (open == null) {
                return closed == null ? null : new Bound(closed, false, schema.place(inclusive));
            }
            Bound strict = new Bound(open, true, schema.place(exclusive));
            if (closed == null) {
                return strict;
            }
            Bound loose = new Bound(closed, false, schema.place(inclusive));
            return loose.strictness(strict, lower) > 0 ? loose : strict;
        }

        /** Above 0 where this one lets less through. */
        int strictness(Bound other, boolean lower) {
            int order = lower ? value.compareTo(other.value) : other.value.compareTo(value);
            return order != 0 ? order : Boolean.compare(exclusive, other.exclusive);
        }

        String text(String inclusive, boolean lower) {
            String open = lower ? "more than " : "less than ";
            return (exclusive ? open : inclusive) + value.toPlainString();
        }
    }
}
