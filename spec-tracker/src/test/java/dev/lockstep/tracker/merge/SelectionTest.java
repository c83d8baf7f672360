package dev.lockstep.tracker.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final String SPEC = """
            openapi: 3.0.3
            paths:
              /things:
                parameters: []
                get: {security: [{key: []}], responses: {'200': {$ref: '#/components/responses/R'}}}
                post: {tags: [Billing], responses: {}}
              /things/{id}:
                delete: {responses: {}}
            webhooks:
              done: {post: {responses: {}}}
            components:
              responses:
                R: {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
              schemas:
                A: {properties: {b: {$ref: '#/components/schemas/B~1x'}}}
                B/x: {discriminator: {propertyName: k, mapping: {c: C, d: '#/components/schemas/D'}}}
                C: {properties: {a: {$ref: '#/components/schemas/A'}}}
                D: {type: string}
                Unused: {type: string}
              securitySchemes:
                key: {type: http, scheme: bearer}
                other: {type: http, scheme: basic}
              parameters:
                P: {name: p, in: query}
            """;

    @Test
    void wantedOperationsAndWhatTheyReach() {
        ObjectNode root = Selection.select(spec(), List.of("GET /things"));

        assertEquals(List.of("GET /things"), Selection.operations(root));
        assertEquals(List.of("A", "B/x", "C", "D"), names(root, "/components/schemas"));
        assertEquals(List.of("key"), names(root, "/components/securitySchemes"));
        assertEquals(List.of("responses", "schemas", "securitySchemes"), names(root, "/components"));
        assertEquals(false, root.has("webhooks"));
    }

    @Test
    void namesOfPathParametersDoNotCount() {
        assertEquals(
                List.of("DELETE /things/{id}"),
                Selection.operations(Selection.select(spec(), List.of("DELETE /things/{thing_id}"))));
        assertEquals(List.of(), Selection.missing(spec(), List.of("DELETE /things/{thing_id}")));
    }

    @Test
    void noWishMeansAll() {
        assertEquals(spec(), Selection.select(spec(), List.of()));
    }

    @Test
    void missingOperationsComeWithTheNearestOne() {
        assertEquals(
                List.of("GET /thing; did you mean GET /things?", "PUT /elsewhere/entirely"),
                Selection.missing(spec(), List.of("GET /things", "GET /thing", "PUT /elsewhere/entirely")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* /things | GET /things, POST /things",
                "DELETE /things/* | DELETE /things/{id}",
                "* /things/** | GET /things, POST /things, DELETE /things/{id}",
                "GET /** | GET /things",
                "tag:BILLING | POST /things",
            })
    void patternsAndTags(String wish, String found) {
        assertEquals(List.of(found.split(", ", -1)), Selection.operations(Selection.select(spec(), List.of(wish))));
    }

    @Test
    void aStarIsOneSegment() {
        assertEquals(List.of("* /*/*/end"), Selection.missing(spec(), List.of("* /*", "* /*/*/end", "* /*/*")));
    }

    @Test
    void unknownTagsComeWithTheNearestOne() {
        assertEquals(List.of("tag:Bills; did you mean tag:Billing?"), Selection.missing(spec(), List.of("tag:Bills")));
    }

    @Test
    void whatIsBuiltUponABaseWithADiscriminatorIsReached() {
        ObjectNode root = (ObjectNode) SpecReader.parse("""
                        openapi: 3.0.3
                        paths:
                          /a: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Base'}}}}}}}
                        components:
                          schemas:
                            Base: {type: object, discriminator: {propertyName: kind}}
                            Heir: {allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Part'}]}
                            Part: {type: object}
                            Other: {allOf: [{$ref: '#/components/schemas/Part'}]}
                        """, "spec.yaml").root();

        assertEquals(
                List.of("Base", "Heir", "Part"),
                names(Selection.select(root, List.of("GET /a")), "/components/schemas"));
    }

    private static ObjectNode spec() {
        return (ObjectNode) SpecReader.parse(SPEC, "spec.yaml").root();
    }

    private static List<String> names(ObjectNode root, String pointer) {
        List<String> names = new ArrayList<>();
        root.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
