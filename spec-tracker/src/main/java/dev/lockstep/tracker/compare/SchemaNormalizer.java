package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.openapi.Budget;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schemas of one document into the form of {@link Schema}. What only changes the spelling of a contract comes
 * out equal: inline or {@code $ref}, allOf split or merged, a union of one, 3.0's or 3.1's way to say null.
 */
final class SchemaNormalizer {
    /** What a schema says about null; where it has siblings, what stands beside {@code $ref} or allOf decides. */
    private enum Null {
        UNSAID,
        ALLOWED,
        REFUSED
    }

    /** Parts of schemas, each schema for itself; the largest published documents need 21,000. */
    private static final int MOST = 500_000;

    private final Map<String, Schema> known = new HashMap<>();
    private final Budget budget;

    SchemaNormalizer(SpecDocument document) {
        this.budget = new Budget(document, MOST, "schemas to read");
    }

    /**
     * The schema at a place; the same object for the same place.
     *
     * @throws dev.lockstep.openapi.SpecException when the document's schemas lead into each other in too many ways
     */
    Schema schema(SchemaSource source) {
        String key = source.key();
        Schema ready = known.get(key);
        if (ready == null) {
            ready = build(source);
            known.put(key, ready);
        }
        return ready;
    }

    private Schema build(SchemaSource source) {
        Schema schema = new Schema();
        Set<String> seen = new HashSet<>();
        List<Null> said = new ArrayList<>();
        for (Node member : source.members()) {
            said.add(collect(schema, member, seen, 1));
        }
        schema.nullable = all(said) == Null.ALLOWED;
        schema.nothing |= schema.values != null && schema.values.isEmpty() && !schema.nullable;
        infer(schema);
        return schema;
    }

    private static Null all(List<Null> said) {
        if (said.contains(Null.REFUSED)) {
            return Null.REFUSED;
        }
        return said.contains(Null.ALLOWED) ? Null.ALLOWED : Null.UNSAID;
    }

    private Null collect(Schema schema, Node raw, Set<String> seen, int depth) {
        if (!seen.add(raw.pointer())) {
            return Null.UNSAID;
        }
        budget.spend(1 + raw.value().path("properties").size(), raw.pointer());
        budget.enter(depth, raw.pointer());
        schema.parts.add(raw);
        if (raw.value().isBoolean()) {
            schema.nothing |= !raw.value().asBoolean();
            return Null.UNSAID;
        }
        Null own = SchemaKeywords.nullability(raw) ? Null.ALLOWED : Null.UNSAID;
        if (own == Null.UNSAID && SchemaKeywords.refusesNull(raw)) {
            own = Null.REFUSED;
        }
        SchemaKeywords.absorb(schema, raw, budget);
        List<Null> others = new ArrayList<>();
        if (raw.has("$ref")) {
            Node target = raw.target().orElse(null);
            if (target == null) {
                put(schema, "$ref", raw.get("$ref"));
            } else {
                others.add(collect(schema, target, seen, depth + 1));
            }
        }
        for (Node member : raw.get("allOf").items()) {
            others.add(collect(schema, member, seen, depth + 1));
        }
        for (String kind : List.of("oneOf", "anyOf")) {
            Node array = raw.get(kind);
            if (array.value().isArray()) {
                others.add(union(schema, array, seen, depth));
            }
        }
        return own != Null.UNSAID ? own : all(others);
    }

    private Null union(Schema schema, Node array, Set<String> seen, int depth) {
        budget.spend(array.value().size(), array.pointer());
        boolean allowsNull = false;
        List<Node> variants = new ArrayList<>();
        Set<JsonNode> distinct = new LinkedHashSet<>();
        for (Node variant : array.items()) {
            if (SchemaKeywords.isNullOnly(variant.resolved())) {
                allowsNull = true;
            } else if (distinct.add(variant.value())) {
                variants.add(variant);
            }
        }
        if (variants.size() == 1) {
            Null said = collect(schema, variants.get(0), seen, depth + 1);
            return allowsNull ? Null.ALLOWED : said;
        }
        if (variants.isEmpty()) {
            if (allowsNull) {
                schema.types.add("null");
            }
            return allowsNull ? Null.ALLOWED : Null.UNSAID;
        }
        Scalars scalars = Scalars.of(variants, budget);
        if (scalars != null) {
            scalars.into(schema);
            schema.places.putIfAbsent("enum", array);
            schema.places.putIfAbsent("type", array);
            for (Node variant : variants) {
                schema.parts.add(variant);
                schema.parts.add(variant.resolved());
            }
            allowsNull |= scalars.nullable;
        } else {
            schema.unions.add(
                    new Union(array, variants.stream().map(SchemaSource::of).toList()));
        }
        return allowsNull ? Null.ALLOWED : Null.UNSAID;
    }

