package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.report.Renderers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vendors' texts in messages: whatever braces they hold, they are told as they stand in the document. */
class MessageTest {
    private static final String PLACES = "{where}{name}{before}{after}";

    private static Comparison compare(String before, String after) {
        String head = "openapi: 3.0.3\ninfo: {title: Braces, version: '1'}\n";
        return Comparer.compare(
                ComparisonInput.of(SpecReader.parse(head + before, "old.yaml")),
                ComparisonInput.of(SpecReader.parse(head + after, "new.yaml")));
    }

    private static List<String> messages(String before, String after) {
        return compare(before, after).findings().stream().map(Finding::message).toList();
    }

    private static String path(String path, String responses) {
        return "paths: {'" + path + "': {get: {responses: " + responses + "}}}";
    }

    private static String body(String schema) {
        return path("/a", "{'200': {description: ok, content: {application/json: {schema: " + schema + "}}}}");
    }

    @Test
    void pathOfAnOperationThatIsGone() {
        for (String path : List.of("/x/{name}", "/x/{before}", "/{after}/y", "/{where}/{name}/{before}/{after}")) {
            String none = "paths: {}";
            String some = path(path, "{'204': {description: ok}}");

            assertEquals(List.of("Operation `GET " + path + "` is gone."), messages(some, none));
            assertEquals(List.of("Operation `GET " + path + "` is new."), messages(none, some));
        }
    }

    @Test
    void pathOfAPlaceInTheDocument() {
        assertEquals(
                List.of("`description` of `#/paths/~1x~1{name}~1{after}/get/responses/204` changed."),
                messages(
                        path("/x/{name}/{after}", "{'204': {description: ok}}"),
                        path("/x/{name}/{after}", "{'204': {description: fine}}")));
    }

    @Test
    void propertiesAndValues() {
        assertEquals(
                List.of("Property `" + PLACES + "` of the 200 response is gone; it was always there."),
                messages(
                        body("{type: object, required: ['" + PLACES + "'], properties: {b: {type: string}, '" + PLACES
                                + "': {type: string}}}"),
                        body("{type: object, properties: {b: {type: string}}}")));
        assertEquals(
                List.of("The 200 response can be `\"" + PLACES
                        + "\"` now: a client that takes only the values that it knows fails."),
                messages(body("{type: string, enum: [a]}"), body("{type: string, enum: [a, '" + PLACES + "']}")));
    }

    @Test
    void parametersAndHeaders() {
        String parameter = "paths: {/a: {get: {parameters: [%s], responses: {'204': {description: ok}}}}}";
        assertEquals(
                List.of("Query parameter `" + PLACES
                        + "` is gone: calls that pass it are refused or mean something else now."),
                messages(
                        parameter.formatted("{in: query, name: '" + PLACES + "', schema: {type: string}}"),
                        parameter.formatted("")));
    }

    @Test
    void aTextBetweenBackticksHasNone() {
        Rule rule = new Rule(
                "any-changed",
                "operation",
                "any",
                Wire.RISKY,
                Wire.RISKY,
                JavaImpact.NONE,
                false,
                "`{name}` of {where} changed from `{before}` to `{after}`.",
                "Look.");

        assertEquals(
                "`a'{before}$1` of `GET /{name}` changed from `\\x{after}` to `{name}`.",
                rule.message(Map.of(
                        "name", "a`{before}$1", "where", "`GET /{name}`", "before", "\\x{after}", "after", "{name}")));
    }

    @Test
    void aNumberInBracesIsNoArgumentInSarif() {
        String sarif = Renderers.named("sarif", false)
                .comparison(compare(path("/x/{0}/{name}", "{'204': {description: ok}}"), "paths: {}"));

        assertTrue(sarif.contains("{\"text\":\"Operation `GET /x/{{0}}/{name}` is gone. "), sarif);
    }

    @Test
    void everyFormatShowsIt() {
        Comparison comparison = compare(path("/x/{name}/{{after}}", "{'204': {description: ok}}"), "paths: {}");

        for (String format : List.of("text", "json", "markdown", "html", "sarif", "junit")) {
            String text = Renderers.named(format, false).comparison(comparison);

            assertTrue(text.contains("GET /x/{name}/{{after}}"), text);
        }
    }

    private static String sent(String schema) {
        return "paths: {/a: {post: {requestBody: {content: {application/json: {schema: " + schema
                + "}}}, responses: {'204': {description: ok}}}}}";
    }

    @Test
    void anEmptiedListIsToldOnce() {
        assertEquals(
                List.of("The request body takes none of `\"a\", \"b\"` now: its list of values is empty."),
                messages(sent("{enum: [a, b]}"), sent("{enum: []}")));
        assertEquals(
                List.of("Part `[]` of the request body takes none of `\"a\"` now: its list of values is empty."),
                messages(sent("{type: array, items: {enum: [a]}}"), sent("{type: array, items: {enum: []}}")));
    }

    @Test
    void listsWithoutACommonValueAllowNone() {
        String none = "{allOf: [{enum: [a]}, {enum: [b]}]}";

        assertEquals(List.of("The request body takes no value at all now."), messages(sent("{enum: [a]}"), sent(none)));
        assertEquals(List.of("The request body takes no value at all now."), messages(sent("{}"), sent(none)));
        assertEquals(
                List.of("The request body takes a value now, where it took none."),
                messages(sent(none), sent("{type: string}")));
        assertEquals(
                List.of("The request body takes only `null` now."),
                messages(sent("{type: string, nullable: true}"), sent("{type: string, nullable: true, enum: [null]}")));
    }
}
