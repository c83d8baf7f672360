package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecOperationTest {
    private static final SpecDocument DOCUMENT = SpecReader.parse("""
            openapi: 3.1.0
            servers: [{url: 'https://{region}.example/v1/', variables: {region: {default: eu}}}]
            security: [{key: []}]
            paths:
              /things/{id}:
                servers: [{url: 'https://things.example/'}]
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: page, in: query, schema: {type: string}}
                get:
                  tags: [Things]
                  parameters: [{$ref: '#/components/parameters/Page'}]
                  requestBody: {$ref: '#/components/requestBodies/A'}
                  responses:
                    '200': {$ref: '#/components/responses/A'}
                    4xx: {description: client}
                    DEFAULT: {description: other}
                    x-note: {description: none}
              /shared: {$ref: '#/components/pathItems/Shared'}
            components:
              parameters: {Page: {name: page, in: query, schema: {type: integer}}}
              requestBodies: {A: {$ref: '#/components/requestBodies/B'}, B: {description: body}}
              responses: {A: {$ref: '#/components/responses/B'}, B: {description: through two}}
              securitySchemes: {key: {$ref: '#/components/securitySchemes/real'}, real: {type: http, scheme: basic}}
              pathItems:
                Shared:
                  post: {security: [], responses: {}}
            """, "operations.yaml");

    private static SpecOperation operation(String key) {
        return SpecOperation.all(DOCUMENT).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keysInTheDocumentsOrder() {
        assertEquals(List.of("GET /things/{id}", "POST /shared"), SpecOperation.keys(DOCUMENT.root()));
        assertEquals("GET /things/{}", operation("GET /things/{id}").template());
        assertEquals(List.of("id"), operation("GET /things/{id}").pathParameters());
        assertEquals(
                "#/components/pathItems/Shared/post", operation("POST /shared").pointer());
    }

    @Test
    void referencesAreFollowed() {
        SpecOperation operation = operation("GET /things/{id}");

        assertEquals("body", operation.requestBody().text("description"));
        assertEquals("basic", operation.scheme("key").text("scheme"));
        assertFalse(operation.scheme("absent").exists());
        assertEquals(
                Map.of("200", "through two", "4XX", "client", "default", "other"),
                operation.responses().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().text("description"))));
    }

    /** What an operation says itself goes before what its path says, and that before the document (Operation Object). */
    @Test
    void whatHoldsForTheOperation() {
        SpecOperation get = operation("GET /things/{id}");
        SpecOperation post = operation("POST /shared");

        assertEquals(
                List.of("path string", "query integer"),
                get.parameters().stream()
                        .map(Node::resolved)
                        .map(each -> each.text("in") + " " + each.get("schema").text("type"))
                        .toList());
        assertEquals(List.of(List.of("key")), get.security());
        assertEquals(List.of(), post.security());
        assertEquals(List.of("https://things.example"), get.servers());
        assertEquals(List.of("https://eu.example/v1"), post.servers());
        assertEquals(List.of("Things"), get.tags());
    }
}