    private static void put(Schema schema, String keyword, Node node) {
        schema.keywords.putIfAbsent(keyword, node);
        schema.places.putIfAbsent(keyword, node);
    }

    /** Fills in the type that the other keywords only make sense for. */
    private static void infer(Schema schema) {
        if (schema.types.isEmpty()) {
            if (!schema.properties.isEmpty() || schema.schemas.containsKey("additionalProperties")) {
                schema.types.add("object");
            } else if (schema.schemas.containsKey("items") || schema.schemaLists.containsKey("prefixItems")) {
                schema.types.add("array");
            } else if (schema.values != null) {
                schema.values.values().forEach(value -> schema.types.add(SchemaKeywords.typeOf(value)));
                if (schema.values.isEmpty() && schema.nullable) {
                    schema.types.add("null");
                }
            }
        }
        if (schema.types.contains("integer") && schema.types.contains("number")) {
            schema.types.remove("integer");
        }
        Node encoding = schema.keywords.get("contentEncoding");
        if (encoding != null && encoding.value().asText().equals("base64") && !schema.keywords.containsKey("format")) {
            schema.keywords.remove("contentEncoding");
            schema.keywords.put("format", Node.of(encoding.document(), encoding.pointer(), TextNode.valueOf("byte")));
            schema.places.put("format", encoding);
        }
        Node media = schema.keywords.get("contentMediaType");
        if (media != null
                && media.value().asText().equals("application/octet-stream")
                && !schema.keywords.containsKey("format")
                && !schema.keywords.containsKey("contentEncoding")) {
            schema.keywords.remove("contentMediaType");
            schema.keywords.put("format", Node.of(media.document(), media.pointer(), TextNode.valueOf("binary")));
            schema.places.put("format", media);
            schema.types.add("string");
        }
    }

    /** The narrower of two limits stays. */
    static void bound(Schema schema, String keyword, Node node, boolean lower) {
        Node held = schema.keywords.get(keyword);
        if (held != null && held.value().isNumber() && node.value().isNumber()) {
            BigDecimal before = held.value().decimalValue();
            BigDecimal now = node.value().decimalValue();
            if (lower ? now.compareTo(before) <= 0 : now.compareTo(before) >= 0) {
                return;
            }
        }
        schema.keywords.put(keyword, node);
        schema.places.put(keyword, node);
    }

    /** A union whose variants only name types or values: the same as one schema with several of them. */
    private static final class Scalars {
        private static final Set<String> PLAIN = Set.of("type", "enum", "const", "nullable", "deprecated");

        private final SortedSet<String> types = new TreeSet<>();
        private final SortedMap<String, JsonNode> values = new TreeMap<>();
        private boolean nullable;

        static @Nullable Scalars of(List<Node> variants, Budget budget) {
            Scalars scalars = new Scalars();
            int valued = 0;
            for (Node variant : variants) {
                Node raw = variant.resolved();
                boolean plain = EmptyLists.says(raw.value(), "type")
                        || EmptyLists.says(raw.value(), "enum")
                        || raw.has("const");
                if (!raw.value().isObject() || !plain) {
                    return null;
                }
                for (String key : raw.keys()) {
                    if (!PLAIN.contains(key)
                            && !Keywords.SCHEMA_ANNOTATIONS.contains(key)
                            && !Keywords.isExtension(key)
                            && !EmptyLists.isUnsaid(key, raw.value().path(key))) {
                        return null;
                    }
                }
                Schema alone = new Schema();
                scalars.nullable |= SchemaKeywords.nullability(raw);
                SchemaKeywords.absorb(alone, raw, budget);
                if (alone.values != null) {
                    valued++;
                    scalars.values.putAll(alone.values);
                    alone.values.values().forEach(value -> scalars.types.add(SchemaKeywords.typeOf(value)));
                }
                scalars.types.addAll(alone.types);
            }
            boolean fits = (valued == variants.size() || valued == 0)
                    && !scalars.types.contains("object")
                    && !scalars.types.contains("array");
            return fits ? scalars : null;
        }

        void into(Schema schema) {
            SchemaKeywords.types(schema, types);
            if (!values.isEmpty()) {
                SchemaKeywords.values(schema, values);
            }
        }
    }
}
