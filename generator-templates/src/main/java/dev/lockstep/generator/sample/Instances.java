package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON that a schema describes. What no Java type holds (lengths, patterns, ranges, {@code not}) is left alone. A
 * schema that no finite or no value at all satisfies has no instance.
 */
public final class Instances {
    /** What the instances have beside what is required. */
    public enum Mode {
        /** Every property, two levels deep. */
        ALL,
        /** Nothing. */
        REQUIRED,
        /** Every property; null wherever it may be. */
        NULLS,
        /** Every property, and one that no schema names in each object with named ones. */
        UNKNOWN_PROPERTIES,
        /** Every property, and values that no list has. */
        UNKNOWN_VALUES
    }

    /** The name of the property that no schema names. */
    public static final String UNKNOWN = "x_not_documented";

    private static final int DEEPEST = 12;
    private static final int LARGEST = 20_000;
    /** Schemas that speak of the values of one instance, those of ways that led nowhere included. */
    private static final int MOST_PARTS = 400_000;

    private static final List<String> NAMES = List.of("key", "another key");

    private final SpecDocument document;
    private final Mode mode;
    private final String self;
    private final boolean examples;
    private final @Nullable AlternativeCursor turns;
    private final Set<String> undeclared = new LinkedHashSet<>();
    private int made;
    private int parts;

    private Instances(
            SpecDocument document, Mode mode, String self, boolean examples, @Nullable AlternativeCursor turns) {
        this.document = document;
        this.mode = mode;
        this.self = self;
        this.examples = examples;
        this.turns = turns;
    }

    /** One instance, and the names in it that no schema declares, although one requires them or chooses by them. */
    public record Instance(JsonNode json, Set<String> undeclared) {}

    /** How many variants a schema has at its top: of its first union, else of its types; at least 1. */
    public static int variants(SpecDocument document, JsonNode schema, String pointer) {
        Conjunction flat = Conjunction.of(document, List.of(schema), new IdentityHashMap<>(), pointer);
        return flat.groups().isEmpty()
                ? Math.max(1, flat.types().size())
                : flat.groups().get(0).variants().size();
    }

    /** Whether a schema is of kinds that it names: not any JSON, a tuple, or null alone. */
    public static boolean typed(SpecDocument document, JsonNode schema, String pointer) {
        Conjunction flat = Conjunction.of(document, List.of(schema), new IdentityHashMap<>(), pointer);
        List<JsonNode> values = flat.values();
        boolean nothing = values != null && values.stream().allMatch(JsonNode::isNull);
        return flat.groups().isEmpty()
                && !flat.impossible()
                && !nothing
                && flat.tuple() == null
                && !flat.types().isEmpty()
                && !flat.types().equals(List.of("null"));
    }

    /**
     * Makes one instance.
     *
     * @param pointer the schema's place
     * @param variant of the top, from 0; the first that has an instance if negative
     * @return null if there is none
     */
    public static @Nullable Instance make(
            SpecDocument document, JsonNode schema, String pointer, Mode mode, int variant) {
        Instances instances = new Instances(document, mode, pointer, false, null);
        JsonNode json = instances.value(List.of(schema), new IdentityHashMap<>(), 0, variant);
        return json == null ? null : new Instance(json, instances.undeclared);
    }

    /**
     * One instance with every property, and with documented examples and defaults as values where they are of the documented
     * kind.
     *
     * @return null if there is none
     */
    static @Nullable JsonNode example(SpecDocument document, JsonNode schema, String pointer) {
        return new Instances(document, Mode.ALL, pointer, true, null)
                .value(List.of(schema), new IdentityHashMap<>(), 0, -1);
    }

    /**
     * The next instance of those that between them take every alternative.
     *
     * @param turns which alternatives were taken already; it takes note of these
     * @return null if there is none with these alternatives
     */
    static @Nullable JsonNode next(SpecDocument document, JsonNode schema, String pointer, AlternativeCursor turns) {
        return new Instances(document, Mode.ALL, pointer, false, turns)
                .value(List.of(schema), new IdentityHashMap<>(), 0, -1);
    }

