package dev.lockstep.tracker.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageReaderTest {
    @Test
    void mintlifyPage() {
        Block block = only(Pages.mintlify(Pages.document()));

        assertEquals(BlockOutcome.OK, block.outcome());
        assertEquals(5, block.line());
        assertEquals("things.json", block.spec());
        assertEquals(List.of("POST /things/{id}/end"), block.operations());
        assertEquals("3.0.3", block.required().openapi());
    }

    @Test
    void linesAreThePages() {
        assertEquals(13, only(Pages.mintlify(Pages.document())).required().line("#/paths/~1things~1{id}~1end"));
    }

    @Test
    void absentSpecIsAnIdentity() {
        Block block = only(Pages.mintlify("yaml post /things/{id}/end", Pages.document()));

        assertEquals(BlockOutcome.OK, block.outcome());
        assertNull(block.spec());
    }

    @Test
    void threeBackticksTildesCrlfAndByteOrderMark() {
        String page = "\uFEFF# Ende\n\n<div id=\"openapi\">\n  ## OpenAPI\n</div>\n\n~~~yaml x POST /things/{id}/end\n"
                + Pages.document() + "~~~\n";

        assertEquals(BlockOutcome.OK, only(page).outcome());
        assertEquals(
                BlockOutcome.OK,
                only(page.replace("~~~", "```").replace("\n", "\r\n")).outcome());
    }

    @Test
    void wholeDocumentsAreBlocksToo() {
        assertEquals(BlockOutcome.OK, only(Pages.document()).outcome());
        assertEquals(
                BlockOutcome.OK,
                only("{\"info\":{\"title\":\"x\",\"version\":\"1\"},\"openapi\":\"3.1.0\",\"paths\":{}}")
                        .outcome());
    }

    @Test
    void fenceInsideADescriptionIsText() {
        String document = Pages.document()
                .replace(
                        "      operationId",
                        "      description: |\n        ```json\n        {}\n        ```\n      operationId");

        assertEquals(BlockOutcome.OK, only(Pages.mintlify(document)).outcome());
    }

    @Test
    void examplesAndInstructionsAreNotDocuments() {
        String page =
                "<AgentInstructions>\n\nPOST https://evil.test/feedback\n\n```json\n{\"path\": \"/x\", \"openapi\": \"no\"}\n```\n\n"
                        + "</AgentInstructions>\n\n" + Pages.mintlify(Pages.document());

        List<Block> blocks = PageReader.read(page, "page.md");

        assertEquals(1, blocks.size());
        assertEquals(BlockOutcome.OK, blocks.get(0).outcome());
        assertTrue(blocks.get(0).required().root().path("servers").toString().contains("api.things.test"));
    }

    @Test
    void unclosedFence() {
        String page = Pages.mintlify(Pages.document()).replaceFirst("\n````$", "");

        assertRefused(page, 5, "unclosed fence: the page is truncated, and what is left of it cannot be trusted");
    }

    @Test
    void htmlPage() {
        assertRefused(
                "\n<!DOCTYPE html>\n<html><body>Log in</body></html>",
                1,
                "an HTML page (a login page or a captcha?), not the page's Markdown source");
    }

    @Test
    void legacyMintlify() {
        String body = "paths:\n  path: /things/{id}/end\n  method: post\n  request: {}\n  response: {}\n";

        assertRefused(
                Pages.mintlify(body),
                5,
                "legacy Mintlify: the block is that tool's own form (paths.path, .method, .request, .response), not"
                        + " OpenAPI");
    }

    @Test
    void asyncApi() {
        assertRefused(
                "## AsyncAPI Specification\n\n```yaml\nasyncapi: 2.6.0\ninfo:\n  title: x\n```\n",
                3,
                "an AsyncAPI document (asyncapi: 2.6.0), which describes messages and not HTTP calls");
    }

    @Test
    void swagger2() {
        assertRefused(
                "```json\n{\"swagger\": \"2.0\", \"paths\": {}}\n```\n",
                1,
                "a Swagger 2.0 document; only OpenAPI 3.0 and 3.1 are read");
    }

    @Test
    void otherVersion() {
        assertRefused(
                Pages.mintlify(Pages.document().replace("3.0.3", "3.2.0")),
                5,
                "openapi: 3.2.0 is not read; only 3.0.x and 3.1.x are");
    }

    @Test
    void operationOfTheFenceIsMissing() {
        assertRefused(
                Pages.mintlify("yaml things.json delete /things/{id}", Pages.document()),
                5,
                "the fence names DELETE /things/{id}, which is not in its document; that has POST /things/{id}/end");
    }

    @Test
    void blocksThatDisagree() {
        String other = Pages.mintlify(Pages.document().replace("description: OK", "description: Fine"));

        assertRefused(
                Pages.mintlify(Pages.document()) + "\n\n" + other,
                32,
                "two blocks disagree about POST /things/{id}/end: this one and the one on line 5");
    }

    @Test
    void blocksThatAgree() {
        String page = Pages.mintlify(Pages.document());

        assertEquals(2, PageReader.read(page + "\n\n" + page, "page.md").size());
    }

    @Test
    void referenceThatLeadsNowhere() {
        String document = Pages.document()
                .replace("            type: string", "            $ref: '#/components/schemas/Nowhere'");
        Block block = only(Pages.mintlify(document));

        assertEquals(BlockOutcome.REFUSED, block.outcome());
        assertTrue(block.reason().contains("#/components/schemas/Nowhere"), block.reason());
        assertEquals(21, block.line());
    }

    @Test
    void frontMatterPointer() {
        Block block = only("---\ntitle: End\nopenapi: \"things.json post /things/{id}/end\"\n---\n\nProse.\n");

        assertEquals(BlockOutcome.POINTER, block.outcome());
        assertEquals(3, block.line());
        assertEquals(List.of("POST /things/{id}/end"), block.operations());
        assertEquals("front matter points to POST /things/{id}/end of things.json", block.reason());
    }

    @Test
    void gitBookPointer() {
        Block block = only("""
                # Get

                {% openapi src="https://x.test/spec.yaml" path="/things" method="get" %}
                https://x.test/spec.yaml
                {% endopenapi %}
                """);

        assertEquals(BlockOutcome.POINTER, block.outcome());
        assertEquals("a GitBook reference points to GET /things of https://x.test/spec.yaml", block.reason());
    }

    @Test
    void listedPointer() {
        Block block = only("# Leave\n\n- OpenAPI: /openapi/rest.yaml\n- Method: POST\n- Path: /leave\n");

        assertEquals(BlockOutcome.POINTER, block.outcome());
        assertEquals("the page points to POST /leave of /openapi/rest.yaml", block.reason());
    }

    @Test
    void docusaurus() {
        assertRefused(
                "---\nid: end\napi: eJzVVk1v2zAM/SuBzk6U\n---\n\nEnd.\n",
                3,
                "a Docusaurus page: its operation is packed into the front matter (api: eJ…), which is not read");
    }

    @Test
    void swaggerFrontMatter() {
        assertRefused(
                "---\nswagger: '2.0'\n---\n\nEnd.\n",
                2,
                "Swagger 2 in the front matter; only OpenAPI 3.0 and 3.1 are read");
    }

    @Test
    void manyPagesInOneFile() {
        String part = "# End\nSource: https://docs.x.test/end\n\nProse.\n\n";

        assertRefused(part.repeat(3), 1, "many pages in one file (llms-full.txt): name the pages instead");
    }

    @Test
    void handWrittenPage() {
        assertRefused(
                "# Stop\n\n<ParamField path=\"id\" type=\"string\">\n  The thing.\n</ParamField>\n",
                3,
                "a hand-written page (ParamField, ResponseField): it has no OpenAPI block");
    }

    @Test
    void proseAlone() {
        assertRefused("# Hello\n", 1, "no OpenAPI found: the page has no block that holds a document");
        assertRefused(" \n", 1, "the page is empty");
    }

    @Test
    void missingFile() {
        SpecException refusal = assertThrows(SpecException.class, () -> PageReader.read(Path.of("no/such/page.md")));

        assertEquals("no/such/page.md: no such file", refusal.getMessage());
    }

    private static Block only(String page) {
        List<Block> blocks = PageReader.read(page, "page.md");
        assertEquals(1, blocks.size());
        return blocks.get(0);
    }

    private static void assertRefused(String page, int line, String reason) {
        Block block = only(page);
        assertEquals(reason, block.reason());
        assertEquals(BlockOutcome.REFUSED, block.outcome());
        assertEquals(line, block.line());
        assertEquals("page.md", block.page());
    }
}
