package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Budget;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Intersection;
import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Reads the keywords of one raw schema object into a {@link Schema}. */
final class SchemaKeywords {
    /** More references in a row than this are taken to say something. */
    private static final int MOST_STEPS = 8;

    private SchemaKeywords() {}

    /**
     * Adds what a raw object says itself; references, allOf and unions are the normaliser's.
     *
     * @param budget pays for places at which several schemas hold
     */
    static void absorb(Schema schema, Node raw, Budget budget) {
        for (String key : raw.keys()) {
            Node node = raw.get(key);
            schema.emptyList |=
                    key.equals("enum") && node.value().isArray() && node.value().isEmpty();
            if (Keywords.SCHEMA_ANNOTATIONS.contains(key) || EmptyLists.isUnsaid(key, node.value())) {
                continue;
            }
            if (Keywords.isExtension(key) && !key.equals("x-extensible-enum")) {
                continue;
            }
            switch (key) {
                case "$ref", "allOf", "oneOf", "anyOf", "nullable" -> {}
                case "type" -> {
                    types(schema, withoutNull(node.value()));
                    schema.places.putIfAbsent(key, node);
                }
                case "properties" -> {
                    for (String name : node.keys()) {
                        schema.properties.merge(name, SchemaSource.of(node.get(name)), together(budget));
                    }
                }
                case "required" -> {
                    for (Node item : node.items()) {
                        schema.required.add(item.value().asText());
                    }
                    schema.places.putIfAbsent(key, node);
                }
                case "enum", "const" -> {
                    values(schema, valuesOf(node, key.equals("const")));
                    schema.constant |= key.equals("const");
                    schema.places.putIfAbsent("enum", node);
                }
                case "prefixItems" ->
                    schema.schemaLists.putIfAbsent(
                            key, node.items().stream().map(SchemaSource::of).toList());
                case "exclusiveMinimum", "exclusiveMaximum" -> {
                    if (node.value().isNumber()) {
                        SchemaNormalizer.bound(schema, key, node, key.equals("exclusiveMinimum"));
                    }
                }
                case "minimum" ->
                    SchemaNormalizer.bound(schema, raw.flag("exclusiveMinimum") ? "exclusiveMinimum" : key, node, true);
                case "maximum" ->
                    SchemaNormalizer.bound(
                            schema, raw.flag("exclusiveMaximum") ? "exclusiveMaximum" : key, node, false);
                case "minLength", "minItems", "minProperties" -> SchemaNormalizer.bound(schema, key, node, true);
                case "maxLength", "maxItems", "maxProperties" -> SchemaNormalizer.bound(schema, key, node, false);
                default -> other(schema, key, node, budget);
            }
        }
    }

    private static void other(Schema schema, String key, Node node, Budget budget) {
        schema.places.putIfAbsent(key, node);
        if (Keywords.ONE_SCHEMA.contains(key)) {
            if (!saysNothing(node, 0, new HashMap<>())) {
                schema.schemas.merge(key, SchemaSource.of(node), together(budget));
            }
        } else if (Keywords.SCHEMAS_BY_NAME.contains(key)) {
            SortedMap<String, SchemaSource> byName = schema.schemaMaps.computeIfAbsent(key, name -> new TreeMap<>());
            for (String name : node.keys()) {
                byName.merge(name, SchemaSource.of(node.get(name)), together(budget));
            }
        } else {
            schema.keywords.putIfAbsent(key, node);
        }
    }

    private static BinaryOperator<SchemaSource> together(Budget budget) {
        return (held, more) -> {
            budget.spend(held.members().size(), more.first().pointer());
            return held.and(more);
        };
    }

