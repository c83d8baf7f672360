package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A value with its references replaced by what they name, keys sorted, and prose left out. */
final class Expansion {
    private static final int DEEPEST = 24;

    private final Set<String> open = new HashSet<>();

    private Expansion() {}

    static JsonNode of(SpecNode node) {
        return new Expansion().expand(node, false, 0);
    }

    private JsonNode expand(SpecNode node, boolean map, int depth) {
        SpecNode target = node.target().orElse(null);
        if (target != null) {
            if (depth > DEEPEST || !open.add(target.pointer())) {
                return JsonNodeFactory.instance.textNode("again");
            }
            JsonNode expanded = expand(target, map, depth + 1);
            open.remove(target.pointer());
            return expanded;
        }
        JsonNode value = node.value();
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (SpecNode item : node.items()) {
                array.add(expand(item, false, depth + 1));
            }
            return array;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(node.keys())) {
            boolean prose = !map && (Keywords.DOCS.contains(key) || Keywords.isExtension(key));
            if (!prose) {
                object.set(key, expand(node.get(key), !map && Keywords.MAPS.contains(key), depth + 1));
            }
        }
        return object;
    }
}
