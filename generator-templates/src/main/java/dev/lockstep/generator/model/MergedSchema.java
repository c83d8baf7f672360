package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Budget;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Intersection;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema with its {@code allOf} folded in: what all of its members allow. */
final class MergedSchema {
    private final Budget budget;
    private final String pointer;
    /** Pointers of what was merged: each schema counts once, whatever ways lead to it. */
    private final Set<String> merged = new HashSet<>();

    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, Node> properties = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final List<Node> variants = new ArrayList<>();
    private @Nullable Node discriminator;
    private @Nullable Node additional;
    private @Nullable Node items;
    private @Nullable JsonNode values;
    private String format = "";
    private boolean nullable;
    private boolean tuple;
    private boolean binary;

    private MergedSchema(Budget budget, String pointer) {
        this.budget = budget;
        this.pointer = pointer;
    }

    static MergedSchema of(Node schema, Budget budget) {
        MergedSchema merged = new MergedSchema(budget, schema.pointer());
        merged.add(schema, new HashSet<>());
        return merged;
    }

    /** Whether a node says nothing about the type of a value. */
    static boolean onlyDescribes(JsonNode schema, Set<String> except) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            String name = member.getKey();
            if (!except.contains(name)
                    && Structure.role(name) == null
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
    private void add(Node schema, Set<String> path) {
        if (!merged.add(schema.pointer())) {
            return;
        }
        path.add(schema.pointer());
        JsonNode node = schema.value();
        budget.spend(1 + node.path("properties").size(), schema.pointer());
        budget.enter(path.size(), schema.pointer());
        schema.target().ifPresent(target -> add(target, path));
        schema.get("allOf").items().forEach(member -> add(member, path));
        type(node);
        Node ownProperties = schema.get("properties");
        ownProperties.value().properties().forEach(member -> property(member.getKey(), ownProperties));
        node.path("required").forEach(name -> required.add(name.asText()));
        node.path("dependentSchemas").properties().forEach(member -> {
            Node more = schema.get("dependentSchemas").get(member.getKey()).get("properties");
            more.value().properties().forEach(each -> property(each.getKey(), more));
        });
        if (node.path("additionalProperties").isObject()) {
            additional = narrower(additional, schema.get("additionalProperties"));
        } else if (node.path("patternProperties").size() == 1) {
            String pattern = node.path("patternProperties").fieldNames().next();
            additional = schema.get("patternProperties").get(pattern);
        }
        if (node.path("items").isObject()) {
            items = narrower(items, schema.get("items"));
        }
        tuple |= (node.path("prefixItems").isArray() && EmptyLists.says(node, "prefixItems"))
                || node.path("items").isArray();
        if (node.path("enum").isArray() && !node.path("enum").isEmpty()) {
            values(node.path("enum"));
        } else if (node.has("const")) {
            values(JsonNodeFactory.instance.arrayNode().add(node.path("const")));
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
            discriminator = schema.get("discriminator");
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
        Set<String> both = types.isEmpty() ? own : Intersection.types(types, own);
        types.clear();
        types.addAll(
                both.isEmpty() ? own : both); // those that exclude each other describe no value: the last one counts
    }

    private void values(JsonNode own) {
        JsonNode held = values;
        List<JsonNode> both = held == null
                ? List.of()
                : Intersection.values(
                        held.valueStream().toList(), own.valueStream().toList());
        values = both.isEmpty() ? own : JsonNodeFactory.instance.arrayNode().addAll(both);
    }

    private void property(String name, Node owner) {
        Node own = owner.get(name);
        if (own.value().isBoolean() && !own.value().asBoolean()) {
            return;
        }
        Node before = properties.get(name);
        if (before == null) {
            properties.put(name, own);
        } else if (addsProperties(own.value()) && !own.pointer().equals(before.pointer())) {
            properties.put(name, together("allOf", name, before, own));
        } else if (!onlyDescribes(own.value(), Set.of())) {
            properties.put(name, narrower(before, own));
        }
    }

    /** Of two schemas that hold for one value the one that allows fewer types; the later one where that is not said. */
    private static Node narrower(@Nullable Node before, Node own) {
        if (before == null) {
            return own;
        }
        Set<String> held = written(before);
        Set<String> said = written(own);
        boolean isNarrower = !held.isEmpty()
                && !held.equals(said)
                && Intersection.types(said, held).equals(held);
        return isNarrower ? before : own;
    }

    /** The types that a schema or what it refers to names itself, without null. */
    private static Set<String> written(Node schema) {
        JsonNode type = schema.resolved().value().path("type");
        Set<String> types = new LinkedHashSet<>();
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.asText()));
        types.remove("null");
        return types;
    }

    private static boolean addsProperties(JsonNode schema) {
        boolean adds = schema.path("properties").isObject();
        for (JsonNode member : schema.path("allOf")) {
            adds |= member.path("properties").isObject();
        }
        return adds;
    }

    /** One schema out of two places that both describe a property. */
    private Node together(String keyword, String name, Node before, Node own) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        ArrayNode list = both.putArray(keyword);
        if (before.value().path(keyword).isArray() && before.pointer().startsWith(pointer + "/together/")) {
            before.value().path(keyword).forEach(list::add);
            budget.spend(list.size(), own.pointer());
        } else {
            list.addObject().put("$ref", Pointer.reference(before.pointer()));
        }
        list.addObject().put("$ref", Pointer.reference(own.pointer()));
        return Node.of(own.document(), Pointer.child(Pointer.child(pointer, "together"), name), both);
    }

    /** Leaves the variants of a parent out where one of them is the schema that is being merged. */
    private void union(Node schema, String keyword, Set<String> path) {
        Node list = schema.get(keyword);
        budget.spend(list.value().size(), schema.pointer());
        if (list.items().stream().anyMatch(variant -> path.contains(variant.reference()))) {
            return;
        }
        for (Node variant : list.items()) {
            JsonNode node = variant.value();
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

    Map<String, Node> properties() {
        return properties;
    }

    boolean requires(String property) {
        return required.contains(property);
    }

    List<Node> variants() {
        return variants;
    }

    /** Takes over the properties of variants, so that one class holds them all. */
    void absorbVariants() {
        absorbVariants(new HashSet<>());
    }

    private void absorbVariants(Set<String> seen) {
        List<Node> absorbed = new ArrayList<>(variants);
        variants.clear();
        discriminator = null;
        Set<String> before = new HashSet<>(required);
        Set<String> own = new HashSet<>(properties.keySet());
        for (Node variant : absorbed) {
            if (!seen.add(variant.resolved().pointer())) {
                continue;
            }
            MergedSchema other = of(variant, budget);
            other.absorbVariants(seen);
            budget.spend(other.properties.size(), pointer);
            other.properties.forEach((name, property) -> {
                if (!own.contains(name)) {
                    properties.merge(name, property, (one, two) -> either(name, one, two));
                }
            });
        }
        required.retainAll(before);
    }

    /** A property that variants describe differently may be as any of them says. */
    private Node either(String name, Node one, Node two) {
        boolean same = one.pointer().equals(two.pointer())
                || Unseen.without(one.value()).equals(Unseen.without(two.value()));
        return same || onlyDescribes(two.value(), Set.of()) ? one : together("anyOf", name, one, two);
    }

    @Nullable
    Node discriminator() {
        return discriminator;
    }

    @Nullable
    Node additional() {
        return additional;
    }

    @Nullable
    Node items() {
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
