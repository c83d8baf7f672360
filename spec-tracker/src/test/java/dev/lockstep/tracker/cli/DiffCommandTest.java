package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    Path root;

    @Test
    void pages() {
        Repository repository = Repository.in(root).changed("in: header", "in: query");

        Repository.Run run = repository.run(
                "diff",
                repository.path("specs/things/pages/end.md"),
                repository.path("changed/things/end.md"),
                "--format",
                "json");
        JsonNode line = SpecReader.parse(run.out(), "stdout.json").root();

        assertEquals(
                repository.path("specs/things/pages/end.md"), line.path("old").asText());
        assertEquals("breaking", line.path("wire").asText());
        assertEquals(1, run.code());
    }

    @Test
    void theSameTwice() {
        Repository repository = Repository.in(root);
        String page = repository.path("specs/things/pages/end.md");

        Repository.Run run = repository.run("diff", page, page, "--format", "json");

        assertTrue(run.out().contains("\"findings\":[]"), run.out());
        assertEquals(0, run.code());
    }

    @Test
    void everyFormat() {
        Repository repository = Repository.in(root).changed("Ends a thing.", "Ends it.");
        for (String format : List.of("text", "json", "markdown", "html", "sarif", "junit")) {
            Repository.Run run = repository.run(
                    "diff",
                    repository.path("specs/things/pages/end.md"),
                    repository.path("changed/things/end.md"),
                    "--format",
                    format);

            assertEquals(0, run.code(), format + run.err());
            assertTrue(run.out().endsWith("\n"), format);
        }
    }

    private static final String ORDERS =
            "openapi: 3.0.3\ninfo: {title: O, version: '1'}\nservers: [{url: 'https://api.example.com'}]\npaths: {/orders: {get: {"
                    + "operationId: order, responses: {'200': {description: ok, content: {application/json: {schema: {type: object, %s"
                    + " properties: {id: {type: string}}}}}}}}}}\n";

    @Test
    void evidenceInEveryFormatOfACheck() {
        Repository repository = Repository.in(root)
                .write("old.yaml", ORDERS.formatted("required: [id],"))
                .write("new.yaml", ORDERS.formatted(""));
        String failure = "answer 200 at $.id: missing, and required before";
        for (String format : List.of("text", "markdown", "html")) {
            Repository.Run run = repository.run(
                    "diff", repository.path("old.yaml"), repository.path("new.yaml"), "--evidence", "--format", format);

            assertEquals(1, run.code(), run.err());
            assertTrue(run.out().contains("A client of the old document, tried out"), run.out());
            assertTrue(run.out().replace("\\", "").contains(failure), run.out());
        }

        Repository.Run json = repository.run(
                "diff", repository.path("old.yaml"), repository.path("new.yaml"), "--evidence", "--format", "json");
        JsonNode operation = SpecReader.parse(json.out(), "stdout.json")
                .root()
                .path("evidence")
                .path("operations")
                .path(0);

        assertEquals("must upgrade", operation.path("advice").asText());
        assertEquals("$.id", operation.path("failures").path(0).path("path").asText());
        assertEquals("", operation.path("fault").asText());
    }

    @Test
    void evidenceOnlyWhereAsked() {
        Repository repository = Repository.in(root)
                .write("old.yaml", ORDERS.formatted("required: [id],"))
                .write("new.yaml", ORDERS.formatted(""));

        String json = repository
                .run("diff", repository.path("old.yaml"), repository.path("new.yaml"), "--format", "json")
                .out();

        assertTrue(!json.contains("\"evidence\""), json);
        assertEquals(
                2,
                repository
                        .run("diff", "--pairs", repository.path("old.yaml"), "--evidence")
                        .code());
    }

    @Test
    void pairs() {
        Repository repository = Repository.in(root)
                .changed("in: header", "in: query")
                .write("html.md", "<!doctype html>")
                .write("pairs.tsv", """
                        same\tspecs/things/pages/end.md\tspecs/things/pages/end.md

                        moved\tspecs/things/pages/end.md\tchanged/things/end.md
                        gone\tspecs/things/pages/end.md\tno/such.yaml
                        html\thtml.md\tspecs/things/pages/end.md
                        """);

        Repository.Run run = repository.run("diff", "--pairs", repository.path("pairs.tsv"));
        List<JsonNode> lines = run.out()
                .lines()
                .map(line -> SpecReader.parse(line, "stdout.json").root())
                .toList();

        assertEquals(
                List.of("same", "moved", "gone", "html"),
                lines.stream().map(line -> line.path("id").asText()).toList());
        assertEquals("none", lines.get(0).path("wire").asText());
        assertEquals("breaking", lines.get(1).path("wire").asText());
        assertTrue(lines.get(2).path("error").asText().endsWith("no/such.yaml: no such file"), run.out());
        assertTrue(lines.get(3).path("error").asText().contains("html.md:1: an HTML page (a login page"), run.out());
        assertEquals(3, run.code());
    }

    @Test
    void mistakes() {
        Repository repository = Repository.in(root).write("pairs.tsv", "one\ttwo\n");
        String page = repository.path("specs/things/pages/end.md");

        assertEquals(2, repository.run("diff", page).code());
        assertTrue(repository.run("diff").err().startsWith("diff takes OLD and NEW, or --pairs FILE\n"));
        assertTrue(repository
                .run("diff", page, page, "--format", "pdf")
                .err()
                .startsWith("--format: pdf is none of text, line, json, markdown, html, sarif, junit\n"));
        assertEquals(
                "lockstep: " + repository.path("pairs.tsv")
                        + ":1: a line has an id, the old and the new document with tabs between\n",
                repository.run("diff", "--pairs", repository.path("pairs.tsv")).err());
    }
}
