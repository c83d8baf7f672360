package dev.lockstep.generator.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client's jar tells a fake of its vendor. */
class FixtureTest {
    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: Acme, version: '1'}
            servers: [{url: 'https://api.acme.example/v1/'}]
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: page, in: query, required: true, schema: {type: integer}}
                    - {name: size, in: query, schema: {type: integer}}
                  responses:
            """;

    private static JsonNode fixture(String responses, String rest) throws Exception {
        String text = HEAD + responses.indent(10) + rest;
        return new ObjectMapper()
                .readTree(WriteFixture.text(
                        SpecReader.parse(text, "acme.yaml"),
                        GeneratorOptions.builder("acme").build()));
    }

    private static JsonNode response(String response) throws Exception {
        return fixture("'200':\n" + response.indent(2), "").at("/operations/0/responses/200");
    }

    private static String body(String mediaType) throws Exception {
        return response("description: OK\ncontent:\n  application/json:\n" + mediaType.indent(4))
                .path("body")
                .textValue();
    }

    @Test
    void whereAndWhat() throws Exception {
        JsonNode fixture =
                fixture("'200': {description: OK}\n4xx: {description: no}\ndefault: {description: no}\n", "");
        assertEquals("acme", fixture.path("vendor").textValue());
        assertEquals("/v1", fixture.path("path").textValue());
        JsonNode operation = fixture.at("/operations/0");
        assertEquals("GET /things/{id}", operation.path("key").textValue());
        assertEquals("getThing", operation.path("name").textValue());
        assertEquals(
                "[{\"in\":\"query\",\"name\":\"page\"}]",
                operation.path("parameters").toString());
        assertEquals(
                "{\"200\":{},\"4XX\":{},\"default\":{}}",
                operation.path("responses").toString());
        assertTrue(operation.path("body").isMissingNode());
    }

    /** What a chain of references ends at is what the client reads, and so what the fake answers. */
    @Test
    void responsesThroughSeveralReferences() throws Exception {
        JsonNode fixture = fixture("'200': {$ref: '#/components/responses/A'}\n", """
                components:
                  responses:
                    A: {$ref: '#/components/responses/B'}
                    B: {$ref: '#/components/responses/C'}
                    C:
                      description: OK
                      content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}
                """);

        assertEquals(
                "{\"type\":\"application/json\",\"body\":\"{\\\"id\\\":1}\"}",
                fixture.at("/operations/0/responses/200").toString());
    }

    /** Of several media types the fake answers in the one that the client reads, in whatever order they stand. */
    @Test
    void mediaTypeThatTheClientReads() throws Exception {
        String schema = "{schema: {type: object, properties: {id: {type: integer}}}}";
        for (String other :
                List.of("application/x-ndjson", "application/json-seq", "text/csv", "application/jsonlines")) {
            for (String json : List.of("application/json", "application/vnd.acme+json", "text/json")) {
                String first = "  " + other + ": {schema: {type: string}}\n";
                String second = "  " + json + ": " + schema + "\n";
                for (String content : List.of(first + second, second + first)) {
                    JsonNode response = response("description: OK\ncontent:\n" + content);

                    assertEquals(json, response.path("type").textValue(), content);
                    assertEquals("{\"id\":1}", response.path("body").textValue(), content);
                }
            }
        }
    }

    @Test
    void credentials() throws Exception {
        JsonNode fixture = fixture("'200': {description: OK}\n", """
                security: [{a: [], b: []}, {c: []}, {d: []}]
                components:
                  securitySchemes:
                    a: {type: apiKey, in: query, name: key}
                    b: {type: apiKey, in: cookie, name: sid}
                    c: {type: http, scheme: bearer}
                    d: {type: http, scheme: basic}
                """);
        assertEquals(
                "[[\"a\",\"b\"],[\"c\"],[\"d\"]]",
                fixture.at("/operations/0/security").toString());
        assertEquals(
                "{\"a\":{\"kind\":\"api-key-query\",\"name\":\"key\",\"prefix\":\"\",\"config\":\"a\"},"
                        + "\"b\":{\"kind\":\"api-key-cookie\",\"name\":\"sid\",\"prefix\":\"\",\"config\":\"b\"},"
                        + "\"c\":{\"kind\":\"bearer\",\"name\":\"Authorization\",\"prefix\":\"Bearer \",\"config\":\"c\"},"
                        + "\"d\":{\"kind\":\"basic\",\"name\":\"Authorization\",\"prefix\":\"Basic \",\"config\":\"d\"}}",
                fixture.path("schemes").toString());
    }

    @Test
    void propertiesShowTheirExamples() throws Exception {
        assertEquals(
                "{\"name\":\"Ada\",\"age\":1,\"size\":1.5,\"at\":\"2024-02-29T13:14:15.678Z\",\"tags\":[\"a\"]}",
                body("""
                        schema:
                          type: object
                          properties:
                            name: {type: string, example: Ada}
                            age: {type: integer, example: forty}
                            size: {type: number}
                            at: {type: string, format: date-time, example: yesterday}
                            tags: {type: array, items: {type: string, examples: [a, b]}}
                        """));
    }

    @Test
    void examplesOfTheWholeGoFirstWhereTheyFit() throws Exception {
        String schema = """
                schema:
                  type: object
                  required: [id, state]
                  properties:
                    id: {type: string, example: own}
                    state: {type: string, enum: [on, off]}
                    parts: {type: array, items: {type: object, required: [n], properties: {n: {type: integer}}}}
                """;
        assertEquals(
                "{\"id\":\"shown\",\"state\":\"off\",\"parts\":[{\"n\":1},{\"n\":7}],\"more\":true}",
                body(schema + "example: {id: shown, state: 'off', parts: [{}, {n: 7}], more: true}\n"));
        assertEquals(
                "{\"id\":\"first\",\"state\":\"on\",\"parts\":[{\"n\":1}]}",
                body(schema + "examples: {a: {value: {id: first}}, b: {value: {id: second}}}\n"));
        assertEquals("{\"id\":\"own\",\"state\":\"on\",\"parts\":[{\"n\":1}]}", body(schema + "example: no object\n"));
    }

    @Test
    void enumsKeepTheirValues() throws Exception {
        assertEquals("\"on\"", body("schema: {type: string, enum: ['on', 'off'], example: broken}"));
        assertEquals("\"off\"", body("schema: {type: string, enum: ['on', 'off'], example: 'off'}"));
    }

    @Test
    void withoutASchemaTheExampleIsAll() throws Exception {
        assertEquals("{\"free\":1}", body("example: {free: 1}"));
        assertEquals("{}", body("{}"));
    }

    @Test
    void jsonIsPreferredAndTextIsText() throws Exception {
        JsonNode both = response("""
                description: OK
                content:
                  text/plain: {schema: {type: string}}
                  application/json: {schema: {type: string}}
                """);
        assertEquals("application/json", both.path("type").textValue());
        assertEquals("\"text\"", both.path("body").textValue());
        JsonNode text = response("description: OK\ncontent: {text/plain: {schema: {type: string, example: hello}}}\n");
        assertEquals("text/plain", text.path("type").textValue());
        assertEquals("hello", text.path("body").textValue());
        JsonNode events =
                response("description: OK\ncontent: {text/event-stream: {schema: {type: object}, example: {n: 1}}}\n");
        assertEquals("data: {\"n\":1}\n\n", events.path("body").textValue());
    }

    @Test
    void referencesAreFollowed() throws Exception {
        JsonNode fixture = fixture("'200': {$ref: '#/components/responses/Thing'}\n", """
                components:
                  responses:
                    Thing:
                      description: OK
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Thing'}
                          examples: {a: {$ref: '#/components/examples/a'}}
                  examples: {a: {value: {id: shown}}}
                  schemas: {Thing: {type: object, properties: {id: {type: string}}}}
                """);
        assertEquals(
                "{\"id\":\"shown\"}",
                fixture.at("/operations/0/responses/200/body").textValue());
    }

    @Test
    void aMisspeltReferenceHarmsNoBuild() throws Exception {
        JsonNode fixture = fixture(
                "'200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref:"
                        + " '#components/schemas/Thing'}}}}}\n",
                "components: {schemas: {Thing: {type: object}}}\n");
        assertEquals("[{}]", fixture.at("/operations/0/responses/200/body").textValue());
    }

    @Test
    void whatIsLongIsCutToWhatIsRequired() throws Exception {
        String longText = "x".repeat(20_000);
        assertEquals(
                "{\"id\":\"text é😀 \\\"quoted\\\"\\n\"}",
                body(
                        "schema: {type: object, required: [id], properties: {id: {type: string}, more: {type: string, example: "
                                + longText + "}}}"));
    }

    @Test
    void sameDocumentSameBytes() throws Exception {
        String responses = "'200': {description: OK, content: {application/json: {schema: {type: object}}}}\n";
        assertEquals(fixture(responses, "").toString(), fixture(responses, "").toString());
    }
}
