package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * A value with its references replaced by what they name, keys sorted, and prose left out. Where that repeats the document
 * too often, the references stay, beside everything that they lead to, each once.
 */
final class Expansion {
    private static final int DEEPEST = 24;
    /** Values in the place of references; vendors' webhooks and links need a few thousand. */
    private static final int MOST = 100_000;

    private final Set<String> open = new HashSet<>();
    private int size;

    private Expansion() {}

    static JsonNode of(Node node) {
        Expansion expansion = new Expansion();
        JsonNode expanded = expansion.expand(node, false, 0);
        return expansion.size > MOST ? named(node) : expanded;
    }

    /** The value and what its references lead to, by their names. */
    private static JsonNode named(Node node) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Deque<Node> targets = new ArrayDeque<>();
        all.set("", plain(node, false, targets));
        while (!targets.isEmpty()) {
            Node target = targets.remove();
            if (!all.has(target.pointer())) {
                all.set(target.pointer(), plain(target, false, targets));
            }
        }
        return all;
    }

    /**
     * The value as it is written, prose left out.
     *
     * @param targets gets what its references lead to
     */
    private static JsonNode plain(Node node, boolean map, Deque<Node> targets) {
        node.target().ifPresent(targets::add);
        return copied(node, map, (child, childMap) -> plain(child, childMap, targets));
    }

    private JsonNode expand(Node node, boolean map, int depth) {
        if (++size > MOST) {
            return JsonNodeFactory.instance.textNode("again");
        }
        Node target = node.target().orElse(null);
        if (target != null) {
            if (depth > DEEPEST || !open.add(target.pointer())) {
                return JsonNodeFactory.instance.textNode("again");
            }
            JsonNode expanded = expand(target, map, depth + 1);
            open.remove(target.pointer());
            return expanded;
        }
        return copied(node, map, (child, childMap) -> expand(child, childMap, depth + 1));
    }

    private static JsonNode copied(Node node, boolean map, BiFunction<Node, Boolean, JsonNode> each) {
        JsonNode value = node.value();
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : node.items()) {
                array.add(each.apply(item, false));
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
                object.set(key, each.apply(node.get(key), !map && Keywords.MAPS.contains(key)));
            }
        }
        return object;
    }
}
