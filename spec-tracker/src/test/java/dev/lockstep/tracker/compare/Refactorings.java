package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Other ways to write a document, all of the same contract. */
final class Refactorings {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";
    /** Where a schema may be put behind a reference or an allOf: what stands there is a schema and nothing else. */
    private static final Set<String> HOLDERS = Set.of("schema", "items");

    /** Where nothing is a schema, whatever it is called. */
    private static final Set<String> DATA = Set.of("default", "encoding");

    private Refactorings() {}

    /** Each by its name. */
    static Map<String, UnaryOperator<SpecDocument>> all() {
        Map<String, UnaryOperator<SpecDocument>> all = new LinkedHashMap<>();
        all.put("shuffled keys", document -> document.withRoot(shuffled(document.root())));
        all.put("wrapped in allOf", document -> document.withRoot(schemas(document, Refactorings::wrapped)));
        all.put("inlined", Refactorings::inlined);
        all.put("extracted", Refactorings::extracted);
        all.put("written in OpenAPI 3.1", Refactorings::as31);
        all.put("split into allOf", document -> document.withRoot(schemas(document, Refactorings::split)));
        all.put("renamed schemas", SchemaRefactorings::renamed);
        all.put("split into what is sent and what is received", SchemaRefactorings::split);
        return all;
    }

    private static JsonNode shuffled(JsonNode node) {
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(item -> copy.add(shuffled(item)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        Collections.reverse(keys);
        ObjectNode copy = JSON.objectNode();
        keys.forEach(key -> copy.set(key, shuffled(node.get(key))));
        return copy;
    }

    private static JsonNode schemas(SpecDocument document, UnaryOperator<JsonNode> change) {
        Set<String> pinned = new HashSet<>();
        pinned(document.root(), pinned);
        return rewritten(
                document.root(),
                "#",
                false,
                (schema, pointer) -> pinned.contains(pointer) ? schema : change.apply(schema));
    }

    /** What references lead through, other than components: schemas there must stay where they are. */
    private static void pinned(JsonNode node, Set<String> pinned) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("#/")) {
            for (String at = reference; !at.equals("#"); at = Pointer.parent(at)) {
                pinned.add(at);
            }
        }
        node.forEach(child -> pinned(child, pinned));
    }

    /** A copy in which every schema below a holder or a property is changed, innermost first. */
    private static JsonNode rewritten(
            JsonNode node, String pointer, boolean map, BiFunction<JsonNode, String, JsonNode> change) {
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                copy.add(rewritten(node.get(i), Pointer.child(pointer, i), false, change));
            }
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JSON.objectNode();
        node.properties().forEach(entry -> {
            String key = entry.getKey();
            boolean data = !map && (key.startsWith("x-") || key.startsWith("example") || DATA.contains(key));
            String place = Pointer.child(pointer, key);
            JsonNode value = data
                    ? entry.getValue()
                    : rewritten(entry.getValue(), place, !map && key.equals("properties"), change);
            boolean schema = value.isObject() && (map || HOLDERS.contains(key));
            copy.set(key, schema ? change.apply(value, place) : value);
        });
        return copy;
    }

    private static JsonNode wrapped(JsonNode schema) {
        ObjectNode wrapped = JSON.objectNode();
        wrapped.putArray("allOf").add(schema);
        return wrapped;
    }

    /** Moves what an object requires, and its first property, into members of an allOf. */
    private static JsonNode split(JsonNode schema) {
        if (!schema.path("properties").isObject() || schema.has("allOf")) {
            return schema;
        }
        ObjectNode rest = ((ObjectNode) schema).deepCopy();
        ArrayNode members = JSON.arrayNode();
        ObjectNode properties = (ObjectNode) rest.get("properties");
        if (properties.size() > 0) {
            String first = properties.fieldNames().next();
            ObjectNode member = members.addObject().put("type", "object");
            member.putObject("properties").set(first, properties.remove(first));
        }
        if (rest.has("required")) {
            members.addObject().put("type", "object").set("required", rest.remove("required"));
        }
        rest.set("allOf", members);
        return rest;
    }

    /** Every reference to a schema that refers to none itself is replaced by the schema. */
    private static SpecDocument inlined(SpecDocument document) {
        return document.withRoot(schemas(document, schema -> {
            String reference = schema.path("$ref").asText();
            if (schema.size() != 1 || !reference.startsWith(COMPONENTS)) {
                return schema;
            }
            JsonNode target = document.at(reference);
            boolean leaf = target.isObject() && !target.toString().contains("\"$ref\"");
            return leaf ? target : schema;
        }));
    }

    /** Every schema that stands somewhere becomes a component of its own. */
    private static SpecDocument extracted(SpecDocument document) {
        Map<String, JsonNode> components = new LinkedHashMap<>();
        JsonNode root = schemas(document, schema -> {
            if (schema.has("$ref")) {
                return schema;
            }
            String name = "Extracted" + components.size();
            components.put(name, schema);
            return JSON.objectNode().put("$ref", COMPONENTS + name);
        });
        ObjectNode copy = (ObjectNode) root;
        copy.withObject("/components/schemas").setAll(components);
        return document.withRoot(copy);
    }

    private static SpecDocument as31(SpecDocument document) {
        ObjectNode root = (ObjectNode) modern(document.root(), false);
        root.put("openapi", "3.1.0");
        return document.withRoot(root);
    }

    private static JsonNode modern(JsonNode node, boolean map) {
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(item -> copy.add(modern(item, false)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JSON.objectNode();
        node.properties()
                .forEach(entry -> copy.set(
                        entry.getKey(),
                        modern(entry.getValue(), !map && entry.getKey().equals("properties"))));
        if (map) {
            return copy;
        }
        if (copy.path("nullable").asBoolean(false) && copy.path("type").isTextual() && !copy.has("enum")) {
            copy.remove("nullable");
            copy.putArray("type").add(node.get("type")).add("null");
        }
        bound(copy, "minimum", "exclusiveMinimum");
        bound(copy, "maximum", "exclusiveMaximum");
        return copy;
    }

    private static void bound(ObjectNode schema, String inclusive, String exclusive) {
        if (schema.path(exclusive).isBoolean()) {
            boolean strict = schema.remove(exclusive).asBoolean();
            if (strict && schema.has(inclusive)) {
                schema.set(exclusive, schema.remove(inclusive));
            }
        }
    }
}
