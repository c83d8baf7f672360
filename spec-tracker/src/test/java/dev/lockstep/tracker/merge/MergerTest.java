package dev.lockstep.tracker.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergerTest {
    @Test
    void operationsAndComponentsOfAllPages() {
        ObjectNode root = Merger.merge(List.of(part("a.md", "/a", ""), part("b.md", "/b", "")))
                .root();

        assertEquals(List.of("GET /a", "GET /b"), Selection.operations(root));
        assertEquals(1, root.at("/components/schemas").size());
    }

    @Test
    void laterInfoAndTagsWin() {
        ObjectNode root = Merger.merge(List.of(
                        part("a.md", "/a", "tags: [{name: old}]\n"), part("b.md", "/b", "tags: [{name: new}]\n")))
                .root();

        assertEquals("b.md", root.at("/info/title").asText());
        assertEquals("[{\"name\":\"new\"}]", root.path("tags").toString());
    }

    @Test
    void securityAndServersArePushedDown() {
        ObjectNode root = Merger.merge(List.of(
                        part("a.md", "/a", "security: [{key: []}]\nservers: [{url: 'https://a.test'}]\n"),
                        part("b.md", "/b", "security: []\n")))
                .root();

        assertEquals("[{\"key\":[]}]", root.at("/paths/~1a/get/security").toString());
        assertEquals(
                "[{\"url\":\"https://a.test\"}]",
                root.at("/paths/~1a/get/servers").toString());
        assertEquals("[]", root.at("/paths/~1b/get/security").toString());
        assertEquals(true, root.path("security").isMissingNode());
    }

    @Test
    void theOperationsOwnSecurityStays() {
        Part part = of(
                "openapi: 3.0.3\nsecurity: [{key: []}]\npaths: {/a: {get: {security: [], responses: {}}}}\n",
                "a.md",
                null);

        assertEquals(
                "[]",
                Merger.merge(List.of(part)).root().at("/paths/~1a/get/security").toString());
    }

    @Test
    void operationsKnowTheirPage() {
        Part part = new Part(part("a.md", "/a", "").document(), null, "https://docs.test/a.md");

        assertEquals(
                "https://docs.test/a.md",
                Merger.merge(List.of(part))
                        .root()
                        .at("/paths/~1a/get/x-lockstep-source")
                        .asText());
    }

    @Test
    void thePageOfAPlaceIsKnown() {
        Origins origins = Merger.merge(List.of(part("a.md", "/a", ""), part("b.md", "/b", "")))
                .origins();

        assertEquals("b.md:10", origins.place("#/paths/~1b/get/responses/200"));
    }

    @Test
    void sameOperationWithOtherContent() {
        SpecException refusal = assertThrows(
                SpecException.class,
                () -> Merger.merge(List.of(
                        part("a.md", "/a", ""),
                        of(
                                "openapi: 3.0.3\npaths:\n  /a:\n    get: {summary: Other, responses: {}}\n",
                                "b.md",
                                null))));

        assertEquals(
                "b.md:4: contradicts a.md:8: both define #/paths/~1a/get, each with other content",
                refusal.getMessage());
    }

    @Test
    void sameComponentWithOtherContent() {
        SpecException refusal = assertThrows(
                SpecException.class,
                () -> Merger.merge(List.of(
                        part("a.md", "/a", ""),
                        of("openapi: 3.0.3\ncomponents:\n  schemas:\n    S: {type: integer}\n", "b.md", null))));

        assertEquals(
                "b.md:4: contradicts a.md:4: both define #/components/schemas/S, each with other content",
                refusal.getMessage());
    }

    @Test
    void pagesOfSeveralSpecs() {
        String document = "openapi: 3.0.3\npaths: {}\n";

        SpecException refusal = assertThrows(
                SpecException.class,
                () -> Merger.merge(List.of(of(document, "a.md", "v1.json"), of(document, "b.md", "v2.json"))));

        assertEquals(
                "b.md:1: pages of several specs cannot become one client: v1.json (a.md), v2.json (b.md); choose one"
                        + " with spec: v1.json in vendor.yaml, and track each other one as a vendor of its own",
                refusal.getMessage());
    }

    @Test
    void aPageWithoutASpecBelongsToTheOthers() {
        String document = "openapi: 3.0.3\npaths: {}\n";

        assertEquals(
                "3.0.3",
                Merger.merge(List.of(of(document, "a.md", null), of(document, "b.md", "v2.json")))
                        .root()
                        .path("openapi")
                        .asText());
    }

    @Test
    void versionsOfOpenApiDoNotMix() {
        SpecException refusal = assertThrows(
                SpecException.class,
                () -> Merger.merge(List.of(
                        of("openapi: 3.0.3\npaths: {}\n", "a.md", null),
                        of("openapi: 3.1.0\npaths: {}\n", "b.md", null))));

        assertEquals("b.md:1: openapi: 3.1.0 here and 3.0.3 in a.md:1", refusal.getMessage());
    }

    private static Part part(String page, String path, String root) {
        String lines = "openapi: 3.0.3\ncomponents:\n  schemas:\n    S: {type: string}\ninfo: {title: " + page
                + ", version: '1'}\npaths:\n  " + path
                + ":\n    get:\n      responses:\n        '200': {description: OK}\n" + root;
        return of(lines, page, null);
    }

    private static Part of(String yaml, String page, @Nullable String spec) {
        return new Part(SpecReader.parse(yaml, page), spec, "");
    }
}
