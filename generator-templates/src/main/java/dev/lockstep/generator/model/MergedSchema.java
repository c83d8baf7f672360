package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema with its {@code allOf} folded in: later members narrow earlier ones. */
final class MergedSchema {
    /** Keywords that describe a value and do not change its type, beside those that no client shows. */
    private static final Set<String> ANNOTATIONS = Set.of(
            "title",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly",
            "nullable",
            "externalDocs",
            "xml",
            "summary",
            "uniqueItems",
            "$schema",
            "$id",
            "$anchor",
            "$defs",
            "definitions");

    private final References references;
    private final String pointer;
    /** Pointers of what was merged: each schema counts once, whatever ways lead to it. */
    private final Set<String> merged = new HashSet<>();

    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, Located> properties = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final List<Located> variants = new ArrayList<>();
    private @Nullable Located discriminator;
    private @Nullable Located additional;
    private @Nullable Located items;
    private @Nullable JsonNode values;
    private String format = "";
    private boolean nullable;
    private boolean tuple;
    private boolean binary;

    private MergedSchema(References references, String pointer) {
        this.references = references;
        this.pointer = pointer;
    }

    static MergedSchema of(Located schema, References references) {
        MergedSchema merged = new MergedSchema(references, schema.pointer());
        merged.add(schema, new HashSet<>());
        return merged;
    }

