package dev.lockstep.tracker.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectsTest {
    private static final String FERN = """
            # Delete thing

            DELETE https://api.things.test/v1/things/{id}

            ## OpenAPI Specification

            ```yaml
            openapi: 3.1.1
            info:
              title: Delete thing
              version: endpoint_things.delete
            paths:
              /things/{id}:
                delete:
                  operationId: delete
                  tags:
                    - - subpackage_things
                      - subpackage_things/admin
                  parameters:
                    - name: id
                      in: path
                      required: true
                      schema:
                        type: string
                        enum:
                          - value: a
                          - value: b
                  responses:
                    '200':
                      description: OK
            ```
            """;

    @Test
    void fernEnumsTagsAndServer() {
        Block block = read(FERN);
        JsonNode root = block.required().root();
        JsonNode operation = root.at("/paths/~1things~1{id}/delete");

        assertEquals("[\"subpackage_things/admin\"]", operation.path("tags").toString());
        assertEquals("[\"a\",\"b\"]", operation.at("/parameters/0/schema/enum").toString());
        assertEquals("https://api.things.test/v1", root.at("/servers/0/url").asText());
    }

    @Test
    void everyNormalisationIsRecorded() {
        List<String> notes = read(FERN).notes().stream().map(Object::toString).toList();

        assertEquals(
                List.of(
                        "note page.md:8 #/servers: the document names no server; https://api.things.test/v1 comes from the"
                                + " page's method line",
                        "note page.md:17 #/paths/~1things~1{id}/delete/tags/0: nested tags became"
                                + " subpackage_things/admin",
                        "note page.md:25 #/paths/~1things~1{id}/delete/parameters/0/schema/enum: enum members written as"
                                + " {value: …} became plain values"),
                notes);
    }

    @Test
    void methodLineCountsOnlyWithoutServers() {
        String page = FERN.replace("paths:\n", "servers:\n  - url: https://other.test\npaths:\n");

        assertEquals(
                "https://other.test",
                read(page).required().root().at("/servers/0/url").asText());
    }

    @Test
    void typeNullIn30() {
        String document = Pages.document().replace("type: string", "anyOf: [{type: string}, {type: 'null'}]");
        JsonNode schema = read(Pages.mintlify(document))
                .required()
                .root()
                .at("/paths/~1things~1{id}~1end/post/parameters/0/schema");

        assertEquals("{\"anyOf\":[{\"type\":\"string\"}],\"nullable\":true}", schema.toString());
    }

    @Test
    void typeNullIn31Stays() {
        String document = Pages.document()
                .replace("3.0.3", "3.1.0")
                .replace("            type: string", "            type: [string, 'null']");
        JsonNode schema = read(Pages.mintlify(document))
                .required()
                .root()
                .at("/paths/~1things~1{id}~1end/post/parameters/0/schema");

        assertEquals("{\"type\":[\"string\",\"null\"]}", schema.toString());
    }

    @Test
    void propertiesMayHaveTheNamesOfKeywords() {
        String document = Pages.document()
                .replace(
                        "type: string",
                        "type: object\n            properties: {enum: {type: array, items: {type: string}},"
                                + " tags: {type: string, example: {enum: [{value: 1}]}}}");

        assertEquals(List.of(), read(Pages.mintlify(document)).notes());
    }

    private static Block read(String page) {
        Block block = PageReader.read(page, "page.md").get(0);
        block.required();
        return block;
    }
}
