package dev.lockstep.generator.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instances that between them take every alternative. */
class VarietyTest {
    private static final String PLACE = "#/components/schemas/S";

    private static List<String> of(String schema, Probes probes) {
        SpecDocument document = SpecReader.parse(
                "openapi: 3.0.3\ncomponents: {schemas: {S: " + schema
                        + ", Tree: {type: object, properties: {next: {$ref: '#/components/schemas/Tree'}}}}}",
                "variety.yaml");
        return Variety.of(document, document.at(PLACE), PLACE, probes, List.of()).stream()
                .map(JsonNode::toString)
                .toList();
    }

    private static List<String> of(String schema) {
        return of(schema, Probes.NONE);
    }

    @Test
    void everyListedValue() {
        assertEquals(List.of("\"a\"", "\"b\"", "\"c\""), of("{type: string, enum: [a, b, c]}"));
    }

    @Test
    void emptyListsSayNothing() {
        for (String schema : List.of(
                "{type: string, enum: [], allOf: [{enum: [a, b]}]}",
                "{type: [], allOf: [{type: string, enum: [a, b]}]}",
                "{prefixItems: [], type: string, enum: [a, b]}",
                "{oneOf: [], anyOf: [{enum: []}, {type: string, enum: [a, b]}]}")) {
            assertEquals(List.of("\"a\"", "\"b\""), of(schema), schema);
        }
    }

    @Test
    void everyVariantAndEveryValueInIt() {
        List<String> all =
                of("{oneOf: [{type: boolean}, {type: object, required: [k], properties: {k: {enum: [x, y]}}}]}");

        assertTrue(all.containsAll(List.of("true", "false", "{\"k\":\"x\"}", "{\"k\":\"y\"}")), all.toString());
    }

    @Test
    void allThenNoneThenOneMissing() {
        List<String> all = of("{type: object, properties: {a: {type: boolean}, b: {type: boolean}}}");

        assertEquals("{\"a\":true,\"b\":true}", all.get(0));
        assertEquals("{}", all.get(1));
        assertTrue(all.stream().anyMatch(each -> each.matches("\\{\"b\":\\w+}")), all.toString());
        assertTrue(all.stream().anyMatch(each -> each.matches("\\{\"a\":\\w+}")), all.toString());
    }

    @Test
    void nullOnce() {
        assertTrue(of("{type: object, required: [a], properties: {a: {type: boolean, nullable: true}}}")
                .contains("{\"a\":null}"));
    }

    @Test
    void whatMayBeNullIsSomethingElseFirst() {
        for (String schema : List.of(
                "{anyOf: [{type: string, enum: [a]}, {type: 'null'}]}",
                "{oneOf: [{type: string, enum: [a]}], nullable: true}",
                "{anyOf: [{type: string, enum: [a], nullable: true}, {type: 'null'}]}")) {
            assertEquals(List.of("\"a\"", "null"), of(schema), schema);
        }
    }

    @Test
    void endsOfRangesAndNothingBeyond() {
        List<String> all = of("{type: integer, minimum: 3, maximum: 9, multipleOf: 3}");

        assertTrue(all.containsAll(List.of("3", "9")), all.toString());
        assertTrue(all.stream().allMatch(each -> List.of("3", "6", "9").contains(each)), all.toString());
    }

    @Test
    void lengthsAndPatterns() {
        assertTrue(of("{type: string, minLength: 2, maxLength: 5}").contains("\"aaaaa\""));
        assertEquals(List.of("\"A1\""), of("{type: string, pattern: '^[A-Z][0-9]$'}"));
    }

    @Test
    void anotherDocumentsLimits() {
        SpecDocument other = SpecReader.parse("{maxLength: 7, minimum: 42, const: z}", "other.yaml");
        Probes probes = Probes.of(List.of(other.root()));

        assertTrue(of("{type: string}", probes).containsAll(List.of("\"aaaaaaaa\"", "\"z\"")));
        assertTrue(of("{type: integer}", probes).contains("41"));
    }

    @Test
    void aTreeEnds() {
        assertTrue(of("{$ref: '#/components/schemas/Tree'}").size() > 1);
    }

    @Test
    void whatNothingSatisfiesHasNone() {
        assertEquals(List.of(), of("{allOf: [{type: string}, {type: integer}]}"));
    }

    private static final String EVENTS =
            "{type: array, items: {oneOf: [%s{type: object, required: [m], properties: {m: {$ref: '#/components/schemas/M'}}}]}}";

    private static final String MESSAGE =
            "M: {type: object, properties: {a: {type: string}, kind: {type: string, enum: [m]}, parts: {type: array, items:"
                    + " {anyOf: [{type: string}, {$ref: '#/components/schemas/Thought'}]}}}},"
                    + " Thought: {type: object, properties: {next: {$ref: '#/components/schemas/M'}, signature: {type: boolean, nullable: true}}}";

    /** A hundred events, each with properties of its own, before the one that matters. */
    private static SpecDocument deep() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            events.append("{type: object, required: [e], properties: {e: {const: e")
                    .append(i)
                    .append("}, x: {type: boolean}}}, ");
        }
        return SpecReader.parse(
                "openapi: 3.1.0\ncomponents: {schemas: {S: " + EVENTS.formatted(events) + ", " + MESSAGE + "}}",
                "deep.yaml");
    }

    @Test
    void aPlaceThatMattersIsGoneTo() {
        SpecDocument document = deep();
        JsonNode thought = document.at("#/components/schemas/Thought");
        JsonNode signature = thought.path("properties").path("signature");

        List<String> all =
                Variety.of(document, document.at(PLACE), PLACE, Probes.NONE, List.of(thought, signature)).stream()
                        .map(JsonNode::toString)
                        .toList();

        assertTrue(all.contains("[{\"m\":{\"kind\":\"m\",\"parts\":[{\"signature\":null}]}}]"), all.toString());
        assertTrue(all.contains("[{\"m\":{\"kind\":\"m\",\"parts\":[{}]}}]"), all.toString());
        assertEquals(
                all,
                Variety.of(document, document.at(PLACE), PLACE, Probes.NONE, List.of(thought, signature)).stream()
                        .map(JsonNode::toString)
                        .toList());
    }

    @Test
    void aPlaceThatTheSchemaDoesNotReachAddsNothing() {
        SpecDocument document = deep();
        JsonNode message = document.at("#/components/schemas/M");

        assertEquals(
                Variety.of(document, message, "#/components/schemas/M", Probes.NONE, List.of()),
                Variety.of(document, message, "#/components/schemas/M", Probes.NONE, List.of(document.at(PLACE))));
    }
}
