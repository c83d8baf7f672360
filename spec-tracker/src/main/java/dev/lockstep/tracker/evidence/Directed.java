package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rewrites a document for one direction, and for a validator of JSON Schema. Pointers to schemas stay what they are. */
final class Directed {
    private Directed() {}

    /**
     * The document without the properties that never travel in a direction.
     *
     * @param flag {@code readOnly} for requests, {@code writeOnly} for answers
     */
    static SpecDocument without(SpecDocument document, String flag) {
        JsonNode root = document.root().deepCopy();
        drop(document, root, flag);
        return document.withRoot(root);
    }

    private static void drop(SpecDocument document, JsonNode node, String flag) {
        if (node instanceof ObjectNode schema && schema.path("properties") instanceof ObjectNode properties) {
            List<String> gone = new ArrayList<>();
            for (Map.Entry<String, JsonNode> property : properties.properties()) {
                if (isFlagged(document, property.getValue(), flag)) {
                    gone.add(property.getKey());
                }
            }
            properties.remove(gone);
            if (schema.path("required") instanceof ArrayNode required) {
                for (int i = required.size() - 1; i >= 0; i--) {
                    if (gone.contains(required.path(i).asText())) {
                        required.remove(i);
                    }
                }
            }
        }
        node.forEach(child -> drop(document, child, flag));
    }

    /** Also where the flag stands in the only alternative beside null, as it does where a nullable secret is described. */
    private static boolean isFlagged(SpecDocument document, JsonNode property, String flag) {
        JsonNode target = Node.of(document, Pointer.ROOT, property).resolved().value();
        if (property.path(flag).asBoolean(false) || target.path(flag).asBoolean(false)) {
            return true;
        }
        JsonNode either = EmptyLists.says(target, "anyOf") ? target.path("anyOf") : target.path("oneOf");
        List<JsonNode> alternatives = new ArrayList<>();
        for (JsonNode each : either) {
            if (!each.path("type").asText("").equals("null")) {
                alternatives.add(each);
            }
        }
        return alternatives.size() == 1 && alternatives.get(0).path(flag).asBoolean(false);
    }

    /** The forms of OpenAPI 3.0 as those of 3.1, whose schemas are JSON Schema (2020-12). */
    static JsonNode asJsonSchema(JsonNode root) {
        JsonNode copy = root.deepCopy();
        modernise(copy);
        return copy;
    }

    private static void modernise(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            schema.properties().removeIf(member -> EmptyLists.isUnsaid(member.getKey(), member.getValue()));
            bound(schema, "exclusiveMinimum", "minimum");
            bound(schema, "exclusiveMaximum", "maximum");
            if (schema.path("nullable").isBoolean() && schema.remove("nullable").booleanValue()) {
                nullable(schema);
            }
            // OpenAPI, Discriminator Object: it says which one a value is, whatever other ones the value would fit.
            if (schema.has("discriminator") && schema.has("oneOf") && !schema.has("anyOf")) {
                schema.set("anyOf", schema.remove("oneOf"));
            }
            if (schema.path("type").asText("").equals("file")) {
                schema.put("type", "string");
            }
        }
        node.forEach(Directed::modernise);
    }

    private static void bound(ObjectNode schema, String flag, String limit) {
        if (schema.path(flag).isBoolean()) {
            boolean exclusive = schema.remove(flag).booleanValue();
            if (exclusive && schema.path(limit).isNumber()) {
                schema.set(flag, schema.remove(limit));
            }
        }
    }

    private static void nullable(ObjectNode schema) {
        boolean plain = !schema.has("$ref") && !schema.has("allOf") && !schema.has("oneOf") && !schema.has("anyOf");
        if (plain && !schema.has("const")) {
            if (schema.path("type").isTextual()) {
                ArrayNode types = JsonNodeFactory.instance.arrayNode();
                types.add(schema.path("type").textValue()).add("null");
                schema.set("type", types);
            }
            if (schema.path("enum") instanceof ArrayNode values) {
                boolean listed = false;
                for (JsonNode value : values) {
                    listed |= value.isNull();
                }
                if (!listed) {
                    values.addNull();
                }
            }
            return;
        }
        ObjectNode inner = schema.deepCopy();
        schema.removeAll();
        ArrayNode either = schema.putArray("anyOf");
        either.add(inner);
        either.addObject().put("type", "null");
    }
}
