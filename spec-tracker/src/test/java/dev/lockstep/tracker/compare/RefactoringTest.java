package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another way to write the same contract is no change on the wire. */
class RefactoringTest {
    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: Calls, version: '1'}
            paths:
              /calls/{id}/end:
                post:
                  operationId: endCall
                  tags: [calls]
                  parameters:
                    - {in: path, name: id, required: true, schema: {type: string}}
                    - {in: query, name: reason, schema: {$ref: '#/components/schemas/Reason'}}
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}
                  responses:
                    '200':
                      description: ended
                      content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}
                    '404':
                      description: unknown
                      content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}
            components:
              schemas:
                Reason: {type: string, enum: [done, failed]}
                Note:
                  type: object
                  required: [text]
                  properties:
                    text: {type: string, nullable: true, maxLength: 200}
                    price: {type: number, minimum: 0, exclusiveMinimum: true}
                    parent: {$ref: '#/components/schemas/Note'}
                Call:
                  type: object
                  required: [id, state]
                  properties:
                    id: {type: string, format: uuid}
                    state: {$ref: '#/components/schemas/Reason'}
                    note: {$ref: '#/components/schemas/Note'}
                    length: {type: integer, nullable: true}
                Problem:
                  type: object
                  properties: {detail: {type: string}}
            """;

    private static SpecDocument document(String text) {
        return SpecReader.parse(text, "calls.yaml");
    }

    private static List<String> findings(String before, String after) {
        return Comparer.compare(ComparisonInput.of(document(before)), ComparisonInput.of(document(after)))
                .findings()
                .stream()
                .filter(finding -> finding.wire() != Wire.DOCS_ONLY || finding.java() == JavaImpact.BREAKING)
                .map(finding -> finding.id() + ": " + finding.message() + " " + finding.symbols())
                .toList();
    }

    private static void same(String after) {
        assertEquals(List.of(), findings(SPEC, after));
        assertEquals(List.of(), findings(after, SPEC));
    }

    private static String replaced(String... pairs) {
        String text = SPEC;
        for (int i = 0; i < pairs.length; i += 2) {
            assertEquals(true, text.contains(pairs[i]), pairs[i]);
            text = text.replace(pairs[i], pairs[i + 1]);
        }
        return text;
    }

    @Test
    void shuffledKeys() {
        same(shuffled(document(SPEC).root()).toString());
    }

    /** Objects backwards; arrays whose order says nothing too. */
    private static JsonNode shuffled(JsonNode node) {
        if (node.isObject()) {
            List<String> keys = new ArrayList<>();
            node.fieldNames().forEachRemaining(keys::add);
            Collections.reverse(keys);
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            keys.forEach(key -> copy.set(key, shuffled(node.get(key))));
            return copy;
        }
        if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(item -> items.add(shuffled(item)));
            Collections.reverse(items);
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            items.forEach(copy::add);
            return copy;
        }
        return node;
    }

    @Test
    void inlinedSchema() {
        same(replaced(
                "schema: {$ref: '#/components/schemas/Problem'}",
                "schema: {type: object, properties: {detail: {type: string}}}",
                "    Problem:\n      type: object\n      properties: {detail: {type: string}}\n",
                ""));
    }

    @Test
    void extractedProperty() {
        same(replaced(
                "length: {type: integer, nullable: true}",
                "length: {$ref: '#/components/schemas/Length'}",
                "    Problem:",
                "    Length: {type: integer, nullable: true}\n    Problem:"));
    }

    @Test
    void extractedParameterAndResponse() {
        same(replaced(
                "- {in: query, name: reason, schema: {$ref: '#/components/schemas/Reason'}}",
                "- {$ref: '#/components/parameters/Reason'}",
                "components:\n",
                """
                components:
                  parameters:
                    Reason: {in: query, name: reason, schema: {$ref: '#/components/schemas/Reason'}}
                """));
    }

    @Test
    void wrappedInSingleAllOf() {
        same(replaced(
                "state: {$ref: '#/components/schemas/Reason'}",
                "state: {allOf: [{$ref: '#/components/schemas/Reason'}]}",
                "length: {type: integer, nullable: true}",
                "length: {nullable: true, allOf: [{type: integer}]}"));
    }

    @Test
    void splitIntoAllOf() {
        same(replaced("""
                      required: [id, state]
                      properties:
                        id: {type: string, format: uuid}
                """.indent(0), """
                      allOf:
                        - {required: [id], properties: {id: {type: string, format: uuid}}}
                      required: [state]
                      properties:
                """.indent(0)));
    }

    @Test
    void singleAnyOfAndOneOf() {
        same(replaced(
                "detail: {type: string}", "detail: {anyOf: [{type: string}]}",
                "id: {type: string, format: uuid}", "id: {oneOf: [{type: string, format: uuid}]}"));
    }

    @Test
    void openApi31Spelling() {
        same(replaced(
                "openapi: 3.0.3", "openapi: 3.1.0",
                "text: {type: string, nullable: true, maxLength: 200}",
                        "text: {type: [string, 'null'], maxLength: 200}",
                "length: {type: integer, nullable: true}", "length: {anyOf: [{type: integer}, {type: 'null'}]}",
                "minimum: 0, exclusiveMinimum: true", "exclusiveMinimum: 0",
                "detail: {type: string}", "detail: {type: [string]}"));
    }

    @Test
    void renamedSchemaWithEqualShape() {
        same(replaced("schemas/Call'", "schemas/CallView'", "    Call:", "    CallView:"));
    }

    @Test
    void splitIntoInputAndOutput() {
        String split = replaced(
                "note: {$ref: '#/components/schemas/Note'}",
                "note: {$ref: '#/components/schemas/Note-Output'}",
                "    Call:",
                """
                    Note-Output:
                      type: object
                      required: [text]
                      properties:
                        text: {type: string, nullable: true, maxLength: 200}
                        price: {type: number, minimum: 0, exclusiveMinimum: true}
                        parent: {$ref: '#/components/schemas/Note-Output'}
                    Call:\
                """);

        assertEquals(List.of(), findings(SPEC, split));
        assertEquals(
                Wire.DOCS_ONLY,
                Comparer.compare(ComparisonInput.of(document(split)), ComparisonInput.of(document(SPEC)))
                        .wire());
    }

    @Test
    void constIsAnEnumOfOne() {
        assertEquals(
                List.of(),
                findings(
                        replaced("enum: [done, failed]", "enum: [done]"),
                        replaced("openapi: 3.0.3", "openapi: 3.1.0", "enum: [done, failed]", "const: done")));
    }

    @Test
    void unusedSchema() {
        String more =
                replaced("    Problem:", "    Unused: {type: object, properties: {a: {type: string}}}\n    Problem:");

        assertEquals(List.of(), findings(SPEC, more));
        assertEquals(
                Wire.DOCS_ONLY,
                Comparer.compare(ComparisonInput.of(document(more)), ComparisonInput.of(document(SPEC)))
                        .wire());
    }

    @Test
    void renamedSecurityScheme() {
        String before =
                SPEC + "  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\nsecurity: [{key: []}]\n";
        String after =
                SPEC + "  securitySchemes: {auth: {type: apiKey, in: header, name: x-key}}\nsecurity: [{auth: []}]\n";

        assertEquals(List.of(), findings(before, after));
    }

    @Test
    void renamesOfTheVendorBreakNothing() {
        String after = replaced("operationId: endCall", "operationId: terminateCall", "tags: [calls]", "tags: [voice]");
        Comparison comparison =
                Comparer.compare(ComparisonInput.of(document(SPEC)), ComparisonInput.of(document(after)));

        assertEquals(Wire.DOCS_ONLY, comparison.wire());
        assertEquals(JavaImpact.NONE, comparison.java());
        assertEquals(Semver.NONE, comparison.semver());
    }

    @Test
    void alternativeThatIsWrittenTwice() {
        String problem = "{type: object, title: Unknown, properties: {detail: {type: string}}}";
        String other = "{type: object, title: Gone, properties: {since: {type: string}}}";
        String twice = replaced(
                "schema: {$ref: '#/components/schemas/Problem'}",
                "schema: {anyOf: [" + problem + ", " + problem + ", " + other + "]}");
        String referred = replaced(
                "Problem:\n      type: object",
                "Problem:\n      title: Unknown\n      type: object",
                "schema: {$ref: '#/components/schemas/Problem'}",
                "schema: {anyOf: [" + problem + ", {$ref: '#/components/schemas/Problem'}, " + other + "]}");

        assertEquals(List.of(), wire(twice, referred));
        assertEquals(List.of(), wire(referred, twice));
    }

    private static List<String> wire(String before, String after) {
        return Comparer.compare(ComparisonInput.of(document(before)), ComparisonInput.of(document(after)))
                .findings()
                .stream()
                .filter(finding -> finding.wire() != Wire.DOCS_ONLY)
                .map(Finding::id)
                .toList();
    }
}
