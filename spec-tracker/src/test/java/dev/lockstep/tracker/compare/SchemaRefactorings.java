package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Other names for the same components: renamed ones, and ones split into what is sent and what is received. */
final class SchemaRefactorings {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";

    private SchemaRefactorings() {}

    /** Every schema has another name, but for those whose names are values on the wire, or are reached in an unusual way. */
    static SpecDocument renamed(SpecDocument document) {
        Set<String> kept = named(document.root());
        UnaryOperator<String> rename = name -> kept.contains(name) ? name : name + "Renamed";
        ObjectNode root = (ObjectNode) references(document.root(), false, rename);
        ObjectNode schemas = JSON.objectNode();
        root.path("components")
                .path("schemas")
                .properties()
                .forEach(entry -> schemas.set(rename.apply(entry.getKey()), entry.getValue()));
        if (!schemas.isEmpty()) {
            root.withObject("/components").set("schemas", schemas);
        }
        return document.withRoot(root);
    }

    /** As some servers write them: {@code X} becomes {@code X-Input} in what is sent and {@code X-Output} in what is received. */
    static SpecDocument split(SpecDocument document) {
        Set<String> kept = named(document.root());
        ObjectNode root = document.root().deepCopy();
        for (JsonNode item : root.path("paths")) {
            for (JsonNode operation : item) {
                sided(operation, "parameters", kept, "-Input");
                sided(operation, "requestBody", kept, "-Input");
                sided(operation, "responses", kept, "-Output");
                sided(operation, "callbacks", kept, "-Output");
            }
            sided(item, "parameters", kept, "-Input");
        }
        sided(root, "webhooks", kept, "-Output");
        JsonNode components = root.path("components");
        for (String kind : Set.of("parameters", "requestBodies")) {
            sided(components, kind, kept, "-Input");
        }
        for (String kind : Set.of("responses", "headers", "callbacks")) {
            sided(components, kind, kept, "-Output");
        }
        ObjectNode schemas = JSON.objectNode();
        for (var entry : components.path("schemas").properties()) {
            if (kept.contains(entry.getKey())) {
                schemas.set(entry.getKey(), entry.getValue());
            } else {
                for (String side : Set.of("-Input", "-Output")) {
                    schemas.set(
                            entry.getKey() + side,
                            references(entry.getValue(), false, name -> kept.contains(name) ? name : name + side));
                }
            }
        }
        if (!schemas.isEmpty()) {
            ((ObjectNode) components).set("schemas", schemas);
        }
        return document.withRoot(root);
    }

    private static void sided(JsonNode holder, String key, Set<String> kept, String side) {
        if (holder instanceof ObjectNode object && object.has(key)) {
            object.set(key, references(object.get(key), false, name -> kept.contains(name) ? name : name + side));
        }
    }

    /** Schemas that a discriminator tells apart by name, whatever refers to them; with all that they lead to. */
    private static Set<String> named(JsonNode root) {
        Set<String> named = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        discriminated(root, "", open);
        root.path("components").path("schemas").properties().forEach(entry -> {
            for (JsonNode part : entry.getValue().path("allOf")) {
                JsonNode base = root.at(part.path("$ref").asText("#").substring(1));
                if (base.has("discriminator")) {
                    open.add(entry.getKey());
                }
            }
        });
        // What stands elsewhere than in a component of its own is referred to by its whole place.
        while (!open.isEmpty()) {
            String name = open.pop();
            if (named.add(name)) {
                targets(root.path("components").path("schemas").path(name), open);
            }
        }
        return new TreeSet<>(named);
    }

    private static void discriminated(JsonNode node, String owner, Deque<String> found) {
        if (node.has("discriminator") && node.path("discriminator").isObject()) {
            targets(node, found);
            if (!owner.isEmpty()) {
                found.add(owner);
            }
        }
        node.properties()
                .forEach(entry -> discriminated(
                        entry.getValue(),
                        owner.isEmpty() && entry.getValue().has("discriminator") ? entry.getKey() : owner,
                        found));
        for (JsonNode item : node.isArray() ? node : JSON.arrayNode()) {
            discriminated(item, owner, found);
        }
    }

    private static void targets(JsonNode node, Deque<String> found) {
        if (node.path("$ref").asText().startsWith(COMPONENTS)) {
            found.add(name(node.get("$ref").asText()));
        }
        for (JsonNode target : node.path("discriminator").path("mapping")) {
            String text = target.asText();
            found.add(text.startsWith(COMPONENTS) ? name(text) : text);
        }
        node.forEach(child -> targets(child, found));
    }

    private static String name(String reference) {
        String rest = reference.substring(COMPONENTS.length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** A copy whose references to schemas use other names. */
    private static JsonNode references(JsonNode node, boolean map, UnaryOperator<String> rename) {
        if (node.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            node.forEach(item -> copy.add(references(item, false, rename)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JSON.objectNode();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            boolean reference =
                    !map && entry.getKey().equals("$ref") && value.asText().startsWith(COMPONENTS);
            if (reference) {
                String name = name(value.asText());
                String rest = value.asText().substring(COMPONENTS.length() + name.length());
                value = TextNode.valueOf(COMPONENTS + rename.apply(name) + rest);
            }
            copy.set(entry.getKey(), references(value, !map && entry.getKey().equals("properties"), rename));
        });
        return copy;
    }
}
