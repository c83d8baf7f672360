package dev.lockstep.openapi.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.DocumentWalk;
import dev.lockstep.openapi.Kind;
import dev.lockstep.openapi.Structure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one way in which a document is written. {@code text(x)} depends on the content of {@code x} alone, and reading it and
 * writing it again gives the same bytes.
 */
public final class Canonical {
    private Canonical() {}

    /** The canonical text of a document: YAML, ending in a line break. */
    public static String text(ObjectNode root) {
        return YamlWriter.write(tree(root));
    }

    /**
     * The document with its keys in order and, where it is OpenAPI 3.0, with what stands beside a schema's {@code $ref} kept:
     * as {@code allOf} of the reference, with the siblings beside it. The argument is not changed.
     */
    public static ObjectNode tree(ObjectNode root) {
        ObjectNode copy = root.deepCopy();
        if (root.path("openapi").asText().startsWith("3.0")) {
            DocumentWalk.document(copy, (kind, object, pointer) -> {
                if (kind == Kind.SCHEMA && object.path("$ref").isTextual() && object.size() > 1) {
                    keepSiblings(object);
                }
            });
        }
        return (ObjectNode) order(Kind.DOCUMENT, copy);
    }

    private static void keepSiblings(ObjectNode schema) {
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        reference.set("$ref", schema.remove("$ref"));
        ArrayNode all = JsonNodeFactory.instance.arrayNode().add(reference);
        if (schema.path("allOf") instanceof ArrayNode others) {
            all.addAll(others);
        }
        schema.set("allOf", all);
    }

    private static JsonNode order(Kind kind, JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        for (String key : Structure.ordered(kind, object)) {
            ordered.set(key, value(Structure.field(kind, key, object), object.get(key)));
        }
        return ordered;
    }

    private static JsonNode value(Structure.Field field, JsonNode value) {
        Kind target = field.kind();
        if (target == null) {
            return value;
        }
        return switch (field.nesting()) {
            case ONE -> order(target, value);
            case LIST -> {
                if (!(value instanceof ArrayNode list)) {
                    yield value;
                }
                ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
                list.forEach(item -> ordered.add(order(target, item)));
                yield ordered;
            }
            case MAP, SORTED_MAP -> {
                if (!(value instanceof ObjectNode map)) {
                    yield value;
                }
                ObjectNode ordered = JsonNodeFactory.instance.objectNode();
                entries(map, field.nesting()).forEach((name, inner) -> ordered.set(name, order(target, inner)));
                yield ordered;
            }
        };
    }

    private static Map<String, JsonNode> entries(ObjectNode map, Structure.Nesting nesting) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        map.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        if (nesting == Structure.Nesting.MAP) {
            return entries;
        }
        SortedMap<String, JsonNode> sorted = new TreeMap<>(entries);
        return sorted;
    }
}
