package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {
    @TempDir
    Path root;

    @Test
    void lockedVendor() {
        Repository repository = Repository.locked(root);

        Repository.Run run =
                repository.run("generate", "things", "--out", repository.path("out"), "--compile", "--format", "json");
        JsonNode line = json(run);

        assertEquals("things", line.path("name").asText());
        assertEquals(1, line.path("operations").asInt());
        assertEquals(1, line.path("schemas").asInt());
        assertTrue(line.path("lines").asInt() > 50, run.out());
        assertTrue(line.at("/millis/compile").isIntegralNumber());
        assertEquals("[]", line.path("diagnostics").toString());
        assertTrue(line.path("ok").asBoolean());
        assertEquals(0, run.code());
        assertTrue(Files.exists(root.resolve("out/src/main/java/dev/lockstep/vendor/things/ThingsClient.java")));
        assertTrue(Files.exists(root.resolve("out/classes/dev/lockstep/vendor/things/ThingsClient.class")));
    }

    @Test
    void anySpec() {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run(
                "generate",
                repository.path("specs/things/openapi.yaml"),
                "--out",
                repository.path("out"),
                "--name",
                "my-things");

        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("my-things: 1 operations, 1 schemas, "), run.out());
        assertTrue(Files.exists(root.resolve("out/src/main/java/dev/lockstep/vendor/mythings/MyThingsClient.java")));
        assertFalse(Files.exists(root.resolve("out/classes")));
    }

    @Test
    void refusedSpec() {
        Repository repository = Repository.in(root).write("bad.yaml", "openapi: 3.0.3\nopenapi: 3.0.3\n");

        Repository.Run run = repository.run(
                "generate", repository.path("bad.yaml"), "--out", repository.path("out"), "--format", "json");
        JsonNode line = json(run);

        assertEquals(1, run.out().lines().count());
        assertEquals("refused", line.at("/diagnostics/0/level").asText());
        assertEquals(
                repository.path("bad.yaml") + ":2",
                line.at("/diagnostics/0/at").asText().replaceAll(" .*", ""));
        assertFalse(line.path("ok").asBoolean());
        assertEquals(3, run.code());
        assertFalse(Files.exists(root.resolve("out")));
    }

    @Test
    void editedVendor() {
        Repository repository = Repository.locked(root);
        repository.write("specs/things/openapi.yaml", repository.read("specs/things/openapi.yaml") + "\n");

        Repository.Run run = repository.run("generate", "things", "--out", repository.path("out"), "--format", "json");

        assertEquals("error", json(run).at("/diagnostics/0/level").asText());
        assertTrue(json(run).at("/diagnostics/0/message").asText().startsWith("specs/things does not match its lock:"));
        assertEquals(4, run.code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere.yaml  |                               | no such file",
                "folder        |                               | is a folder, not a document",
                "a.yaml        | ''                            | is empty",
                "a.yaml        | <html><body>Sign in</body>    | is an HTML or XML page, not a YAML or JSON document",
                "a.yaml        | swagger: '2.0'                | is a Swagger 2.0 document; only OpenAPI 3.0 and 3.1 are read: convert it first",
                "a.yaml        | openapi: 3.0.3, info: {a      | is not YAML: mapping values are not allowed here",
                "a.json        | '{\"openapi\": \"3.0.3\", '   | is not JSON: Unexpected end-of-input",
            })
    void whatIsNoSpec(String file, @Nullable String text, String message) throws IOException {
        Repository repository = Repository.in(root);
        Files.createDirectories(root.resolve("folder"));
        if (text != null) {
            repository.write(file, text);
        }

        Repository.Run run = repository.run(
                "generate", repository.path(file), "--out", repository.path("out"), "--name", "x", "--format", "json");

        assertEquals(1, run.out().lines().count());
        assertEquals("refused", json(run).at("/diagnostics/0/level").asText());
        assertTrue(json(run).at("/diagnostics/0/at").asText().startsWith(repository.path(file)), run.out());
        assertTrue(json(run).at("/diagnostics/0/message").asText().startsWith(message), run.out());
        assertEquals(3, run.code());
        assertFalse(Files.exists(root.resolve("out")));
    }

    @Test
    void fileAsOut() {
        Repository repository = Repository.locked(root).write("out", "mine");

        Repository.Run run = repository.run("generate", "things", "--out", repository.path("out"));

        assertTrue(run.err().startsWith("--out: " + repository.path("out") + " is no folder\n"), run.err());
        assertEquals(2, run.code());
        assertEquals("mine", repository.read("out"));
    }

    @Test
    void fileWhereSourcesGo() {
        Repository repository = Repository.locked(root).write("out/src", "mine");

        Repository.Run run = repository.run("generate", "things", "--out", repository.path("out"), "--format", "json");

        assertEquals(repository.path("out"), json(run).at("/diagnostics/0/at").asText());
        assertTrue(
                json(run).at("/diagnostics/0/message").asText().startsWith("cannot write the sources in "), run.out());
        assertEquals(1, run.out().lines().count());
        assertEquals(3, run.code());
    }

    @Test
    void handWrittenFilesStay() {
        String mine = "out/src/main/java/dev/lockstep/vendor/things/Mine.java";
        Repository repository = Repository.locked(root).write(mine, "package dev.lockstep.vendor.things;");
        repository.run("generate", "things", "--out", repository.path("out"));

        Repository.Run run = repository.run(
                "generate",
                repository.path("specs/things/openapi.yaml"),
                "--out",
                repository.path("out"),
                "--name",
                "others");

        assertEquals(0, run.code(), run.err());
        assertTrue(Files.exists(root.resolve(mine)));
        assertFalse(Files.exists(root.resolve("out/src/main/java/dev/lockstep/vendor/things/ThingsClient.java")));
        assertTrue(Files.exists(root.resolve("out/src/main/java/dev/lockstep/vendor/others/OthersClient.java")));
    }

    @Test
    void unknownVendor() {
        Repository.Run run = Repository.in(root)
                .run("generate", "thing", "--out", root.resolve("out").toString());

        assertEquals("lockstep: unknown vendor thing; did you mean things?\n", run.err());
        assertEquals(2, run.code());
    }

    @Test
    void surfaces() {
        Repository repository = Repository.locked(root);
        assertEquals("things: as recorded\n", repository.run("api").out());
        String recorded = repository.read("specs/things/client.api");
        repository.write("specs/things/client.api", recorded.replace("String id()", "String name()"));

        Repository.Run differs = repository.run("api");
        Repository.Run written = repository.run("api", "--write");

        assertTrue(
                differs.out()
                        .startsWith(
                                "things: differs from specs/things/client.api; ./lockstep api --write things"
                                        + " accepts it\n  - public @Nullable String name()\n  + public @Nullable String id()\n"),
                differs.out());
        assertEquals(4, differs.code());
        assertEquals("things: written to specs/things/client.api\n", written.out());
        assertEquals(recorded, repository.read("specs/things/client.api"));
        assertEquals(0, written.code());
    }

    private static JsonNode json(Repository.Run run) {
        return SpecReader.parse(run.out(), "stdout.json").root();
    }
}