    /**
     * Whether every value is accepted: true, or an object that only describes, or refers to such schemas alone. An empty list of
     * values accepts every one too, and is kept: it may have been emptied.
     *
     * @param known by pointer, the references that were followed: whether all that they lead to says nothing
     */
    private static boolean saysNothing(Node raw, int depth, Map<String, Boolean> known) {
        if (!raw.value().isObject()) {
            return raw.value().isBoolean() && raw.value().asBoolean();
        }
        if (depth > MOST_STEPS) {
            return false;
        }
        for (String key : raw.keys()) {
            boolean nothing = switch (key) {
                case "$ref" ->
                    raw.target()
                            .map(target -> targetSaysNothing(target, depth + 1, known))
                            .orElse(false);
                case "allOf" -> raw.get(key).items().stream().allMatch(part -> saysNothing(part, depth + 1, known));
                default ->
                    Keywords.SCHEMA_ANNOTATIONS.contains(key)
                            || Keywords.isExtension(key)
                            || (!key.equals("enum")
                                    && EmptyLists.isUnsaid(key, raw.get(key).value()));
            };
            if (!nothing) {
                return false;
            }
        }
        return true;
    }

    private static boolean targetSaysNothing(Node target, int depth, Map<String, Boolean> known) {
        Boolean before = known.putIfAbsent(target.pointer(), false);
        if (before != null) {
            return before;
        }
        boolean nothing = saysNothing(target, depth, known);
        known.put(target.pointer(), nothing);
        return nothing;
    }

    /** Narrows the types to those that both sides allow. */
    static void types(Schema schema, SortedSet<String> types) {
        if (schema.types.isEmpty()) {
            schema.types.addAll(types);
            return;
        }
        SortedSet<String> both = new TreeSet<>(Intersection.types(schema.types, types));
        if (!both.isEmpty()) {
            schema.types = both;
        }
    }

    /** Narrows the values to those that both sides allow. */
    static void values(Schema schema, SortedMap<String, JsonNode> values) {
        SortedMap<String, JsonNode> held = schema.values;
        if (held == null) {
            schema.values = new TreeMap<>(values);
        } else {
            held.keySet().retainAll(values.keySet());
        }
    }

    private static SortedMap<String, JsonNode> valuesOf(Node node, boolean constant) {
        List<JsonNode> items = new ArrayList<>();
        if (constant) {
            items.add(node.value());
        } else {
            node.items().forEach(item -> items.add(item.value()));
        }
        SortedMap<String, JsonNode> values = new TreeMap<>();
        for (JsonNode item : items) {
            if (!item.isNull()) {
                values.put(item.toString(), item);
            }
        }
        return values;
    }

    private static SortedSet<String> withoutNull(JsonNode type) {
        SortedSet<String> types = new TreeSet<>();
        if (type.isArray()) {
            type.forEach(item -> types.add(item.asText()));
            types.remove("null");
        } else {
            types.add(type.asText());
        }
        return types;
    }

    /** Whether the object itself says that null is allowed. */
    static boolean nullability(Node raw) {
        if (raw.flag("nullable")) {
            return true;
        }
        JsonNode type = raw.value().path("type");
        if (type.isTextual()) {
            return type.asText().equals("null");
        }
        if (type.isArray() && !type.isEmpty()) {
            for (JsonNode item : type) {
                if (item.asText().equals("null")) {
                    return true;
                }
            }
            return false;
        }
        return hasNull(raw.value().path("enum"));
    }

    /** Whether the object itself names its types or values, and null is none of them. */
    static boolean refusesNull(Node raw) {
        return EmptyLists.says(raw.value(), "type")
                || EmptyLists.says(raw.value(), "enum")
                || raw.has("const")
                || raw.has("nullable");
    }

    /** Whether the only value that the schema accepts is null. */
    static boolean isNullOnly(Node raw) {
        JsonNode type = raw.value().path("type");
        boolean typed = (type.isTextual() && type.asText().equals("null"))
                || (type.isArray() && type.size() == 1 && type.get(0).asText().equals("null"));
        JsonNode values = raw.value().path("enum");
        return typed
                || (values.isArray() && values.size() == 1 && values.get(0).isNull())
                || (raw.has("const") && raw.value().path("const").isNull());
    }

    private static boolean hasNull(JsonNode values) {
        for (JsonNode value : values) {
            if (value.isNull()) {
                return true;
            }
        }
        return false;
    }

    /** The JSON type of a value. */
    static String typeOf(JsonNode value) {
        if (value.isTextual()) {
            return "string";
        }
        if (value.isIntegralNumber()) {
            return "integer";
        }
        if (value.isNumber()) {
            return "number";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isArray()) {
            return "array";
        }
        return value.isObject() ? "object" : "null";
    }
}
