package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Schemas that a vendor's framework wrote twice, {@code X-Input} and {@code X-Output}, of one shape. Where the lock knows
 * one class for them they stay one: code that passes on what it received compiles as before.
 */
final class InputOutputSchemas {
    private static final String COMPONENTS = "#/components/schemas/";
    /** Names of components by the name that they share, where there are several. */
    private final SortedMap<String, List<String>> groups = new TreeMap<>();

    private final JsonNode schemas;

    private InputOutputSchemas(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** The name without what a framework appends for the direction. */
    static String base(String name) {
        return name.replaceFirst("-(Input|Output)$", "");
    }

    /** The document, in which every reference to a twin leads to the one that the lock knows. */
    static SpecDocument joined(SpecDocument document, Map<String, String> sticky) {
        JsonNode schemas = document.root().path("components").path("schemas");
        InputOutputSchemas twins = new InputOutputSchemas(schemas);
        if (!sticky.isEmpty()) {
            twins.collect(sticky);
        }
        while (twins.groups.values().removeIf(names -> !twins.equal(names))) {}
        if (twins.groups.isEmpty()) {
            return document;
        }
        Map<String, String> moved = new HashMap<>();
        twins.groups
                .values()
                .forEach(names -> names.stream()
                        .skip(1)
                        .forEach(name -> moved.put(COMPONENTS + name, COMPONENTS + names.get(0))));
        JsonNode root = redirected(document.root(), moved);
        ObjectNode left = (ObjectNode) root.path("components").path("schemas");
        moved.keySet().forEach(pointer -> left.remove(pointer.substring(COMPONENTS.length())));
        return document.withRoot(root);
    }

    private void collect(Map<String, String> sticky) {
        Map<String, List<String>> all = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        schemas.fieldNames().forEachRemaining(names::add);
        names.forEach(name ->
                all.computeIfAbsent(base(name), key -> new ArrayList<>()).add(name));
        all.forEach((base, members) -> {
            Set<String> possible = new TreeSet<>(members);
            possible.add(base);
            List<String> known = possible.stream()
                    .filter(name -> sticky.containsKey(COMPONENTS + name))
                    .toList();
            if (members.size() > 1 && known.size() == 1) {
                // The one that the lock knows goes first, if it is still there.
                members.sort((one, other) -> Boolean.compare(known.contains(other), known.contains(one)));
                groups.put(base, members);
            }
        });
    }

    private boolean equal(List<String> names) {
        return names.stream()
                        .map(name -> shape(schemas.path(name), false))
                        .distinct()
                        .count()
                == 1;
    }

    /** A schema without prose (titles are idle where both names are kept) and limits, in which twins that are equal so far have one name. */
    private JsonNode shape(JsonNode node, boolean map) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(shape(item, false)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (key.equals("$ref") && value.isTextual() && !map) {
                String name = value.asText().startsWith(COMPONENTS)
                        ? value.asText().substring(COMPONENTS.length())
                        : value.asText();
                shape.put(key, groups.containsKey(base(name)) ? base(name) : value.asText());
            } else if (map || !(Unseen.is(key) || key.equals("title"))) {
                shape.set(key, shape(value, !map && key.equals("properties")));
            }
        });
        return shape;
    }

    private static JsonNode redirected(JsonNode node, Map<String, String> moved) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(redirected(item, moved)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            String target =
                    value.isTextual() ? moved.get(value.asText()) : null; // a $ref, or a discriminator's mapping
            if (target == null) {
                copy.set(entry.getKey(), redirected(value, moved));
            } else {
                copy.put(entry.getKey(), target);
            }
        });
        return copy;
    }
}
