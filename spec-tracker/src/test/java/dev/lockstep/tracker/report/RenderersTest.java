package dev.lockstep.tracker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.evidence.Advice;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.OperationEvidence;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class RenderersTest {
    private static final String OLD = """
            openapi: 3.0.3
            info: {title: Calls, version: '1'}
            paths:
              /calls/{id}/end:
                post:
                  summary: Ends a call
                  parameters:
                    - {in: path, name: id, required: true, schema: {type: string}}
                    - {in: query, name: reason, schema: {type: string}}
                  responses: {'204': {description: ended}}
            """;
    private static final String NEW =
            OLD.replace("name: reason,", "name: reason, required: true,").replace("Ends a call", "Stops a call");

    private static Comparison compare(String before, String after) {
        return Comparer.compare(
                ComparisonInput.of(SpecReader.parse(before, "old.yaml")),
                ComparisonInput.of(SpecReader.parse(after, "new.yaml")));
    }

    private static CheckReport check(Comparison comparison) {
        return new CheckReport(List.of(
                new VendorReport(
                        "calls", VendorStatus.CHANGED, comparison, "1.0.0", "2.0.0", List.of("compiled"), List.of()),
                new VendorReport(
                        "other",
                        VendorStatus.UNREADABLE,
                        null,
                        "1.0.0",
                        "1.0.0",
                        List.of(),
                        List.of("pages/a.md:1: is HTML, not Markdown"))));
    }

    @Test
    void textTellsVerdictCountsAndFindings() {
        String text = Renderers.named("text", false).comparison(compare(OLD, NEW));
        String fingerprint = compare(OLD, NEW).findings().get(0).fingerprint();

        assertEquals("""
                breaking, breaking in Java  Breaks clients that are deployed, and code that uses the regenerated client.
                1 breaking, 1 docs-only; 1 breaking in Java; client version: major

                POST /calls/{id}/end
                  breaking, breaking in Java  Query parameter `reason` became required.
                    -> Pass it in every call.
                    touches CallsApi#endsCall(String), CallsApi#endsCall(String, EndsCallOptions), CallsApi#endsCall(String, String) and 5 more
                    new.yaml:9  request-parameter-became-required  FINGERPRINT

                docs-only: 1 place
                """.replace("FINGERPRINT", fingerprint), text);
    }

    @Test
    void coloursOnlyWhereAskedFor() {
        assertFalse(Renderers.named("text", false).comparison(compare(OLD, NEW)).contains("\u001b"));
        assertTrue(Renderers.named("text", true).comparison(compare(OLD, NEW)).contains("\u001b[31mbreaking\u001b[0m"));
    }

    @Test
    void nothingChanged() {
        assertEquals(
                "none  Nothing changed.\nno findings; client version: none\n",
                Renderers.named("text", false).comparison(compare(OLD, OLD)));
    }

    @Test
    void unknownFormat() {
        Throwable thrown = assertThrows(IllegalArgumentException.class, () -> Renderers.named("pdf", false));

        assertEquals(
                "there is no format pdf; take one of [text, line, json, markdown, html, sarif, junit]",
                thrown.getMessage());
    }

    @Test
    void jsonHasTheFieldsOfTheContract() throws Exception {
        JsonNode json = new JsonMapper().readTree(Renderers.named("json", false).comparison(compare(OLD, NEW)));

        assertEquals("old.yaml", json.get("old").asText());
        assertEquals("new.yaml", json.get("new").asText());
        assertEquals("breaking", json.get("wire").asText());
        assertEquals("breaking", json.get("java").asText());
        assertEquals("major", json.get("semver").asText());
        JsonNode finding = json.get("findings").get(0);
        assertEquals("request-parameter-became-required", finding.get("id").asText());
        assertEquals("POST /calls/{id}/end", finding.get("operation").asText());
        assertEquals(9, finding.get("at").get("line").asInt());
        assertEquals("new.yaml", finding.get("at").get("file").asText());
        assertEquals(
                "#/paths/~1calls~1{id}~1end/post/parameters/1/required",
                finding.get("at").get("pointer").asText());
        assertTrue(finding.get("symbols").isArray());
    }

    @Test
    void htmlRunsNothingAndLoadsNothing() throws Exception {
        String html = Renderers.named("html", false).check(check(compare(OLD, NEW)));
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertTrue(html.contains("default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'"));
        for (String forbidden : List.of("<script", "<img", "<link", "javascript:", " onclick", " style=", "url(")) {
            assertFalse(html.contains(forbidden), forbidden);
        }
        assertTrue(html.contains("<h1>1 of 2 vendors made a breaking change; 1 could not be checked</h1>"));
        assertTrue(html.indexOf("became required") < html.indexOf("1 docs-only change"));
    }

    @Test
    void hostileTextStaysText() {
        String name = "<script>alert(1)</script>\\u202E`{{{x}}}`@team [a](http://evil.example) ]]>";
        String after = OLD.replace("name: reason", "name: \"" + name + "\"");
        Comparison comparison = compare(OLD, after);
        for (String format : Renderers.names()) {
            for (String text : List.of(
                    Renderers.named(format, false).comparison(comparison),
                    Renderers.named(format, false).check(check(comparison)))) {
                assertFalse(text.contains("\u202e"), format);
                if (format.equals("html") || format.equals("junit")) {
                    assertFalse(text.contains("<script>"), format);
                }
            }
        }
        assertTrue(Renderers.named("html", false).comparison(comparison).contains("\\u202E"));
        String markdown = Renderers.named("markdown", false).comparison(comparison);
        assertTrue(
                markdown.contains("`<script>alert(1)</script>\\u202E'{{{x}}}'@team [a](http://evil.example) ]]>`"),
                markdown);
    }

    @Test
    void markdownFitsAComment() {
        StringBuilder many = new StringBuilder(OLD);
        for (int i = 0; i < 2_000; i++) {
            many.append("  /things/").append(i).append(": {get: {responses: {'204': {description: ok}}}}\n");
        }
        String markdown = Renderers.named("markdown", false).comparison(compare(many.toString(), OLD));

        assertTrue(markdown.length() <= 65_536, markdown.length() + " characters");
        assertTrue(markdown.matches("(?s).*\\*\\*[0-9]+ findings were cut here\\*\\*, the mildest: .*"));
    }

    @Test
    void whatWasTriedAndCutIsCounted() {
        OperationEvidence tried = new OperationEvidence(
                "GET /things/" + "x".repeat(60_000), Advice.MUST_UPGRADE, "", 1, 1, List.of(), List.of(), "");
        Evidence evidence = new Evidence(List.of(tried, tried), 0);

        String markdown = Renderers.named("markdown", false).comparison(compare(OLD, NEW), evidence);

        assertTrue(markdown.length() <= 65_536, markdown.length() + " characters");
        assertTrue(markdown.endsWith("\nAlso cut: 1 operation that was tried out.\n"), markdown.substring(60_000));
    }

    @Test
    void theHeadingNamesTheFilesAlone() {
        String html = Renderers.named("html", false)
                .comparison(new Comparison(
                        "/a/specs/old/one.yaml",
                        "/a/specs/new/two.yaml",
                        compare(OLD, NEW).findings(),
                        0));

        assertTrue(html.contains("old/one.yaml → new/two.yaml</h2>"), html);
    }

    @Test
    void whatIsSafeIsFolded() {
        OperationEvidence safe =
                new OperationEvidence("GET /quiet", Advice.SAFE_TO_DELAY, "", 3, 2, List.of(), List.of(), "");
        String html = Renderers.named("html", false).comparison(compare(OLD, NEW), new Evidence(List.of(safe), 0));

        assertTrue(html.contains("<summary>1 operation safe to delay</summary>"), html);
        assertTrue(
                html.contains("<li><code>GET /quiet</code> <span class=\"quiet\">3 answers, 2 requests</span></li>"),
                html);
    }

    @Test
    void sarifIsOfVersion210() throws Exception {
        JsonNode sarif =
                new JsonMapper().readTree(Renderers.named("sarif", false).check(check(compare(OLD, NEW))));
        JsonNode run = sarif.get("runs").get(0);
        JsonNode result = run.get("results").get(0);

        assertEquals("2.1.0", sarif.get("version").asText());
        assertEquals("request-parameter-became-required", result.get("ruleId").asText());
        assertEquals(
                result.get("ruleId"),
                run.get("tool")
                        .get("driver")
                        .get("rules")
                        .get(result.get("ruleIndex").asInt())
                        .get("id"));
        assertEquals("error", result.get("level").asText());
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        assertEquals("new.yaml", place.get("artifactLocation").get("uri").asText());
        assertEquals(9, place.get("region").get("startLine").asInt());
    }

    @Test
    void junitCountsWhatBreaks() throws Exception {
        String xml = Renderers.named("junit", false).check(check(compare(OLD, NEW)));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

        assertEquals(3, document.getElementsByTagName("testcase").getLength());
        assertEquals(1, document.getElementsByTagName("failure").getLength());
        assertEquals(1, document.getElementsByTagName("error").getLength());
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        for (String format : Renderers.names()) {
            assertEquals(
                    Renderers.named(format, false).check(check(compare(OLD, NEW))),
                    Renderers.named(format, false).check(check(compare(OLD, NEW))));
        }
    }
}
