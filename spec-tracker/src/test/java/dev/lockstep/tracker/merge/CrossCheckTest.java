package dev.lockstep.tracker.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages held against a whole spec. */
class CrossCheckTest {
    private static final String WHOLE = """
            openapi: 3.0.3
            security: [{key: []}]
            paths:
              /a: {get: {summary: A, responses: {'200': {description: OK}}}}
              /b: {get: {summary: B, responses: {'200': {description: OK}}}}
            components:
              schemas:
                Thing: {type: object}
            """;

    @Test
    void equalPagesAreNoNews() {
        CrossCheck.Result result = check(page("a.md", "/a", "A", "object"), page("b.md", "/b", "B", "object"));

        assertEquals(List.of(), result.notes());
        assertEquals(List.of(), result.extra());
    }

    @Test
    void missing() {
        CrossCheck.Result result = check(page("a.md", "/a", "A", "object"));

        assertEquals(
                "note whole.yaml:1: on no page: GET /b", result.notes().get(0).toString());
    }

    @Test
    void extra() {
        CrossCheck.Result result = check(
                page("a.md", "/a", "A", "object"),
                page("b.md", "/b", "B", "object"),
                page("c.md", "/c", "C", "object"));

        assertEquals("c.md", result.extra().get(0).document().source());
        assertEquals(
                "note c.md:4 #/paths/~1c/get: GET /c is on this page and not in the whole spec; it is taken from here",
                result.notes().get(0).toString());
    }

    @Test
    void different() {
        CrossCheck.Result result = check(page("a.md", "/a", "Other", "object"), page("b.md", "/b", "B", "string"));

        assertEquals(
                List.of(
                        "note a.md:4 #/paths/~1a/get/summary: GET /a differs from the whole spec, which counts",
                        "note b.md:7 #/components/schemas/Thing/type: Thing differs from the whole spec, which counts"),
                result.notes().stream().map(Object::toString).toList());
    }

    private static CrossCheck.Result check(Part... pages) {
        Part whole = new Part(SpecReader.parse(WHOLE, "whole.yaml"), null, "https://docs.test/openapi.yaml");
        return CrossCheck.of(Merger.merge(List.of(whole)), List.of(pages));
    }

    private static Part page(String name, String path, String summary, String type) {
        String text = """
                openapi: 3.0.3
                security: [{key: []}]
                paths:
                  %s: {get: {summary: %s, responses: {'200': {description: OK}}}}
                components:
                  schemas:
                    Thing: {type: %s}
                """.formatted(path, summary, type);
        return new Part(SpecReader.parse(text, name), "whole.yaml", "https://docs.test/" + name);
    }
}
