package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Intersection;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several schemas say of one value together. Written without the generator's own reading, to check that one. */
final class Conjunction {
    /** One {@code oneOf} or {@code anyOf} that is still to be decided. */
    record Group(JsonNode list, List<JsonNode> variants, JsonNode discriminator) {}

    private static final Set<String> CONDITIONS =
            Set.of("required", "not", "if", "then", "else", "dependentRequired", "description", "title", "example");

    private final SpecDocument document;
    private final IdentityHashMap<JsonNode, JsonNode> chosen;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, List<JsonNode>> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<JsonNode> items = new ArrayList<>();
    private final List<JsonNode> additional = new ArrayList<>();
    private final Map<String, JsonNode> patterns = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<JsonNode> parts = new ArrayList<>();
    private @Nullable Set<String> types;
    private @Nullable List<JsonNode> values;
    private @Nullable JsonNode tuple;
    private @Nullable JsonNode example;
    private String format = "";
    private boolean nullable;
    private boolean impossible;
    private int minItems;

    private Conjunction(SpecDocument document, IdentityHashMap<JsonNode, JsonNode> chosen) {
        this.document = document;
        this.chosen = chosen;
    }

    /**
     * @param chosen which variant counts, by the identity of the list that it is from
     */
    static Conjunction of(SpecDocument document, List<JsonNode> schemas, IdentityHashMap<JsonNode, JsonNode> chosen) {
        Conjunction all = new Conjunction(document, chosen);
        boolean nullable = !schemas.isEmpty();
        for (JsonNode schema : schemas) {
            all.nullable = false;
            all.add(schema);
            nullable &= all.nullable;
        }
        all.nullable = nullable;
        all.groups.removeIf(group -> group.variants().stream().anyMatch(all::within));
        return all;
    }

    /** Says that the schemas are those of a reference, so that a parent's list of variants is known to be settled. */
    static Conjunction of(
            SpecDocument document, List<JsonNode> schemas, IdentityHashMap<JsonNode, JsonNode> chosen, String self) {
        Conjunction all = of(document, schemas, chosen);
        all.groups.removeIf(group -> group.variants().stream()
                .anyMatch(variant -> variant.path("$ref").asText(".").equals(self)));
        return all;
    }

    /** The parent of a schema that lists this very schema among its variants has nothing left to decide. */
    private boolean within(JsonNode variant) {
        return seen.contains(variant.path("$ref").asText("."));
    }

