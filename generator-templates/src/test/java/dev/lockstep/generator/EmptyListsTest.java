package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty list of a keyword is read as if it were not written, whatever stands beside it. */
class EmptyListsTest {
    private static final List<String> VERSIONS = List.of("3.0.3", "3.1.0");

    private static GeneratedClient client(String version, String schema) {
        String text =
                "openapi: " + version + "\ninfo: {title: Lists, version: '1'}\npaths: {/a: {post: {operationId: put,"
                        + " parameters: [{in: query, name: q, schema: {$ref: '#/components/schemas/State'}}],"
                        + " requestBody: {content: {application/json: {schema: " + schema + "}}},"
                        + " responses: {'200': {description: ok, content: {application/json: {schema: {type: object,"
                        + " properties: {p: " + schema + ", list: {type: array, items: " + schema + "}}}}}}}}}}\n"
                        + "components: {schemas: {State: {type: string, enum: [a, b]},"
                        + " Thing: {type: object, required: [id], properties: {id: {type: string}}}}}\n";
        return ClientGenerator.generate(
                SpecReader.parse(text, "lists.yaml"),
                GeneratorOptions.builder("lists").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: string, <enum: []>, allOf: [{$ref: '#/components/schemas/State'}]}",
                "{<enum: []>, $ref: '#/components/schemas/State'}",
                "{allOf: [{$ref: '#/components/schemas/State'}, {<enum: []>}]}",
                "{allOf: [{<enum: []>}, {$ref: '#/components/schemas/State'}]}",
                "{type: string, <enum: []>}",
                "{<type: []>, allOf: [{$ref: '#/components/schemas/State'}]}",
                "{allOf: [{type: integer}, {<type: []>}]}",
                "{<anyOf: []>, <oneOf: []>, <allOf: []>, type: integer, format: int64}",
                "{<oneOf: []>, anyOf: [{$ref: '#/components/schemas/State'}]}",
                "{<required: []>, allOf: [{$ref: '#/components/schemas/Thing'}]}",
                "{<prefixItems: []>, type: array, items: {type: string}}",
                "{allOf: [{type: object, properties: {s: {type: string, enum: [x]}}}, {properties: {s: {<enum: []>}}}]}"
            })
    void saysNothing(String schema) {
        String with = schema.replaceAll("[<>]", "");
        String without = schema.replaceAll("<[^>]*>(, )?", "").replace(", }", "}");
        for (String version : VERSIONS) {
            assertEquals(client(version, without).files(), client(version, with).files(), version + " " + with);
        }
    }

    @Test
    void theValuesBesideItAreRead() {
        String schema = "{type: string, enum: [], allOf: [{$ref: '#/components/schemas/State'}]}";
        for (String version : VERSIONS) {
            String surface = client(version, schema).model().surface().text();

            assertTrue(surface.contains("@Nullable State p()"), surface);
            assertTrue(surface.contains("List<State> list()"), surface);
        }
    }
}
