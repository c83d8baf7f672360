package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of which no rule says that it breaks, and that fails when the locked client meets it. */
class TrialVerdictTest {
    private static final String ERROR =
            "{description: no, content: {application/json: {schema: {type: object, required: [%1$s], properties: {%1$s:"
                    + " {type: integer}}}}}}";
    /** Every error has a code. */
    private static final String BEFORE = "        default: " + ERROR.formatted("code") + "\n";
    /** One has another body now, so that the default no longer speaks for it. */
    private static final String AFTER = "        '404': " + ERROR.formatted("message") + "\n" + BEFORE;

    private static final String FAILURE = "answer 404 at $.code: missing, and required before";
    private static final String MESSAGE =
            "Operation `POST /things/{id}/end` fails where a client of the old document meets" + " the new one: `"
                    + FAILURE + "`.";

    @TempDir
    Path root;

    private static String page(String errors) {
        return Repository.page().replace("      responses:\n", "      responses:\n" + errors);
    }

    /** Locked with {@code before}, and a folder {@code changed} in which the vendor publishes {@code after}. */
    private Repository repository(String before, String after) {
        Repository repository = Repository.in(root);
        repository.write("first/things/end.md", before);
        assertEquals(
                0, repository.run("update", "--from", repository.path("first")).code());
        return repository.write("changed/things/end.md", after);
    }

    private Repository failing() {
        return repository(page(BEFORE), page(AFTER));
    }

    private static JsonNode vendor(Repository.Run run) {
        return SpecReader.parse(run.out(), "stdout.json").root().at("/vendors/0");
    }

    private static JsonNode check(Repository repository) {
        return vendor(repository.run("check", "--from", repository.path("changed"), "--format", "json"));
    }

    @Test
    void theRulesAloneCallItCompatible() {
        Repository repository = failing();

        Repository.Run run =
                repository.run("check", "--from", repository.path("changed"), "--format", "json", "--no-evidence");

        assertEquals("compatible", vendor(run).path("wire").asText());
        assertEquals("[]", vendor(run).path("needs").toString());
        assertEquals(0, run.code());
    }

    @Test
    void checkGoesByTheTrial() {
        Repository.Run run =
                failing().run("check", "--from", root.resolve("changed").toString(), "--format", "json");
        JsonNode vendor = vendor(run);

        assertEquals(1, run.code());
        assertEquals("breaking", vendor.path("wire").asText());
        assertEquals("[\"accept\"]", vendor.path("needs").toString());
        assertEquals("trial-failed", vendor.at("/findings/0/id").asText());
        assertEquals(MESSAGE, vendor.at("/findings/0/message").asText());
        assertEquals("POST /things/{id}/end", vendor.at("/findings/0/operation").asText());
        assertTrue(vendor.at("/findings/0/at/file").asText().endsWith("changed/things/end.md"), run.out());
        assertTrue(
                vendor.at("/findings/0/symbols").toString().contains("dev.lockstep.vendor.things.ThingsApi#endThing("),
                run.out());
        assertEquals("must upgrade", vendor.at("/evidence/operations/0/advice").asText());
        assertEquals(
                "no rule says that it hurts, and it failed when it was tried",
                vendor.at("/evidence/operations/0/fault").asText());
    }

    @Test
    void noFormatCallsItCompatible() throws IOException {
        Repository repository = failing();
        Repository.Run line = repository.run("check", "--from", repository.path("changed"), "--format", "line");
        Repository.Run text = repository.run("check", "--from", repository.path("changed"));

        assertEquals("Lockstep: things breaking on the wire (1.0.0 → 1.1.0)\n", line.out());
        assertTrue(text.out().startsWith("things    breaking  1.0.0 → 1.1.0  1 breaking, "), text.out());
        assertTrue(text.out().contains("  breaking  " + MESSAGE + "\n"), text.out());
        assertTrue(
                text.out()
                        .contains("    Rules and trial disagree: no rule says that it hurts, and it failed when it was"
                                + " tried. The worse of the two counts; please report it.\n"),
                text.out());
        for (String report : List.of("report.md", "report.html")) {
            String page = Files.readString(root.resolve("target/lockstep").resolve(report));
            assertTrue(page.contains("Breaks clients that are deployed"), page);
            assertFalse(page.contains("Breaks nothing") || page.contains("nothing breaks"), page);
        }
    }

    @Test
    void updateWaitsForAPerson() {
        Repository repository = failing();
        Map<String, String> before = repository.specs();

        Repository.Run run = repository.run("update", "--from", repository.path("changed"));

        assertEquals(1, run.code());
        assertEquals(before, repository.specs());
        assertTrue(run.out().contains("./lockstep update things --accept --reason"), run.out());
    }

