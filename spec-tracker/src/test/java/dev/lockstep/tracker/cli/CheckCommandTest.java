package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockReader;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path root;

    @Test
    void unchanged() {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run("check", "--from", repository.path("first"), "--format", "json");

        assertEquals("unchanged", vendor(run).path("status").asText());
        assertEquals(0, run.code());
    }

    @Test
    void prose() {
        Repository.Run run = check("Ends a thing.", "Ends a thing for good.");

        assertEquals("docs-only", vendor(run).path("wire").asText());
        assertEquals("none", vendor(run).path("java").asText());
        assertEquals(0, run.code());
    }

    @Test
    void addedProperty() {
        Repository.Run run = check(
                "          type: string\n  securitySchemes",
                "          type: string\n        at: {type: string}\n  securitySchemes");

        assertEquals("compatible", vendor(run).path("wire").asText());
        assertEquals("compatible", vendor(run).path("java").asText());
        assertEquals("minor", vendor(run).path("semver").asText());
        assertEquals("1.1.0", vendor(run).at("/version/new").asText());
        assertEquals(0, run.code());
    }

    @Test
    void requiredParameter() {
        Repository.Run run = check(
                "      responses:\n",
                "        - {name: why, in: query, required: true, schema: {type: string}}\n      responses:\n");

        assertEquals("breaking", vendor(run).path("wire").asText());
        assertEquals("breaking", vendor(run).path("java").asText());
        assertEquals("2.0.0", vendor(run).at("/version/new").asText());
        assertEquals(1, run.code());
    }

    /** A name that the generator no longer asks for would be decided anew, and nobody would hear of it. */
    @Test
    void aNameOfTheLockThatNothingAsksFor() {
        Repository repository = Repository.locked(root).changed("Ends a thing.", "Ends a thing for good.");
        Lock lock = LockReader.read(root.resolve("specs/things/lock.json")).lock();
        SortedMap<String, String> names = new TreeMap<>(lock.names());
        names.put("#/components/schemas/Thing~Old", "OldThing");
        repository.write("specs/things/lock.json", LockWriter.write(lock.withNames(names)));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"), "--format", "json");

        assertEquals(
                "warning specs/things/openapi.yaml:34 #/components/schemas/Thing~Old: the lock has the name \"OldThing\" for"
                        + " \"#/components/schemas/Thing~Old\", which the generator does not ask for; look in client.api"
                        + " whether a name has moved, and keep it with ./lockstep rename",
                vendor(run).at("/notes/0").asText());
        assertEquals(0, run.code());
    }

    @Test
    void changesAreTriedOut() throws IOException {
        Repository repository = Repository.locked(root);
        repository.write(
                "changed/things/end.md",
                Repository.page()
                        .replace(
                                "      responses:\n",
                                "        - {name: why, in: query, required: true, schema: {type: string}}\n      responses:\n"));
        String told = "query parameter why: required, and not sent";

        Repository.Run json = repository.run("check", "--from", repository.path("changed"), "--format", "json");
        Repository.Run text = repository.run("check", "--from", repository.path("changed"));

        JsonNode evidence = vendor(json).at("/evidence/operations/0");
        assertEquals("must upgrade", evidence.path("advice").asText());
        assertEquals(
                "before the vendor's change is live", evidence.path("deadline").asText());
        assertEquals("query parameter why", evidence.at("/failures/0/where").asText());
        assertEquals("", evidence.path("fault").asText());
        assertTrue(text.out().contains("must upgrade before the vendor's change is live"), text.out());
        assertTrue(text.out().contains("    " + told + "\n"), text.out());
        for (String report : List.of("report.md", "report.html")) {
            String page = Files.readString(root.resolve("target/lockstep").resolve(report));
            assertTrue(page.contains(told) && page.contains("must upgrade"), page);
        }

        Repository.Run untried =
                repository.run("check", "--from", repository.path("changed"), "--format", "json", "--no-evidence");

        assertEquals(0, vendor(untried).at("/evidence/operations").size());
    }

    @Test
    void renamesBreakNothing() {
        Repository repository = Repository.locked(root);
        repository.write(
                "changed/things/end.md",
                Repository.page()
                        .replace("endThing", "finish_thing_v2")
                        .replace("- Things\n", "- All Things\n")
                        .replace("schemas/Thing'", "schemas/ThingRecord'")
                        .replace("    Thing:\n", "    ThingRecord:\n"));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"), "--format", "json");

        assertEquals("none", vendor(run).path("java").asText(), run.out());
        assertEquals("docs-only", vendor(run).path("wire").asText(), run.out());
        assertEquals(0, run.code());
    }

    @Test
    void findingsPointIntoThePage() {
        Repository.Run run = check("Ends a thing.", "Ends a thing for good.");
        JsonNode at = vendor(run).at("/findings/0/at");

        assertTrue(at.path("file").asText().endsWith("changed/things/end.md"), at.toString());
        assertEquals(20, at.path("line").asInt());
    }

    @Test
    void changesNothingButTheReport() {
        Repository repository = Repository.locked(root).changed("Ends a thing.", "Ends it.");
        Map<String, String> before = repository.specs();

        repository.run("check", "--from", repository.path("changed"), "--report", repository.path("report"));

        assertEquals(before, repository.specs());
        assertTrue(repository.read("report/report.html").contains("things"));
        assertTrue(repository.read("report/report.md").contains("things"));
        assertTrue(repository.read("report/report.json").contains("\"vendor\":\"things\""));
        assertTrue(Files.exists(
                root.resolve("report/clients/things/classes/dev/lockstep/vendor/things/ThingsClient.class")));
    }

    @Test
    void progressGoesToStandardError() {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run("check", "--from", repository.path("first"), "--format", "json");

        assertEquals(1, run.out().lines().count(), run.out());
        assertEquals("check things: done\nreport: " + root.resolve("target/lockstep/report.html") + "\n", run.err());
    }

    @Test
    void vendorsAbsentFromTheFolderAreLeftAlone() {
        Repository repository = Repository.locked(root).write("empty/.keep", "");

        Repository.Run run = repository.run("check", "--from", repository.path("empty"), "--format", "json");

        assertEquals("left alone", vendor(run).path("status").asText());
        assertEquals(0, run.code());
    }

    @Test
    void pagesThatCannotBeUsed() {
        assertUnreadable("<!doctype html><title>Log in</title>", ":1: an HTML page");
        assertUnreadable(Repository.page().replace("````\n", ""), ":5: unclosed fence: the page is truncated");
        assertUnreadable(
                "# End\n\n````yaml post /things/{id}/end\npaths:\n  path: /things/{id}/end\n  method: post\n````\n",
                ":3: legacy Mintlify");
        assertUnreadable("# End\n\n```yaml\nasyncapi: 2.6.0\n```\n", ":3: an AsyncAPI document");
        assertUnreadable("---\nopenapi: post /things/{id}/end\n---\n", ":2: holds no document: front matter points to");
    }

    @Test
    void unreachableSource() {
        Repository repository = Repository.locked(root);

        Repository.Run run = repository.run("check", "--format", "json");

        assertEquals("unreadable", vendor(run).path("status").asText());
        assertEquals(
                "https://docs.things.test/end.md: no network in tests",
                vendor(run).at("/errors/0").asText());
        assertEquals(3, run.code());
    }

    @Test
    void documentThatStandsForNoSource() {
        Repository repository = Repository.locked(root)
                .write("changed/things/other.md", Repository.page().replace("/things/{id}/end", "/other"));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"), "--format", "json");

        assertTrue(
                vendor(run)
                        .at("/errors/0")
                        .asText()
                        .endsWith(
                                "other.md: stands for no source of things: it has POST /other, and its name is not among"
                                        + " pages/end.md"),
                run.out());
        assertEquals(3, run.code());
    }

    @Test
    void folderOfAnUnknownVendor() {
        Repository repository = Repository.locked(root).write("changed/thing/end.md", Repository.page());

        Repository.Run run = repository.run("check", "--from", repository.path("changed"));

        assertEquals(
                "lockstep: " + root.resolve("changed/thing")
                        + ": no vendor of this name is tracked; did you mean things?\n",
                run.err());
        assertEquals(3, run.code());
    }

    @Test
    void missingFolder() {
        Repository.Run run = Repository.in(root)
                .run("check", "--from", root.resolve("nowhere").toString());

        assertEquals(
                "lockstep: " + root.resolve("nowhere") + ": no such folder; --from needs one with a folder a vendor\n",
                run.err());
        assertEquals(3, run.code());
    }

    @Test
    void mistypedOptions() {
        Repository.Run run = Repository.in(root).run("check", "--form", "x");

        assertTrue(run.err().startsWith("Unknown option: '--form'\nPossible solutions: --format\n"), run.err());
        assertEquals(2, run.code());
        assertEquals(2, Repository.in(root).run("chek").code());
        assertEquals(2, Repository.in(root).run().code());
    }

    private Repository.Run check(String from, String to) {
        Repository repository = Repository.locked(root).changed(from, to);
        return repository.run("check", "--from", repository.path("changed"), "--format", "json");
    }

    private void assertUnreadable(String page, String message) {
        Repository repository = Repository.locked(root.resolve(Integer.toHexString(page.hashCode())));
        Map<String, String> before = repository.specs();
        repository.write("changed/things/end.md", page);

        Repository.Run run = repository.run("update", "--from", repository.path("changed"), "--format", "json");

        String error = vendor(run).at("/errors/0").asText();
        assertTrue(error.contains("changed/things/end.md" + message), error);
        assertEquals(3, run.code());
        assertEquals(before, repository.specs());
    }

    private static JsonNode vendor(Repository.Run run) {
        assertTrue(run.out().startsWith("{"), run.out() + run.err());
        return SpecReader.parse(run.out(), "stdout.json").at("#/vendors/0");
    }
}
