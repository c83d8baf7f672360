package dev.lockstep.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import java.util.List;

/** What a bracket of a JSONPath picks among the children of a node. */
sealed interface Selector {
    /** Adds the picked children of a node, in the document's order. */
    void select(JsonNode root, JsonPath.Match match, List<JsonPath.Match> into);

    /** The member of this name. */
    record Name(String name) implements Selector {
        @Override
        public void select(JsonNode root, JsonPath.Match match, List<JsonPath.Match> into) {
            JsonNode child = match.node().isObject() ? match.node().get(name) : null;
            if (child != null) {
                into.add(new JsonPath.Match(Pointer.child(match.pointer(), name), child));
            }
        }
    }

    /** The item at an index; a negative one counts from the end. */
    record Index(int index) implements Selector {
        @Override
        public void select(JsonNode root, JsonPath.Match match, List<JsonPath.Match> into) {
            if (!match.node().isArray()) {
                return;
            }
            int at = index < 0 ? match.node().size() + index : index;
            if (at >= 0 && at < match.node().size()) {
                into.add(new JsonPath.Match(
                        Pointer.child(match.pointer(), at), match.node().get(at)));
            }
        }
    }

    /** All children. */
    record Wildcard() implements Selector {
        @Override
        public void select(JsonNode root, JsonPath.Match match, List<JsonPath.Match> into) {
            into.addAll(JsonPath.children(match));
        }
    }

    /** The children for which an expression holds. */
    record Where(Filter filter) implements Selector {
        @Override
        public void select(JsonNode root, JsonPath.Match match, List<JsonPath.Match> into) {
            for (JsonPath.Match child : JsonPath.children(match)) {
                if (filter.holds(root, child)) {
                    into.add(child);
                }
            }
        }
    }
}