    @Test
    void acceptedWithAReason() {
        Repository repository = failing();
        String fingerprint = check(repository).at("/findings/0/fingerprint").asText();

        Repository.Run run = repository.run(
                "update", "--from", repository.path("changed"), "--accept", "--reason", "we do not read 404s");

        assertEquals(0, run.code(), run.err());
        JsonNode lock = SpecReader.parse(repository.read("specs/things/lock.json"), "lock.json")
                .root();
        assertEquals("we do not read 404s", lock.at("/acceptances/0/reason").asText());
        assertTrue(lock.at("/acceptances/0/fingerprints").toString().contains(fingerprint), lock.toString());
        assertTrue(
                repository
                        .read("specs/things/CHANGELOG.md")
                        .contains("- " + MESSAGE + " (breaking on the wire, none in Java)\n"),
                repository.read("specs/things/CHANGELOG.md"));
        assertEquals(0, repository.run("status").code());
    }

    @Test
    void aTeamMayJudgeItWrong() {
        Repository repository = failing();
        String fingerprint = check(repository).at("/findings/0/fingerprint").asText();
        repository.write(
                "specs/things/muted.yaml",
                "muted:\n  - {fingerprint: '" + fingerprint + "', reason: No 404 here, expires: 9999-12-31}\n");

        Repository.Run run = repository.run("check", "--from", repository.path("changed"), "--format", "json");

        assertEquals(0, run.code());
        assertEquals("compatible", vendor(run).path("wire").asText());
        assertEquals("muted", vendor(run).at("/evidence/operations/0/advice").asText());
        assertEquals(fingerprint, vendor(run).at("/muted/0/fingerprint").asText());
        assertEquals(
                "Lockstep: things compatible on the wire (1.0.0 → 1.1.0), 1 muted\n",
                repository
                        .run("check", "--from", repository.path("changed"), "--format", "line")
                        .out());
    }

    @Test
    void aMutedRuleLeavesNoAdviceToUpgrade() {
        String required = "        - {name: why, in: query, required: true, schema: {type: string}}\n";
        Repository repository = repository(
                Repository.page(), Repository.page().replace("      responses:\n", required + "      responses:\n"));
        String fingerprint = check(repository).at("/findings/0/fingerprint").asText();
        repository.write(
                "specs/things/muted.yaml",
                "muted:\n  - {fingerprint: '" + fingerprint + "', reason: Not so, expires: 9999-12-31}\n");

        JsonNode vendor = check(repository);

        assertEquals("none", vendor.path("wire").asText());
        assertEquals("muted", vendor.at("/evidence/operations/0/advice").asText());
    }

    private static final String REQUIRED = "        - {name: why, in: query, required: true, schema: {type: string}}\n";

    /** Locked, and changed in two ways: a required parameter is new, and so is an error with another body. */
    private Repository failingTwice() {
        return repository(page(BEFORE), page(AFTER).replace("      responses:\n", REQUIRED + "      responses:\n"));
    }

    private static String fingerprint(JsonNode vendor, String id) {
        for (JsonNode finding : vendor.path("findings")) {
            if (finding.path("id").asText().equals(id)) {
                return finding.path("fingerprint").asText();
            }
        }
        throw new AssertionError(id + " is not among " + vendor.path("findings"));
    }

    private static void mute(Repository repository, String... fingerprints) {
        StringBuilder muted = new StringBuilder("muted:\n");
        for (String fingerprint : fingerprints) {
            muted.append("  - {fingerprint: '").append(fingerprint).append("', reason: Not so, expires: 9999-12-31}\n");
        }
        repository.write("specs/things/muted.yaml", muted.toString());
    }

    @Test
    void aRuleThatExplainsIsEnoughWhereNothingIsMuted() {
        JsonNode vendor = check(failingTwice());

        assertFalse(vendor.path("findings").toString().contains("trial-failed"), vendor.toString());
        assertTrue(vendor.at("/evidence/operations/0/failures").toString().contains("$.code"), vendor.toString());
    }

    @Test
    void aMutedFindingSilencesNoFailureOfAnotherMessage() {
        Repository repository = failingTwice();
        mute(repository, fingerprint(check(repository), "request-parameter-added-required"));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"), "--format", "json");
        JsonNode vendor = vendor(run);

        assertEquals(1, run.code(), run.out());
        assertEquals("breaking", vendor.path("wire").asText());
        assertEquals(MESSAGE, vendor.at("/findings/0/message").asText());
        assertEquals("must upgrade", vendor.at("/evidence/operations/0/advice").asText());
        assertTrue(vendor.at("/findings/0/at/file").asText().endsWith("changed/things/end.md"), run.out());
        Map<String, String> before = repository.specs();
        assertEquals(
                1,
                repository.run("update", "--from", repository.path("changed")).code());
        assertEquals(before, repository.specs());
    }

    @Test
    void whatIsLeftOfATrialIsMutedByItself() {
        Repository repository = failingTwice();
        String rule = fingerprint(check(repository), "request-parameter-added-required");
        mute(repository, rule);
        mute(repository, rule, fingerprint(check(repository), "trial-failed"));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"), "--format", "json");

        assertEquals(0, run.code(), run.out());
        assertEquals("muted", vendor(run).at("/evidence/operations/0/advice").asText());
        assertEquals(2, vendor(run).path("muted").size());
        assertFalse(vendor(run).toString().contains("remove the entry"), run.out());
        assertEquals(
                0,
                repository.run("update", "--from", repository.path("changed")).code());
    }