    private void add(JsonNode schema) {
        if (schema.isBoolean()) {
            impossible |= !schema.asBoolean();
            return;
        }
        parts.add(schema);
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty() && seen.add(reference)) {
            add(document.target(schema));
        }
        if (example == null) {
            example = example(schema);
        }
        schema.path("allOf").forEach(this::add);
        addType(schema);
        addValues(schema);
        addObject(schema);
        addArray(schema);
        if (schema.path("format").isTextual()) {
            format = schema.path("format").asText();
        }
        if (schema.path("contentEncoding").asText("").startsWith("base64")) {
            format = "byte";
        }
        addGroup(schema, "oneOf");
        addGroup(schema, "anyOf");
    }

    private static @Nullable JsonNode example(JsonNode schema) {
        if (schema.has("example")) {
            return schema.path("example");
        }
        return schema.path("examples").has(0)
                ? schema.path("examples").path(0)
                : schema.has("default") ? schema.path("default") : null;
    }

    private void addType(JsonNode schema) {
        nullable |= schema.path("nullable").asBoolean(false);
        JsonNode type = schema.path("type");
        if (type.isMissingNode() || EmptyLists.isUnsaid("type", type)) {
            return;
        }
        Set<String> own = new LinkedHashSet<>();
        (type.isArray() ? type : List.of(type)).forEach(each -> own.add(each.asText()));
        nullable |= own.contains("null");
        if (own.size() > 1) {
            own.remove("null");
        }
        if (types == null) {
            types = own;
            return;
        }
        Set<String> both = Intersection.types(types, own);
        impossible |= both.isEmpty();
        types = both;
    }

    private void addValues(JsonNode schema) {
        List<JsonNode> own = new ArrayList<>();
        if (schema.has("const")) {
            own.add(schema.path("const"));
        } else if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            schema.path("enum").forEach(own::add);
        } else {
            return;
        }
        nullable |= own.stream().anyMatch(JsonNode::isNull);
        values = values == null ? own : Intersection.values(values, own);
    }

    private void addObject(JsonNode schema) {
        schema.path("properties")
                .properties()
                .forEach(member -> properties
                        .computeIfAbsent(member.getKey(), name -> new ArrayList<>())
                        .add(member.getValue()));
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode rest = schema.path("additionalProperties");
        if (rest.isObject() || rest.isBoolean()) {
            additional.add(rest);
        }
        schema.path("patternProperties")
                .properties()
                .forEach(member -> patterns.put(member.getKey(), member.getValue()));
    }

    private void addArray(JsonNode schema) {
        if (schema.path("prefixItems").isArray() && EmptyLists.says(schema, "prefixItems")) {
            tuple = schema.path("prefixItems");
        } else if (schema.path("items").isArray()) {
            tuple = schema.path("items");
        } else if (schema.path("items").isObject() || schema.path("items").isBoolean()) {
            items.add(schema.path("items"));
        }
        minItems = Math.max(minItems, schema.path("minItems").asInt(0));
    }

    private void addGroup(JsonNode schema, String keyword) {
        JsonNode list = schema.path(keyword);
        if (!list.isArray() || list.isEmpty()) {
            return;
        }
        List<JsonNode> variants = new ArrayList<>();
        for (JsonNode variant : list) {
            if (isNull(variant)) {
                nullable = true;
            } else if (says(variant)) {
                variants.add(variant);
            }
        }
        JsonNode decided = chosen.get(list);
        if (decided != null) {
            add(decided);
        } else if (!variants.isEmpty()) {
            groups.add(new Group(list, variants, schema.path("discriminator")));
        }
    }

    /** A variant that says nothing, lists required names or only describes leaves the type to the others. */
    private static boolean says(JsonNode variant) {
        for (Map.Entry<String, JsonNode> member : variant.properties()) {
            if (!CONDITIONS.contains(member.getKey()) && !EmptyLists.isUnsaid(member.getKey(), member.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** {@code {nullable: true}} beside other variants is how 3.0 documents write null. */
    private static boolean isNull(JsonNode schema) {
        boolean only = schema.size() == 1 && schema.path("nullable").asBoolean(false);
        return only
                || schema.path("type").asText("").equals("null")
                || (schema.path("enum").size() == 1
                        && schema.path("enum").path(0).isNull())
                || (schema.has("const") && schema.path("const").isNull());
    }

    boolean impossible() {
        return impossible;
    }

    /** Every schema that speaks of the value, in the order in which they were met. */
    List<JsonNode> parts() {
        return parts;
    }

    boolean nullable() {
        return nullable;
    }

    List<Group> groups() {
        return groups;
    }

    Map<String, List<JsonNode>> properties() {
        return properties;
    }

    Set<String> required() {
        return required;
    }

    List<JsonNode> items() {
        return items;
    }

    int minItems() {
        return minItems;
    }

    /** Schemas or booleans for all names without one of their own. */
    List<JsonNode> additional() {
        return additional;
    }

    Map<String, JsonNode> patterns() {
        return patterns;
    }

    @Nullable
    JsonNode tuple() {
        return tuple;
    }

    /** The example that is documented first, nearest first; else the default. Not checked against the rest. */
    @Nullable
    JsonNode example() {
        return example;
    }

    String format() {
        return format;
    }

    /** The values that are listed, as their type writes them: {@code 1} under {@code type: string} is text. */
    @Nullable
    List<JsonNode> values() {
        return values == null ? null : values.stream().map(this::typed).toList();
    }

    private JsonNode typed(JsonNode value) {
        if (types == null || types.size() != 1 || value.isNull()) {
            return value;
        }
        String type = types.iterator().next();
        if (type.equals("string") && value.isValueNode()) {
            return Samples.text(value.asText());
        }
        boolean number = type.equals("integer") || type.equals("number");
        return number && value.isTextual() && value.asText().matches("-?\\d+(\\.\\d+)?")
                ? Samples.number(value.asText())
                : value;
    }

    /** The types that a value may have; what else the schemas say stands in for a missing {@code type}. */
    List<String> types() {
        if (types != null) {
            return List.copyOf(types);
        }
        if (!properties.isEmpty() || additional.stream().anyMatch(JsonNode::isObject) || !patterns.isEmpty()) {
            return List.of("object");
        }
        return items.isEmpty() && tuple == null ? List.of() : List.of("array");
    }
}
