package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.surface.Member;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value of an {@code allOf} is all of what its members say; in which order they say it changes no client. */
class AllOfTest {
    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: Acme, version: '1'}
            servers: [{url: 'https://api.acme.example'}]
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200':
                      description: OK
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            components:
              schemas:
                Thing:
                  type: object
                  properties:
                    value:
                      allOf: [%s]
            """;

    private static List<String> surface(List<String> members) {
        var document = SpecReader.parse(HEAD.formatted(String.join(", ", members)), "acme.yaml");
        return ClientGenerator.model(document, GeneratorOptions.builder("acme").build()).surface().members().stream()
                .map(Member::declaration)
                .sorted()
                .toList();
    }

    static Stream<Arguments> members() {
        return Stream.of(
                Arguments.of("Long value()", List.of("{type: integer}", "{type: number}")),
                Arguments.of(
                        "List<Long> value()",
                        List.of(
                                "{type: array, items: {type: integer}}",
                                "{type: array, items: {type: [number, string]}}",
                                "{type: array, items: {type: number}}")),
                Arguments.of(
                        "Map<String, Long> value()",
                        List.of(
                                "{type: object, additionalProperties: {type: number}}",
                                "{type: object, additionalProperties: {type: integer}}")),
                Arguments.of(
                        "Long part()",
                        List.of(
                                "{type: object, properties: {part: {type: number}}}",
                                "{type: object, properties: {part: {type: integer}, other: {type: string}}}")),
                Arguments.of("Integer value()", List.of("{type: integer, format: int32}", "{type: [number, string]}")),
                Arguments.of("String value()", List.of("{type: [string, integer]}", "{type: [string, boolean]}")),
                Arguments.of("ThingValue B", List.of("{type: string, enum: [a, b]}", "{enum: [b, c]}")),
                Arguments.of("ThingValue B", List.of("{type: string, enum: [a, b]}", "{const: b}", "{enum: [b]}")));
    }

    @ParameterizedTest
    @MethodSource("members")
    void inAnyOrder(String shown, List<String> members) {
        List<String> surface = surface(members);

        assertEquals(
                surface,
                surface(members.stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList()));
        assertEquals(surface, surface(members.stream().sorted().toList()));
        assertTrue(surface.stream().anyMatch(member -> member.endsWith(shown)), surface::toString);
        assertTrue(surface.stream().noneMatch(member -> member.matches(".*ThingValue [AC]")), surface::toString);
    }
}
