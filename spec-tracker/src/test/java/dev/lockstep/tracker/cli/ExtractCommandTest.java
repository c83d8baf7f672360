package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    @TempDir
    Path root;

    @Test
    void documentsOnStandardOutput() {
        Repository repository = Repository.in(root);
        String page = repository.path("specs/things/pages/end.md");

        Repository.Run run = repository.run("extract", page, page);

        assertTrue(run.out().startsWith("openapi: 3.0.3\ninfo:\n  title: Things\n"), run.out());
        assertTrue(run.out().contains("\n---\nopenapi: 3.0.3\n"), run.out());
        assertEquals("", run.err());
        assertEquals(0, run.code());
    }

    @Test
    void oneLineABlockForMachines() {
        Repository repository = Repository.in(root);
        String page = repository.path("specs/things/pages/end.md");

        Repository.Run run = repository.run("extract", "--format", "json", page);

        assertEquals(
                "{\"page\":\"" + page + "\",\"line\":5,\"outcome\":\"ok\",\"openapi\":\"3.0.3\",\"operations\":[\"POST"
                        + " /things/{id}/end\"],\"spec\":\"things.json\",\"reason\":null}\n",
                run.out());
        assertEquals(0, run.code());
    }

    @Test
    void refusalsAndPointers() {
        Repository repository =
                Repository.in(root).write("prose.md", "# Hello\n").write("pointer.md", "---\nopenapi: get /a\n---\n");

        Repository.Run run = repository.run("extract", repository.path("prose.md"), repository.path("pointer.md"));

        assertEquals("", run.out());
        assertEquals(
                repository.path("prose.md")
                        + ":1: refused: no OpenAPI found: the page has no block that holds a document\n"
                        + repository.path("pointer.md")
                        + ":2: pointer: front matter points to GET /a of the site's own spec\n",
                run.err());
        assertEquals(3, run.code());
    }

    @Test
    void missingFilesAreRefusalsToo() {
        Repository.Run run = Repository.in(root).run("extract", "--format", "json", "no/page.md");

        assertEquals(
                "{\"page\":\"no/page.md\",\"line\":1,\"outcome\":\"refused\",\"openapi\":null,\"operations\":[],"
                        + "\"spec\":null,\"reason\":\"no such file\"}\n",
                run.out());
        assertEquals(3, run.code());
    }
}