    @Test
    void aMutedFindingOfTheWholeApiSilencesItsOwnSubjectAlone() {
        Repository repository =
                repository(page(BEFORE), page(AFTER).replace("      name: x-api-key\n", "      name: x-other-key\n"));
        String scheme = fingerprint(check(repository), "security-scheme-changed");
        mute(repository, scheme);

        JsonNode vendor = check(repository);

        assertEquals(MESSAGE, vendor.at("/findings/0/message").asText(), vendor.toString());
        assertEquals(
                1,
                repository.run("update", "--from", repository.path("changed")).code());
    }

    @Test
    void aMutedFindingSilencesTheFailureThatItExplains() {
        String more = ERROR.formatted("code").replace("{code: {", "{note: {type: string}, code: {");
        String error = "        '404': " + more.replace("[code]", "[code, note]") + "\n";
        String without = "        '404': " + more.replace("[code]", "[code]") + "\n";
        Repository repository = repository(page(error), page(without));
        JsonNode rules = check(repository);
        mute(repository, fingerprint(rules, "response-property-became-optional"));

        JsonNode vendor = check(repository);

        assertEquals("muted", vendor.at("/evidence/operations/0/advice").asText(), vendor.toString());
        assertEquals("[]", vendor.path("findings").toString());
    }

    @Test
    void diffGoesByItWhereAsked() {
        Repository repository =
                Repository.in(root).write("old.md", page(BEFORE)).write("new.md", page(AFTER));
        String[] pair = {repository.path("old.md"), repository.path("new.md")};

        assertEquals(0, repository.run("diff", pair[0], pair[1]).code());
        for (String format : List.of("text", "line", "json", "markdown", "html", "sarif", "junit")) {
            Repository.Run run = repository.run("diff", pair[0], pair[1], "--evidence", "--format", format);

            assertEquals(1, run.code(), format);
            assertTrue(run.out().contains(broken(format)), run.out());
        }
    }

    private static String broken(String format) {
        return switch (format) {
            case "line" -> "Lockstep: breaking on the wire, 1 breaking, ";
            case "json" -> "\"wire\":\"breaking\"";
            case "html" -> "<h1>This change breaks something</h1>";
            case "sarif" -> "\"ruleId\":\"trial-failed\",\"ruleIndex\":0,\"level\":\"error\"";
            case "junit" -> "failures=\"1\"";
            default -> "Breaks clients that are deployed";
        };
    }

    @Test
    void whereTheRulesAloneBreakBothAreShown() {
        String email = Repository.page()
                .replace(
                        "        id:\n          type: string\n",
                        "        id:\n          type: string\n          format: email\n");
        Repository repository = repository(email, email.replace("          format: email\n", ""));

        Repository.Run run = repository.run("check", "--from", repository.path("changed"));

        assertEquals(1, run.code(), run.out());
        assertTrue(
                run.out()
                        .contains(
                                "    Rules and trial disagree: the rules say that it breaks (response-format-widened), and"
                                        + " nothing failed when it was tried. The worse of the two counts; please report it.\n"),
                run.out());
    }

    @Test
    void whatCouldNotBeTriedIsSaid() throws IOException {
        String never = "        '409': {description: no, content: {application/json: {schema: {type: string, pattern:"
                + " '^never-[0-9]{77}$'}}}}\n";
        Repository repository = repository(Repository.page(), page(never));

        Repository.Run line = repository.run("check", "--from", repository.path("changed"), "--format", "line");
        JsonNode vendor = check(repository);
        Repository.Run text = repository.run("check", "--from", repository.path("changed"));

        assertEquals(0, text.code());
        assertEquals("not tried out", vendor.at("/evidence/operations/0/advice").asText());
        assertEquals("", vendor.at("/evidence/operations/0/fault").asText());
        assertEquals(1, vendor.at("/evidence/untried").asInt());
        assertTrue(line.out().endsWith(", 1 operation was not fully tried out\n"), line.out());
        assertTrue(text.out().contains("; 1 operation was not fully tried out\n"), text.out());
        assertTrue(
                text.out()
                        .contains(
                                "    no answer 409 in application/json could be made: no value was found that its schema"
                                        + " allows\n"),
                text.out());
        for (String report : List.of("report.md", "report.html")) {
            String page = Files.readString(root.resolve("target/lockstep").resolve(report));
            assertTrue(page.contains("1 operation was not fully tried out"), page);
        }
        for (String format : List.of("sarif", "junit")) {
            Repository.Run run = repository.run(
                    "diff",
                    repository.path("first/things/end.md"),
                    repository.path("changed/things/end.md"),
                    "--evidence",
                    "--format",
                    format);
            assertTrue(run.out().contains("no answer 409 in application/json could be made"), run.out());
        }
    }
}