    private @Nullable JsonNode value(
            List<JsonNode> schemas, IdentityHashMap<JsonNode, JsonNode> chosen, int depth, int variant) {
        return value(schemas, chosen, depth, variant, false);
    }

    /**
     * @param notNull whether it was decided before, at the same value, that it is not null
     */
    private @Nullable JsonNode value(
            List<JsonNode> schemas,
            IdentityHashMap<JsonNode, JsonNode> chosen,
            int depth,
            int variant,
            boolean notNull) {
        if (depth > DEEPEST || ++made > LARGEST || parts > MOST_PARTS) {
            return null;
        }
        Conjunction flat = Conjunction.of(document, schemas, chosen, depth == 0 ? self : "");
        parts += flat.parts().size();
        if (flat.impossible()) {
            return null;
        }
        if (mode == Mode.NULLS && flat.nullable() && depth > 0) {
            return Samples.JSON.nullNode();
        }
        if (turns != null) {
            turns.enter(flat.parts(), depth);
        }
        JsonNode value;
        if (turns != null
                && flat.nullable()
                && !notNull
                && turns.once(AlternativeCursor.Kind.NULL, schemas.get(0), 2) == 1) {
            value = Samples.JSON.nullNode();
        } else {
            value = flat.groups().isEmpty()
                    ? plain(flat, depth, variant)
                    : union(flat, schemas, chosen, depth, variant, notNull);
        }
        if (turns != null) {
            turns.leave(depth);
        }
        JsonNode example = examples ? flat.example() : null;
        List<JsonNode> listed = flat.values();
        return value == null || example == null || (listed != null && !listed.contains(example))
                ? value
                : Examples.merged(value, example);
    }

