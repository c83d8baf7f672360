package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.sample.Instances;
import dev.lockstep.generator.sample.Probes;
import dev.lockstep.generator.sample.Variety;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Case 45: schemas that lead to each other in more ways than anybody could go give a client, or are refused, at once. */
class LaddersTest {
    /** Tells what ends from what does not, on the busiest machine too. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    private static final String TOO_LONG = "more than 2000 schemas lead to this one in a row; shorten the chain of"
            + " references, or leave the operations out that use it";
    private static final String TOO_MANY =
            "its schemas lead into each other in too many ways: more than 500000 schemas to"
                    + " read; let each schema name once what it is made of, or leave the operations out that use it";

    private static final Map<String, String> REFUSED = Map.of(
            "600 references in a row",
            "the reference \"#/components/schemas/L0\" passes through more than 100 references",
            "3,000 allOf in a row",
            TOO_LONG,
            "3,000 properties in a row",
            TOO_LONG,
            "3,000 items in a row",
            TOO_LONG,
            "3,000 unions in a row",
            TOO_LONG,
            "1,500 allOf of each other",
            TOO_LONG,
            "1,500 oneOf of each other",
            TOO_MANY);

    static Set<String> kinds() {
        return Ladders.all().keySet();
    }

    static Stream<String> generated() {
        return kinds().stream().filter(kind -> !REFUSED.containsKey(kind));
    }

    private static GeneratedClient generate(String text) {
        return ClientGenerator.generate(
                SpecReader.parse(text, "ladder.json"),
                GeneratorOptions.builder("ladder").build());
    }

    @ParameterizedTest
    @MethodSource("generated")
    void givesAClient(String kind) {
        GeneratedClient client = assertTimeoutPreemptively(NEVER, () -> generate(Ladders.of(kind)));

        assertEquals(1, client.model().operations().size());
    }

    @Test
    void refusesWhatNobodyCouldFollow() {
        REFUSED.forEach((kind, reason) -> {
            SpecException refused = assertTimeoutPreemptively(
                    NEVER, () -> assertThrows(SpecException.class, () -> generate(Ladders.of(kind)), kind));

            assertEquals(reason, refused.reason(), kind);
            assertTrue(refused.line() > 1, kind);
            assertTrue(refused.pointer().startsWith("#/"), refused.pointer());
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givesInstances(String kind) {
        SpecDocument document = SpecReader.parse(Ladders.of(kind), "ladder.json");
        JsonNode top = document.at("#/components/schemas/Top");
        boolean chain = REFUSED.containsKey(kind); // refused before anybody asks for instances

        List<JsonNode> instances = assertTimeoutPreemptively(
                NEVER,
                () -> chain
                        ? List.of()
                        : Variety.of(document, top, "#/components/schemas/Top", Probes.NONE, List.of()));
        if (!chain) {
            assertTimeoutPreemptively(
                    NEVER,
                    () -> Instances.make(document, top, "#/components/schemas/Top", Instances.Mode.REQUIRED, -1));
        }

        assertTrue(instances.size() <= 96, () -> instances.size() + " instances");
    }

    @Test
    void mergesASchemaOnceInAComposition() {
        ObjectType first = (ObjectType) generate(Ladders.of("allOf of two")).model().types().stream()
                .filter(type -> type.key().endsWith("/A0"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                Set.of("endA40", "endB40"),
                first.properties().stream().map(property -> property.jsonName()).collect(Collectors.toSet()));
    }

    /** What a child narrows stays narrow where its parent is named again beside it. */
    @Test
    void aParentThatIsNamedAgainTakesNothingBack() {
        String text = """
                openapi: 3.0.3
                info: {title: Shop, version: '1'}
                servers: [{url: https://shop.test}]
                paths:
                  /top: {get: {operationId: top, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Both'}}}}}}}
                components:
                  schemas:
                    Parent: {type: object, properties: {size: {type: number}, name: {type: string}}}
                    Child: {allOf: [{$ref: '#/components/schemas/Parent'}, {type: object, properties: {size: {type: integer, format: int32}}}]}
                    Both: {allOf: [{$ref: '#/components/schemas/Child'}, {$ref: '#/components/schemas/Parent'}, {$ref: '#/components/schemas/Parent'}]}
                """;

        ObjectType both = (ObjectType) generate(text).model().types().stream()
                .filter(type -> type.key().endsWith("/Both"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of("size Integer", "name String"),
                both.properties().stream()
                        .map(property ->
                                property.jsonName() + " " + property.type().javaName())
                        .toList());
    }

    /** A property that narrows the schema that it is a property of would be another one at each level. */
    @Test
    void refusesAPropertyThatGrowsAtEachLevel() {
        String text = """
                openapi: 3.0.3
                info: {title: Tree, version: '1'}
                servers: [{url: https://tree.test}]
                paths:
                  /top: {get: {operationId: top, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}}}
                components:
                  schemas:
                    Node:
                      type: object
                      properties:
                        child:
                          allOf:
                            - $ref: '#/components/schemas/Node'
                            - type: object
                              properties: {child: {type: object, properties: {more: {type: string}}}}
                """;

        SpecException refused =
                assertTimeoutPreemptively(NEVER, () -> assertThrows(SpecException.class, () -> generate(text)));

        assertEquals(TOO_LONG, refused.reason());
    }

    /** A hundred lists in each other: no compiler reads such a type on its usual stack. */
    @Test
    void listsBeyondMeasureAreRawJson() {
        String schema = "{type: array, items: ".repeat(100) + "{type: string}" + "}".repeat(100);
        String text = """
                openapi: 3.0.3
                info: {title: Lists, version: '1'}
                servers: [{url: https://lists.test}]
                paths:
                  /top: {get: {operationId: top, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Lists'}}}}}}}
                components:
                  schemas:
                    Lists: {type: object, properties: {lists: SCHEMA}}
                """.replace("SCHEMA", schema);

        GeneratedClient client = generate(text);

        String told = client.diagnostics().stream()
                .filter(each -> each.message().contains("raw JSON"))
                .map(each -> each.message())
                .findFirst()
                .orElse("");
        assertEquals("lists and maps of more than 32 levels are read as raw JSON from here on", told);
    }
}
