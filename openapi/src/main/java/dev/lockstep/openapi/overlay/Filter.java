package dev.lockstep.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.openapi.Pointer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A logical expression of a JSONPath filter (RFC 9535, section 2.3.5). */
sealed interface Filter {
    /** Whether the expression holds for a node, {@code @} in it. */
    boolean holds(JsonNode root, JsonPath.Match current);

    /** Both hold. */
    record And(Filter left, Filter right) implements Filter {
        @Override
        public boolean holds(JsonNode root, JsonPath.Match current) {
            return left.holds(root, current) && right.holds(root, current);
        }
    }

    /** One of them holds. */
    record Or(Filter left, Filter right) implements Filter {
        @Override
        public boolean holds(JsonNode root, JsonPath.Match current) {
            return left.holds(root, current) || right.holds(root, current);
        }
    }

    /** It does not hold. */
    record Not(Filter inner) implements Filter {
        @Override
        public boolean holds(JsonNode root, JsonPath.Match current) {
            return !inner.holds(root, current);
        }
    }

    /** A query selects something. */
    record Exists(Query query) implements Filter {
        @Override
        public boolean holds(JsonNode root, JsonPath.Match current) {
            return !query.matches(root, current).isEmpty();
        }
    }

    /** Two values compare so; a missing one equals only another missing one. */
    record Comparison(Operand left, String operator, Operand right) implements Filter {
        @Override
        public boolean holds(JsonNode root, JsonPath.Match current) {
            JsonNode a = left.value(root, current);
            JsonNode b = right.value(root, current);
            return switch (operator) {
                case "==" -> same(a, b);
                case "!=" -> !same(a, b);
                case "<" -> less(a, b);
                case ">" -> less(b, a);
                case "<=" -> less(a, b) || same(a, b);
                default -> less(b, a) || same(a, b);
            };
        }

        private static boolean same(JsonNode a, JsonNode b) {
            if (a.isNumber() && b.isNumber()) {
                return a.decimalValue().compareTo(b.decimalValue()) == 0;
            }
            if (a.isArray() && b.isArray() && a.size() == b.size()) {
                for (int i = 0; i < a.size(); i++) {
                    if (!same(a.get(i), b.get(i))) {
                        return false;
                    }
                }
                return true;
            }
            if (a.isObject() && b.isObject() && a.size() == b.size()) {
                for (Map.Entry<String, JsonNode> field : a.properties()) {
                    if (!b.has(field.getKey()) || !same(field.getValue(), b.get(field.getKey()))) {
                        return false;
                    }
                }
                return true;
            }
            return a.equals(b);
        }

        private static boolean less(JsonNode a, JsonNode b) {
            if (a.isNumber() && b.isNumber()) {
                return a.decimalValue().compareTo(b.decimalValue()) < 0;
            }
            if (!a.isTextual() || !b.isTextual()) {
                return false;
            }
            int[] left = a.textValue().codePoints().toArray();
            int[] right = b.textValue().codePoints().toArray();
            return Arrays.compare(left, right) < 0;
        }
    }

    /** One side of a comparison. */
    sealed interface Operand {
        /** The value; {@link MissingNode} where a query finds nothing. */
        JsonNode value(JsonNode root, JsonPath.Match current);
    }

    /** A value that stands in the expression. */
    record Literal(JsonNode literal) implements Operand {
        @Override
        public JsonNode value(JsonNode root, JsonPath.Match current) {
            return literal;
        }
    }

    /** A path from the current node, or from the document's root where {@code absolute}. */
    record Query(boolean absolute, List<JsonPath.Segment> segments) implements Operand {
        List<JsonPath.Match> matches(JsonNode root, JsonPath.Match current) {
            return JsonPath.matches(segments, root, absolute ? new JsonPath.Match(Pointer.ROOT, root) : current);
        }

        /** Whether it can select at most one node, as comparisons demand. */
        boolean singular() {
            return segments.stream()
                    .allMatch(segment -> !segment.descendant()
                            && segment.selectors().size() == 1
                            && (segment.selectors().get(0) instanceof Selector.Name
                                    || segment.selectors().get(0) instanceof Selector.Index));
        }

        @Override
        public JsonNode value(JsonNode root, JsonPath.Match current) {
            List<JsonPath.Match> found = matches(root, current);
            return found.isEmpty() ? MissingNode.getInstance() : found.get(0).node();
        }
    }
}
