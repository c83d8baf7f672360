package dev.lockstep.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Documents of a few kilobytes whose schemas lead to each other in so many ways that whoever goes each way never comes back:
 * case 45 of the hostile documents. Each has one operation, {@code POST /top}, that sends and gets the schema {@code Top}.
 */
public final class Ladders {
    private static final int LEVELS = 40;

    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final String leaf;

    private Ladders(String leaf) {
        this.leaf = leaf;
    }

    /** All of them, by what they are. */
    public static Map<String, String> all() {
        return all("string");
    }

    /** The same, but that what stands at the end of each has changed. */
    public static Map<String, String> changed() {
        return all("integer");
    }

    /** One of {@link #all()}. */
    public static String of(String kind) {
        String text = all().get(kind);
        if (text == null) {
            throw new IllegalArgumentException("no ladder " + kind);
        }
        return text;
    }

    private static Map<String, String> all(String leaf) {
        Map<String, String> all = new LinkedHashMap<>();
        KINDS.forEach((kind, made) -> {
            Ladders ladder = new Ladders(leaf);
            made.accept(ladder, kind);
            all.put(kind, ladder.text());
        });
        return all;
    }

    private static final Map<String, BiConsumer<Ladders, String>> KINDS = new LinkedHashMap<>();

    static {
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            KINDS.put(keyword + " of one twice", (ladder, kind) -> ladder.twice(keyword));
            KINDS.put(keyword + " of two", (ladder, kind) -> ladder.two(keyword, keyword, false));
            KINDS.put(keyword + " of two with properties", (ladder, kind) -> ladder.two(keyword, keyword, true));
        }
        KINDS.put("allOf in oneOf", (ladder, kind) -> ladder.two("allOf", "oneOf", false));
        KINDS.put("allOf in anyOf with properties", (ladder, kind) -> ladder.two("allOf", "anyOf", true));
        KINDS.put("oneOf in anyOf with properties", (ladder, kind) -> ladder.two("oneOf", "anyOf", true));
        KINDS.put("oneOf and anyOf beside each other", (ladder, kind) -> ladder.beside());
        KINDS.put("allOf in line", (ladder, kind) -> ladder.inLine());
        for (String keyword : List.of("items", "additionalProperties", "not", "contains", "propertyNames")) {
            KINDS.put(keyword, (ladder, kind) -> ladder.single(keyword));
        }
        KINDS.put("properties", (ladder, kind) -> ladder.properties(false));
        KINDS.put("required properties", (ladder, kind) -> ladder.properties(true));
        KINDS.put("one property through allOf", (ladder, kind) -> ladder.sharedProperty("allOf"));
        KINDS.put("one property through oneOf", (ladder, kind) -> ladder.sharedProperty("oneOf"));
        KINDS.put("if, then and else", (ladder, kind) -> ladder.conditions());
        KINDS.put("dependentSchemas", (ladder, kind) -> ladder.map("dependentSchemas"));
        KINDS.put("patternProperties", (ladder, kind) -> ladder.map("patternProperties"));
        KINDS.put("prefixItems", (ladder, kind) -> ladder.tuples());
        KINDS.put("discriminators", (ladder, kind) -> ladder.discriminators());
        KINDS.put("mappings", (ladder, kind) -> ladder.mappings());
        KINDS.put(
                "600 references in a row", (ladder, kind) -> ladder.chain(600, (node, next) -> node.put("$ref", next)));
        KINDS.put("90 references in a row", (ladder, kind) -> ladder.chain(90, (node, next) -> node.put("$ref", next)));
        KINDS.put(
                "600 allOf in a row",
                (ladder, kind) -> ladder.chain(600, (node, next) -> {
                    node.putArray("allOf").addObject().put("$ref", next);
                    node.put("minProperties", 1);
                }));
        KINDS.put(
                "3,000 allOf in a row",
                (ladder, kind) -> ladder.chain(3_000, (node, next) -> {
                    node.putArray("allOf").addObject().put("$ref", next);
                    node.putObject("properties").putObject("own").put("type", "string");
                }));
        KINDS.put(
                "3,000 properties in a row",
                (ladder, kind) -> ladder.chain(
                        3_000,
                        (node, next) ->
                                node.putObject("properties").putObject("next").put("$ref", next)));
        KINDS.put(
                "3,000 items in a row",
                (ladder, kind) -> ladder.chain(3_000, (node, next) -> {
                    node.put("type", "array");
                    node.putObject("items").put("$ref", next);
                }));
        KINDS.put("400 unions in a row", (ladder, kind) -> ladder.unions(400));
        KINDS.put("3,000 unions in a row", (ladder, kind) -> ladder.unions(3_000));
        KINDS.put("schemas of themselves", (ladder, kind) -> ladder.circles());
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            KINDS.put(keyword + " of each other", (ladder, kind) -> ladder.everybody(24, keyword));
        }
        KINDS.put("allOf and oneOf of each other", (ladder, kind) -> ladder.mixedEverybody(16));
        KINDS.put("1,500 allOf of each other", (ladder, kind) -> ladder.mesh(1_500, "allOf"));
        KINDS.put("1,500 oneOf of each other", (ladder, kind) -> ladder.mesh(1_500, "oneOf"));
        KINDS.put("1,500 with properties of each other", (ladder, kind) -> ladder.mesh(1_500, "properties"));
        KINDS.put("twelve unions at once", (ladder, kind) -> ladder.product(12, 4, false));
        KINDS.put("twelve unions that exclude each other", (ladder, kind) -> ladder.product(12, 4, true));
        KINDS.put("unions without an instance", (ladder, kind) -> ladder.barren());
        KINDS.put("300 variants alike", (ladder, kind) -> ladder.alike(300));
    }

    private String text() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info").put("title", "Ladder").put("version", "1");
        root.putArray("servers").addObject().put("url", "https://ladder.test");
        ObjectNode post = root.putObject("paths").putObject("/top").putObject("post");
        post.put("operationId", "climb");
        String top = ref("Top");
        post.putObject("requestBody")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", top);
        ObjectNode ok = post.putObject("responses").putObject("200").put("description", "OK");
        ok.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", top);
        root.putObject("components").set("schemas", schemas);
        return root.toPrettyString();
    }

    private static String ref(String name) {
        return "#/components/schemas/" + name;
    }

    private ObjectNode schema(String name) {
        return schemas.putObject(name);
    }

    private void leaf(String name) {
        ObjectNode end = schema(name).put("type", "object");
        end.putObject("properties").putObject("end" + name).put("type", leaf);
    }

    private static void refer(ArrayNode list, String... names) {
        for (String name : names) {
            list.addObject().put("$ref", ref(name));
        }
    }

    private void top(String... names) {
        refer(schema("Top").putArray("allOf"), names);
    }

    private static void levels(IntConsumer level) {
        for (int i = 0; i < LEVELS; i++) {
            level.accept(i);
        }
    }

    private void twice(String keyword) {
        top("L0");
        levels(i -> refer(schema("L" + i).putArray(keyword), "L" + (i + 1), "L" + (i + 1)));
        leaf("L" + LEVELS);
    }

    private void two(String even, String odd, boolean withProperties) {
        top("A0");
        levels(i -> {
            for (String side : List.of("A", "B")) {
                ObjectNode node = schema(side + i);
                if (withProperties) {
                    node.putObject("properties").putObject(side + i).put("type", "string");
                }
                refer(node.putArray(i % 2 == 0 ? even : odd), "A" + (i + 1), "B" + (i + 1));
            }
        });
        leaf("A" + LEVELS);
        leaf("B" + LEVELS);
    }

    private void beside() {
        top("L0");
        levels(i -> {
            ObjectNode node = schema("L" + i);
            refer(node.putArray("oneOf"), "L" + (i + 1), "Other");
            refer(node.putArray("anyOf"), "L" + (i + 1), "Other");
        });
        leaf("L" + LEVELS);
        leaf("Other");
    }

    private void inLine() {
        top("L0");
        levels(i -> {
            ArrayNode all = schema("L" + i).putArray("allOf");
            for (int j = 0; j < 2; j++) {
                ObjectNode part = all.addObject();
                part.putObject("properties").putObject("p" + i + j).put("type", "string");
                refer(part.putArray("allOf"), "L" + (i + 1));
            }
        });
        leaf("L" + LEVELS);
    }

    private void single(String keyword) {
        top("L0");
        levels(i -> {
            ObjectNode node = schema("L" + i);
            node.put("type", keyword.equals("items") || keyword.equals("contains") ? "array" : "object");
            refer(node.putObject(keyword).putArray("allOf"), "L" + (i + 1), "M" + (i + 1));
            ObjectNode other = schema("M" + (i + 1));
            refer(other.putArray("allOf"), "L" + (i + 1));
        });
        leaf("L" + LEVELS);
    }

    private void properties(boolean required) {
        top("L0");
        levels(i -> {
            ObjectNode node = schema("L" + i).put("type", "object");
            ObjectNode properties = node.putObject("properties");
            for (String side : List.of("left", "right")) {
                properties.putObject(side).put("$ref", ref("L" + (i + 1)));
            }
            if (required) {
                node.putArray("required").add("left").add("right");
            }
        });
        leaf("L" + LEVELS);
    }

    private void sharedProperty(String keyword) {
        top("L0");
        levels(i -> {
            ObjectNode node = schema("L" + i);
            refer(node.putArray(keyword), "A" + i, "B" + i);
            for (String side : List.of("A", "B")) {
                ObjectNode part = schema(side + i).put("type", "object");
                part.putObject("properties").putObject("next").put("$ref", ref("L" + (i + 1)));
            }
        });
        leaf("L" + LEVELS);
    }

    private void conditions() {
        top("L0");
        levels(i -> {
            ObjectNode node = schema("L" + i);
            for (String keyword : List.of("if", "then", "else")) {
                node.putObject(keyword).put("$ref", ref("L" + (i + 1)));
            }
        });
        leaf("L" + LEVELS);
    }

    private void map(String keyword) {
        top("L0");
        levels(i -> {
            ObjectNode map = schema("L" + i).put("type", "object").putObject(keyword);
            map.putObject("a").put("$ref", ref("L" + (i + 1)));
            map.putObject("b").put("$ref", ref("L" + (i + 1)));
        });
        leaf("L" + LEVELS);
    }

    private void tuples() {
        top("L0");
        levels(i -> refer(schema("L" + i).put("type", "array").putArray("prefixItems"), "L" + (i + 1), "L" + (i + 1)));
        leaf("L" + LEVELS);
    }

    /** Heirs of heirs, each found through the base's discriminator. */
    private void discriminators() {
        top("A0");
        levels(i -> {
            for (String side : List.of("A", "B")) {
                ObjectNode node = schema(side + i).put("type", "object");
                node.putObject("properties").putObject("kind").put("type", "string");
                node.putObject("discriminator").put("propertyName", "kind");
                if (i > 0) {
                    refer(node.putArray("allOf"), "A" + (i - 1), "B" + (i - 1));
                }
            }
        });
        leaf("End");
    }

    private void mappings() {
        top("L0");
        levels(i -> {
            ObjectNode node = schema("L" + i);
            refer(node.putArray("oneOf"), "L" + (i + 1), "M" + (i + 1));
            ObjectNode mapping =
                    node.putObject("discriminator").put("propertyName", "kind").putObject("mapping");
            mapping.put("l", ref("L" + (i + 1)));
            mapping.put("m", ref("M" + (i + 1)));
            refer(schema("M" + (i + 1)).putArray("allOf"), "L" + (i + 1));
        });
        leaf("L" + LEVELS);
    }

    private void chain(int length, BiConsumer<ObjectNode, String> link) {
        top("L0");
        for (int i = 0; i < length; i++) {
            link.accept(schema("L" + i), ref("L" + (i + 1)));
        }
        leaf("L" + length);
    }

    private void unions(int length) {
        top("L0");
        for (int i = 0; i < length; i++) {
            ArrayNode variants = schema("L" + i).putArray("oneOf");
            refer(variants, "L" + (i + 1));
            ObjectNode own = variants.addObject().put("type", "object");
            own.putObject("properties").putObject("own" + i).put("type", "string");
            own.putArray("required").add("own" + i);
        }
        leaf("L" + length);
    }

    private void circles() {
        top("A", "C", "E", "G");
        refer(schema("A").putArray("allOf"), "B", "A");
        leaf("B");
        refer(schema("C").putArray("allOf"), "D", "C");
        refer(schema("D").putArray("allOf"), "C", "D");
        refer(schema("E").putArray("oneOf"), "B", "E");
        refer(schema("F").putArray("anyOf"), "F", "G");
        refer(schema("G").putArray("anyOf"), "F", "G", "A");
        schema("H").put("type", "array").putObject("items").put("$ref", ref("H"));
        schema("I").putObject("not").put("$ref", ref("I"));
    }

    private void everybody(int count, String keyword) {
        top("S0");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("S" + i);
        }
        for (String name : names) {
            ObjectNode node = schema(name);
            node.putObject("properties").putObject("own" + name).put("type", leaf);
            List<String> others = new ArrayList<>(names);
            others.remove(name);
            refer(node.putArray(keyword), others.toArray(String[]::new));
        }
    }

    private void mixedEverybody(int count) {
        top("S0");
        for (int i = 0; i < count; i++) {
            ObjectNode node = schema("S" + i);
            node.putObject("properties").putObject("own" + i).put("type", leaf);
            for (int j = 0; j < count; j++) {
                if (j != i) {
                    refer(node.withArray(j % 2 == 0 ? "allOf" : "oneOf"), "S" + j);
                }
            }
        }
    }

    /** Each leads to four others, and all lead to all. */
    private void mesh(int count, String keyword) {
        top("S0");
        for (int i = 0; i < count; i++) {
            ObjectNode node = schema("S" + i).put("type", "object");
            ObjectNode properties = node.putObject("properties");
            properties.putObject("own" + i).put("type", leaf);
            for (int j = 0; j < 4; j++) {
                String other = "S" + (i * 7 + j * j * 31 + 1) % count;
                if (keyword.equals("properties")) {
                    properties.putObject("p" + j).put("$ref", ref(other));
                } else {
                    refer(node.withArray(keyword), other);
                }
            }
        }
    }

    /** A schema with so many unions at once; where they exclude each other, each way through them is a dead end. */
    private void product(int unions, int variants, boolean exclusive) {
        ArrayNode all = schema("Top").putArray("allOf");
        for (int i = 0; i < unions; i++) {
            ArrayNode list = all.addObject().putArray("oneOf");
            for (int j = 0; j < variants; j++) {
                ObjectNode variant = list.addObject().put("type", "object");
                ObjectNode properties = variant.putObject("properties");
                properties.putObject("u" + i + "v" + j).put("type", leaf);
                if (exclusive) {
                    ObjectNode kind = properties.putObject("kind").put("type", "string");
                    kind.putArray("enum").add("k" + i);
                    variant.putArray("required").add("kind");
                }
            }
        }
    }

    /** A diamond of unions, at whose end no value fits. */
    private void barren() {
        top("A0");
        levels(i -> {
            for (String side : List.of("A", "B")) {
                refer(schema(side + i).putArray("oneOf"), "A" + (i + 1), "B" + (i + 1));
            }
        });
        for (String side : List.of("A", "B")) {
            ObjectNode end = schema(side + LEVELS).put("type", "object");
            end.putObject("properties").put("never", false).putObject("end").put("type", leaf);
            end.putArray("required").add("never");
        }
    }

    private void alike(int variants) {
        ArrayNode list = schema("Top").putArray("oneOf");
        for (int i = 0; i < variants; i++) {
            ObjectNode variant = list.addObject().put("type", "object");
            ObjectNode properties = variant.putObject("properties");
            properties.putObject("next").put("$ref", ref("Top"));
            properties.putObject("own" + i).put("type", leaf);
        }
    }
}