    /** Whether a node says nothing about the type of a value. */
    static boolean onlyDescribes(JsonNode schema, Set<String> except) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            String name = member.getKey();
            if (!except.contains(name)
                    && !ANNOTATIONS.contains(name)
                    && !Unseen.is(name)
                    && !name.startsWith("x-")
                    && !EmptyLists.isUnsaid(name, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds what one more schema says, as {@code allOf} would.
     *
     * @param path pointers of the schemas that are being added and have led here
     */
    private void add(Located schema, Set<String> path) {
        if (!merged.add(schema.pointer())) {
            return;
        }
        path.add(schema.pointer());
        JsonNode node = schema.node();
        references.budget().spend(1 + node.path("properties").size(), schema.pointer());
        references.budget().enter(path.size(), schema.pointer());
        if (node.path("$ref").isTextual()) {
            add(references.at(References.pointer(schema.text("$ref"))), path);
        }
        Located all = schema.child("allOf");
        for (int i = 0; i < all.node().size(); i++) {
            add(all.child(i), path);
        }
        type(node);
        Located ownProperties = schema.child("properties");
        ownProperties.node().properties().forEach(member -> property(member.getKey(), ownProperties));
        node.path("required").forEach(name -> required.add(name.asText()));
        node.path("dependentSchemas").properties().forEach(member -> {
            Located more =
                    schema.child("dependentSchemas").child(member.getKey()).child("properties");
            more.node().properties().forEach(each -> property(each.getKey(), more));
        });
        if (node.path("additionalProperties").isObject()) {
            additional = schema.child("additionalProperties");
        } else if (node.path("patternProperties").size() == 1) {
            String pattern = node.path("patternProperties").fieldNames().next();
            additional = schema.child("patternProperties").child(pattern);
        }
        if (node.path("items").isObject()) {
            items = schema.child("items");
        }
        tuple |= (node.path("prefixItems").isArray() && EmptyLists.says(node, "prefixItems"))
                || node.path("items").isArray();
        if (node.path("enum").isArray() && !node.path("enum").isEmpty()) {
            values = node.path("enum");
        } else if (node.has("const")) {
            values = JsonNodeFactory.instance.arrayNode().add(node.path("const"));
        }
        if (node.path("format").isTextual()) {
            format = schema.text("format");
        }
        if (node.path("contentEncoding").asText("").startsWith("base64")) {
            format = "byte";
        } else if (node.path("contentMediaType").isTextual() && !node.has("contentEncoding")) {
            binary = !schema.text("contentMediaType").contains("json");
        }
        union(schema, "oneOf", path);
        union(schema, "anyOf", path);
        if (node.path("discriminator").isObject()) {
            discriminator = schema.child("discriminator");
        }
        path.remove(schema.pointer());
    }

    private void type(JsonNode node) {
        nullable |= node.path("nullable").asBoolean(false)
                || node.path("x-nullable").asBoolean(false);
        JsonNode type = node.path("type");
        if (type.isMissingNode() || EmptyLists.isUnsaid("type", type)) {
            return;
        }
        Set<String> own = new LinkedHashSet<>();
        if (type.isArray()) {
            type.forEach(each -> own.add(each.asText()));
        } else {
            own.add(type.asText());
        }
        if (own.remove("null")) {
            nullable = true;
            if (own.isEmpty()) {
                own.add("null");
            }
        }
        types.clear();
        types.addAll(own);
    }

    private void property(String name, Located owner) {
        Located own = owner.child(name);
        if (own.node().isBoolean() && !own.node().asBoolean()) {
            return;
        }
        Located before = properties.get(name);
        if (before == null) {
            properties.put(name, own);
        } else if (addsProperties(own.node()) && !own.pointer().equals(before.pointer())) {
            properties.put(name, together("allOf", name, before, own));
        } else if (!onlyDescribes(own.node(), Set.of())) {
            properties.put(name, own);
        }
    }

    private static boolean addsProperties(JsonNode schema) {
        boolean adds = schema.path("properties").isObject();
        for (JsonNode member : schema.path("allOf")) {
            adds |= member.path("properties").isObject();
        }
        return adds;
    }

    /** One schema out of two places that both describe a property. */
    private Located together(String keyword, String name, Located before, Located own) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        ArrayNode list = both.putArray(keyword);
        if (before.node().path(keyword).isArray() && before.pointer().startsWith(pointer + "/together/")) {
            before.node().path(keyword).forEach(list::add);
            references.budget().spend(list.size(), own.pointer());
        } else {
            list.addObject().put("$ref", before.pointer().replace("%", "%25"));
        }
        list.addObject().put("$ref", own.pointer().replace("%", "%25"));
        return new Located(both, Pointer.child(Pointer.child(pointer, "together"), name));
    }

    /** Leaves the variants of a parent out where one of them is the schema that is being merged. */
    private void union(Located schema, String keyword, Set<String> path) {
        Located list = schema.child(keyword);
        references.budget().spend(list.node().size(), schema.pointer());
        for (JsonNode variant : list.node()) {
            if (path.contains(References.pointer(variant.path("$ref").asText("")))) {
                return;
            }
        }
        for (int i = 0; i < list.node().size(); i++) {
            Located variant = list.child(i);
            JsonNode node = variant.node();
            if (isNull(node) || (node.path("nullable").asBoolean(false) && onlyDescribes(node, Set.of()))) {
                nullable = true;
            } else {
                variants.add(variant);
            }
        }
    }

    private static boolean isNull(JsonNode node) {
        return node.path("type").asText("").equals("null")
                || (node.path("enum").size() == 1 && node.path("enum").path(0).isNull())
                || (node.has("const") && node.path("const").isNull());
    }

    Set<String> types() {
        return types;
    }

    Map<String, Located> properties() {
        return properties;
    }

    boolean requires(String property) {
        return required.contains(property);
    }

    List<Located> variants() {
        return variants;
    }

    /** Takes over the properties of variants, so that one class holds them all. */
    void absorbVariants() {
        absorbVariants(new HashSet<>());
    }

    private void absorbVariants(Set<String> seen) {
        List<Located> absorbed = new ArrayList<>(variants);
        variants.clear();
        discriminator = null;
        Set<String> before = new HashSet<>(required);
        Set<String> own = new HashSet<>(properties.keySet());
        for (Located variant : absorbed) {
            if (!seen.add(references.follow(variant).pointer())) {
                continue;
            }
            MergedSchema other = of(variant, references);
            other.absorbVariants(seen);
            references.budget().spend(other.properties.size(), pointer);
            other.properties.forEach((name, property) -> {
                if (!own.contains(name)) {
                    properties.merge(name, property, (one, two) -> either(name, one, two));
                }
            });
        }
        required.retainAll(before);
    }

    /** A property that variants describe differently may be as any of them says. */
    private Located either(String name, Located one, Located two) {
        boolean same = one.pointer().equals(two.pointer())
                || Unseen.without(one.node()).equals(Unseen.without(two.node()));
        return same || onlyDescribes(two.node(), Set.of()) ? one : together("anyOf", name, one, two);
    }

    @Nullable
    Located discriminator() {
        return discriminator;
    }

    @Nullable
    Located additional() {
        return additional;
    }

    @Nullable
    Located items() {
        return items;
    }

    @Nullable
    JsonNode values() {
        return values;
    }

    String format() {
        return format;
    }

    boolean nullable() {
        return nullable;
    }

    boolean tuple() {
        return tuple;
    }

    boolean binary() {
        return binary || format.equals("binary");
    }

    /** Whether this is an object, by its type or by what it has. */
    boolean isObject() {
        return types.contains("object") || (types.isEmpty() && (!properties.isEmpty() || additional != null));
    }
}
