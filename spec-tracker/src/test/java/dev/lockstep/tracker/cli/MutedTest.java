package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muted.yaml} in diff, check and update. */
class MutedTest {
    private static final String REQUIRED = "        - {name: why, in: query, required: true, schema: {type: string}}\n";

    @TempDir
    Path root;

    private Repository changed() {
        return Repository.locked(root).changed("      responses:\n", REQUIRED + "      responses:\n");
    }

    private static JsonNode vendor(Repository.Run run) {
        return SpecReader.parse(run.out(), "stdout.json").root().at("/vendors/0");
    }

    private static JsonNode check(Repository repository) {
        return vendor(repository.run("check", "--from", repository.path("changed"), "--format", "json"));
    }

    private static String muted(String fingerprint, String expires) {
        return "muted:\n  - {fingerprint: '" + fingerprint + "', reason: The server takes both, expires: " + expires
                + "}\n";
    }

    @Test
    void checkAndUpdateGoByWhatIsNotMuted() {
        Repository repository = changed();
        String fingerprint = check(repository).at("/findings/0/fingerprint").asText();
        repository.write("specs/things/muted.yaml", muted(fingerprint, "9999-12-31"));

        Repository.Run text = repository.run("check", "--from", repository.path("changed"));
        Repository.Run json = repository.run("check", "--from", repository.path("changed"), "--format", "json");

        assertEquals(0, text.code(), text.out());
        assertTrue(text.out().contains("1 muted"), text.out());
        assertTrue(text.out().contains("because: The server takes both"), text.out());
        assertEquals("none", vendor(json).path("wire").asText());
        assertEquals(fingerprint, vendor(json).at("/muted/0/fingerprint").asText());

        Repository.Run update = repository.run("update", "--from", repository.path("changed"));

        assertEquals(0, update.code(), update.out() + update.err());
        assertTrue(repository.read("specs/things/CHANGELOG.md").contains("(muted: The server takes both)"));
    }

    @Test
    void anExpiredEntryBreaksTheCheckAgain() {
        Repository repository = changed();
        String fingerprint = check(repository).at("/findings/0/fingerprint").asText();
        repository.write("specs/things/muted.yaml", muted(fingerprint, "2001-01-01"));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"));

        assertEquals(1, run.code());
        assertTrue(
                run.out().contains("specs/things/muted.yaml:2: muted until 2001-01-01, so that " + fingerprint),
                run.out());
    }

    @Test
    void aMalformedFileIsAnError() {
        Repository repository = changed().write("specs/things/muted.yaml", "muted:\n  - {reason: none}\n");

        Repository.Run run = repository.run("check", "--from", repository.path("changed"));

        assertEquals(3, run.code());
        assertTrue(
                run.out()
                        .contains("specs/things/muted.yaml:2: fingerprint: missing; it is the 12 hex digits that"
                                + " follow a finding"),
                run.out());
    }

    @Test
    void diffTakesAFileOrTheVendorsOwn() {
        Repository repository = changed();
        String old = repository.path("specs/things/openapi.yaml");
        repository.write(
                "new.yaml",
                repository
                        .read("specs/things/openapi.yaml")
                        .replace(
                                "        - name: id",
                                "        - " + "name: why\n"
                                        + "          in: query\n          required: true\n          schema:\n            type: string\n"
                                        + "        - name: id"));
        String fresh = repository.path("new.yaml");
        JsonNode found = SpecReader.parse(
                        repository.run("diff", old, fresh, "--format", "json").out(), "stdout")
                .root()
                .at("/findings/0");
        String file = muted(found.path("fingerprint").asText(), "9999-12-31");
        repository.write("mine.yaml", file);

        assertEquals(1, repository.run("diff", old, fresh).code());
        assertEquals(
                0,
                repository
                        .run("diff", old, fresh, "--muted", repository.path("mine.yaml"))
                        .code());

        repository.write("specs/things/muted.yaml", file);
        for (String format : List.of("text", "json", "markdown", "html", "sarif", "junit")) {
            Repository.Run run = repository.run("diff", old, fresh, "--format", format);

            assertEquals(0, run.code(), format);
            assertTrue(run.out().contains(format.equals("junit") ? "skipped=\"1\"" : mark(format)), run.out());
        }
        assertEquals(
                3,
                repository
                        .run("diff", old, fresh, "--muted", repository.path("none.yaml"))
                        .code());
        assertFalse(repository.run("diff", old, fresh).out().contains("no finding has"));
    }

    private static String mark(String format) {
        return switch (format) {
            case "json" -> "\"muted\":[{";
            case "sarif" -> "\"suppressions\":[{\"kind\":\"external\"";
            default -> "1 muted";
        };
    }
}