    private @Nullable JsonNode union(
            Conjunction flat,
            List<JsonNode> schemas,
            IdentityHashMap<JsonNode, JsonNode> chosen,
            int depth,
            int variant,
            boolean notNull) {
        Conjunction.Group group = flat.groups().get(0);
        List<JsonNode> variants = turns == null ? group.variants() : turns.ordered(group.variants());
        int all = variants.size();
        int first = turns == null ? 0 : turns.next(AlternativeCursor.Kind.VARIANT, group.list(), all);
        for (int i = 0; i < all; i++) {
            if (variant >= 0 && variant != i) {
                continue;
            }
            JsonNode each = variants.get((first + i) % all);
            IdentityHashMap<JsonNode, JsonNode> more = new IdentityHashMap<>(chosen);
            more.put(group.list(), each);
            JsonNode value = value(schemas, more, depth, -1, notNull || flat.nullable());
            if (value instanceof ObjectNode object) {
                tag(object, group.discriminator(), each);
            }
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Sets the discriminator's property to the value that stands for the variant. */
    private void tag(ObjectNode object, JsonNode discriminator, JsonNode variant) {
        String property = discriminator.path("propertyName").asText("");
        String reference = variant.path("$ref").asText("");
        Conjunction flat = Conjunction.of(document, List.of(variant), new IdentityHashMap<>());
        if (property.isEmpty() || reference.isEmpty() || !flat.groups().isEmpty()) {
            return;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        List<String> tags = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : discriminator.path("mapping").properties()) {
            String target = entry.getValue().asText();
            if (target.equals(reference) || target.equals(name)) {
                tags.add(entry.getKey());
            }
        }
        if (tags.isEmpty()) {
            tags.add(name);
        }
        List<JsonNode> values = listed(flat.properties().getOrDefault(property, List.of()), new HashSet<>());
        if (!values.isEmpty()) {
            tags.removeIf(tag -> !values.contains(Samples.text(tag)));
        }
        if (!tags.isEmpty()) {
            object.put(property, tags.get(0));
            if (!flat.properties().containsKey(property)) {
                undeclared.add(property);
            }
        }
    }

    /**
     * The values that schemas list, in their variants too.
     *
     * @param seen references of variants that were read
     */
    private List<JsonNode> listed(List<JsonNode> schemas, Set<String> seen) {
        Conjunction flat = Conjunction.of(document, schemas, new IdentityHashMap<>());
        List<JsonNode> values = new ArrayList<>();
        if (flat.values() != null) {
            values.addAll(flat.values());
        }
        for (Conjunction.Group group : flat.groups()) {
            for (JsonNode each : group.variants()) {
                String reference = each.path("$ref").asText("");
                if (reference.isEmpty() || seen.add(reference)) {
                    values.addAll(listed(List.of(each), seen));
                }
            }
        }
        return values;
    }

    private @Nullable JsonNode plain(Conjunction flat, int depth, int variant) {
        List<JsonNode> listed = flat.values();
        if (listed != null) {
            List<JsonNode> some =
                    listed.stream().filter(value -> !value.isNull()).toList();
            if (some.isEmpty()) {
                return listed.isEmpty() ? null : listed.get(0);
            }
            return mode == Mode.UNKNOWN_VALUES && some.size() > 1
                    ? unknown(some.get(0))
                    : turn(AlternativeCursor.Kind.VALUE, flat, some);
        }
        List<String> types = flat.types();
        if (types.isEmpty()) {
            return examples ? Samples.JSON.objectNode() : Samples.any();
        }
        String type = variant < 0
                ? turn(AlternativeCursor.Kind.TYPE, flat, types)
                : types.get(Math.min(variant, types.size() - 1));
        List<JsonNode> values = turns == null ? List.of() : scalars(type, flat, turns.probes());
        if (!values.isEmpty()) {
            return turn(AlternativeCursor.Kind.VALUE, flat, values);
        }
        if (examples && flat.format().isEmpty() && Examples.PLAIN.containsKey(type)) {
            return Examples.PLAIN.get(type);
        }
        return switch (type) {
            case "object" -> object(flat, depth);
            case "array" -> array(flat, depth);
            case "string" -> Samples.string(flat.format());
            case "integer" -> Samples.integer(flat.format());
            case "number" -> Samples.decimal(flat.format());
            case "boolean" -> Samples.JSON.booleanNode(true);
            case "null" -> Samples.JSON.nullNode();
            default -> null;
        };
    }

    /** Values of a type within its limits; none for objects, lists and null. */
    private static List<JsonNode> scalars(String type, Conjunction flat, Probes probes) {
        ValueLimits limits = ValueLimits.of(flat.parts());
        return switch (type) {
            case "string" -> limits.texts(flat.format(), flat.example(), probes);
            case "integer", "number" -> limits.numbers(type.equals("integer"), flat.format(), flat.example(), probes);
            case "boolean" -> List.of(Samples.JSON.booleanNode(true), Samples.JSON.booleanNode(false));
            default -> List.of();
        };
    }

    /** The one whose turn it is; the first where nobody takes turns. */
    private <T> T turn(AlternativeCursor.Kind kind, Conjunction flat, List<T> alternatives) {
        return turns == null
                ? alternatives.get(0)
                : alternatives.get(turns.next(kind, flat.parts().get(0), alternatives.size()));
    }

    /** A value of the same kind that no document lists. */
    public static JsonNode unknown(JsonNode listed) {
        if (listed.isNumber()) {
            return Samples.number("987654321");
        }
        return listed.isTextual() ? Samples.text("not-documented") : listed;
    }

    private @Nullable JsonNode object(Conjunction flat, int depth) {
        ObjectNode object = Samples.JSON.objectNode();
        boolean all = turns == null ? mode != Mode.REQUIRED && depth < 2 : turns.isFull(depth, made);
        Set<String> left = turns == null ? Set.of() : turns.leftOut(flat);
        for (Map.Entry<String, List<JsonNode>> property : flat.properties().entrySet()) {
            boolean required = flat.required().contains(property.getKey());
            if (required || (all && !left.contains(property.getKey()))) {
                JsonNode value = value(property.getValue(), new IdentityHashMap<>(), depth + 1, -1);
                if (value != null) {
                    object.set(property.getKey(), value);
                } else if (required) {
                    return null;
                }
            }
        }
        for (String name : flat.required()) {
            if (!flat.properties().containsKey(name)) {
                JsonNode value = rest(flat, depth);
                if (value == null) {
                    return null;
                }
                undeclared.add(name);
                object.set(name, value);
            }
        }
        if (all && !examples) {
            more(flat, object, depth);
        }
        if (mode == Mode.UNKNOWN_PROPERTIES && !flat.properties().isEmpty()) {
            object.set(UNKNOWN, Samples.any());
        }
        return object;
    }

    private void more(Conjunction flat, ObjectNode object, int depth) {
        List<JsonNode> others = new ArrayList<>(flat.patterns().values());
        others.addAll(flat.additional());
        if (turns != null && !turns.wants(flat, others)) {
            return;
        }
        for (Map.Entry<String, JsonNode> pattern : flat.patterns().entrySet()) {
            JsonNode value = value(List.of(pattern.getValue()), new IdentityHashMap<>(), depth + 1, -1);
            String name = value == null ? null : PatternNames.usual(pattern.getKey());
            if (name != null) {
                object.set(name, value);
            }
        }
        boolean typed = flat.additional().stream().anyMatch(each -> each.isObject() && !each.isEmpty());
        if (typed || (flat.properties().isEmpty() && flat.patterns().isEmpty())) {
            JsonNode value = rest(flat, depth);
            int names = turns == null
                    ? 2
                    : turn(
                                    AlternativeCursor.Kind.SIZE,
                                    flat,
                                    ValueLimits.of(flat.parts()).properties(turns.probes()))
                            - object.size();
            String first = NAMES.get(0);
            if (turns != null && flat.properties().isEmpty()) {
                List<String> firsts = new ArrayList<>(List.of(first));
                firsts.addAll(turns.probes().names());
                first = turn(AlternativeCursor.Kind.NAME, flat, firsts);
                names = first.equals(NAMES.get(0)) ? names : Math.max(1, names);
            }
            for (int i = 0; value != null && i < names; i++) {
                String name = i == 0 ? first : i < NAMES.size() ? NAMES.get(i) : "key " + (i + 1);
                undeclared.add(name);
                object.set(name, value);
            }
        }
    }

    /** A value for a name without a schema of its own. */
    private @Nullable JsonNode rest(Conjunction flat, int depth) {
        return value(flat.additional(), new IdentityHashMap<>(), depth + 1, -1);
    }

    private @Nullable JsonNode array(Conjunction flat, int depth) {
        ArrayNode array = Samples.JSON.arrayNode();
        JsonNode tuple = flat.tuple();
        if (tuple != null) {
            for (JsonNode each : tuple) {
                JsonNode value = value(List.of(each), new IdentityHashMap<>(), depth + 1, -1);
                if (value == null) {
                    return null;
                }
                array.add(value);
            }
            if (turns != null && turns.once(AlternativeCursor.Kind.SIZE, tuple, 2) == 1) {
                array.add(Samples.any());
            }
            return array;
        }
        List<JsonNode> items = flat.items();
        for (JsonNode part : flat.parts()) {
            if (turns != null && part.path("contains").isObject()) {
                items = new ArrayList<>(items);
                items.add(part.path("contains"));
            }
        }
        int size = Math.min(3, Math.max(flat.minItems(), mode == Mode.REQUIRED ? 0 : 1));
        boolean alike = false;
        if (turns != null) {
            ValueLimits limits = ValueLimits.of(flat.parts());
            int turned = turn(AlternativeCursor.Kind.SIZE, flat, limits.items(turns.probes()));
            alike = turned < 0;
            size = Math.abs(turned);
        }
        for (int i = 0; i < size; i++) {
            JsonNode value = alike && i > 0 ? array.get(0) : value(items, new IdentityHashMap<>(), depth + 1, -1);
            if (value == null) {
                return flat.minItems() == 0 ? array : null;
            }
            array.add(value);
        }
        return array;
    }
}
