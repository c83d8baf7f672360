package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gates over a document of our own, and that they notice what they are for. */
class GateTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: {title: Gate, version: '1'}
            servers: [{url: 'https://example.com'}]
            paths:
              /pets: {get: {operationId: listPets, tags: [pets], parameters: [{in: query, name: page_size, schema: {type: integer}}, {in: query, name: kind, required: true, schema: {$ref: '#/components/schemas/Kind'}}], responses: {'200': {description: x, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}, '409': {description: x}, '404': {description: x}}}}
            components:
              securitySchemes: {b: {type: http, scheme: bearer}, a: {type: apiKey, in: header, name: X-Key}}
              schemas:
                Kind: {type: string, enum: [cat, dog]}
                Cat: {type: object, required: [type], properties: {type: {type: string, enum: [cat]}, lives: {type: integer}}}
                Dog: {type: object, required: [type], properties: {type: {type: string, enum: [dog]}, size: {type: number}}}
                Animal: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: type}}
                Owner: {type: object, properties: {address: {type: object, properties: {city: {type: string}}}}}
                Pet:
                  allOf:
                    - {type: object, properties: {owner: {type: object, properties: {id: {type: string}}}}}
                    - {type: object, required: [user_name], properties: {owner: {type: object, properties: {since: {type: string, format: date}}}, user_name: {type: string}, kind: {$ref: '#/components/schemas/Kind'}, animal: {$ref: '#/components/schemas/Animal'}, holder: {anyOf: [{$ref: '#/components/schemas/Owner'}, {nullable: true}]}, amount: {oneOf: [{type: integer}, {type: number, format: double}]}, more: {type: object, additionalProperties: {type: integer}}}}
            """;

    @TempDir
    Path folder;

    private static SpecDocument document() {
        return SpecReader.parse(DOCUMENT, "gate.yaml");
    }

    @Test
    void instancesOfEverySchemaComeBack() throws Exception {
        try (CompiledClient client = CompiledClient.of(document(), "gate", folder)) {
            RoundTripGate gate = RoundTripGate.run(client);
            assertEquals(List.of(), gate.failures());
            assertEquals(List.of(), gate.without());
            assertTrue(gate.instances() > 30, gate.instances() + " instances");
        }
    }

    @Test
    void orderLanguageAndTimeDoNotCount() {
        assertNull(SameBytes.difference(document(), "gate"));
    }

    @Test
    void additionsAreCompatible() throws Exception {
        try (CompiledClient before = CompiledClient.of(document(), "gate", folder)) {
            Additions additions = Additions.to(before.document(), before.model());
            try (CompiledClient after =
                    CompiledClient.of(additions.edited(), "gate", before.model().names(), folder)) {
                assertEquals(
                        List.of(),
                        Compatibility.of(before, after, folder).problems(),
                        () -> "after " + additions.done());
            }
        }
    }

    @Test
    void aPropertyThatGoesIsNoticedThreeTimes() throws Exception {
        try (CompiledClient before = CompiledClient.of(document(), "gate", folder)) {
            SpecDocument document = document();
            ObjectNode root = document.root().deepCopy();
            ((ObjectNode) root.at("/components/schemas/Cat/properties")).remove("lives");
            try (CompiledClient after = CompiledClient.of(
                    document.withRoot(root), "gate", before.model().names(), folder)) {
                List<String> problems = Compatibility.of(before, after, folder).problems();
                for (String kind : List.of("japicmp: ", "source: ", "binary: ")) {
                    assertTrue(problems.stream().anyMatch(each -> each.startsWith(kind)), kind + "in " + problems);
                }
            }
        }
    }
}
