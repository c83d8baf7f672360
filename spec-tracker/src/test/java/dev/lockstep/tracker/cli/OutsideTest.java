package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.source.Published;
import dev.lockstep.tracker.source.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor publishes more than the team selected: what changes there is counted, and is nobody's work. */
class OutsideTest {
    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: Things, version: 1.0.0}
            servers: [{url: https://api.things.test}]
            security: [{apiKey: []}]
            paths:
              /things/{id}/end:
                post:
                  operationId: endThing
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
              /things:
                get:
                  operationId: listThings
                  parameters: [{name: page, in: query, schema: {type: integer}}]
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
            components:
              schemas: {Thing: {type: object, properties: {id: {type: string}}}}
              securitySchemes: {apiKey: {type: apiKey, in: header, name: x-api-key}}
            """;
    private static final String REQUIRED =
            SPEC.replace("name: page, in: query,", "name: page, in: query, required: true,");

    @TempDir
    Path root;

    private Repository repository;

    @BeforeEach
    void locked() {
        repository = Repository.empty(root).write("specs/things/vendor.yaml", Repository.config("things.yaml"));
        publish(SPEC);
        Repository.Run run = repository.run("update");
        assertEquals(0, run.code(), run.err() + run.out());
    }

    private void publish(String text) {
        repository.network((folder, config) -> Optional.of(new Reading(
                List.of(new Published(config.sources().get(0), "things.yaml", text.getBytes(StandardCharsets.UTF_8))),
                List.of())));
    }

    private JsonNode vendor() {
        String json = repository.run("check", "--format", "json").out();
        return SpecReader.parse(json, "stdout.json").root().at("/vendors/0");
    }

    @Test
    void nothingIsOutsideWhileNothingChanged() {
        assertTrue(vendor().path("outside").isMissingNode()
                || vendor().path("outside").asInt() == 0);
    }

    @Test
    void whatBreaksOutsideIsCountedAndBreaksNothing() {
        publish(REQUIRED);

        Repository.Run check = repository.run("check");

        assertEquals(0, check.code(), check.out());
        assertTrue(check.out().contains("no findings; 1 outside your selection"), check.out());
        assertEquals("none", vendor().path("wire").asText());
        assertEquals(1, vendor().path("outside").asInt());
        assertEquals(0, repository.run("update").code());
        assertTrue(vendor().path("outside").asInt() == 0, "locked with the rest");
    }

    @Test
    void whatChangesInsideIsToldBesideIt() {
        publish(REQUIRED.replace("properties: {id: {type: string}}", "properties: {id: {type: integer}}"));

        Repository.Run check = repository.run("check");

        assertEquals(1, check.code(), check.out());
        assertTrue(check.out().contains("1 breaking; 1 breaking in Java; 2 outside your selection"), check.out());
        for (String report : List.of("report.md", "report.html")) {
            assertTrue(repository.read("target/lockstep/" + report).contains("2 outside your selection"), report);
        }
    }

    @Test
    void aSchemaThatOnlyOthersUseIsOutside() {
        publish(SPEC.replace("type: array, items", "type: array, maxItems: 5, items"));

        assertEquals(1, vendor().path("outside").asInt());
    }

    @Test
    void diffComparesTheSelectionOfALockedSpec() {
        repository.write("new.yaml", REQUIRED);

        Repository.Run run =
                repository.run("diff", repository.path("specs/things/openapi.yaml"), repository.path("new.yaml"));

        assertEquals(0, run.code(), run.out());
        assertTrue(
                run.err()
                        .contains("1 of 2 operations of " + repository.path("new.yaml")
                                + " were not compared: outside your selection (operations: in vendor.yaml)"),
                run.err());
    }
}
