package dev.lockstep.tracker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.Access;
import dev.lockstep.tracker.workspace.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody means who names a vendor's sources. */
class DiscoveryTest {
    private final DocsSite site = new DocsSite();
    private final Map<String, String> environment = new TreeMap<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPageOnThisMachine() throws IOException {
        Discovery.Discovered found = discover(file("end.md", page("t.json", "/end")));

        assertEquals(List.of(new Source("", "pages/end.md")), found.sources());
        assertEquals(Set.of("GET /end"), found.operations());
        assertEquals(Set.of("t.json"), found.specs());
        assertEquals(List.of(), notes(found));
    }

    @Test
    void aFolderIsItsFilesByName() throws IOException {
        file("b.md", page("t.json", "/b"));
        file("a.md", page("t.json", "/a"));
        file(".hidden.md", "not read");
        Files.createDirectories(folder.resolve("deeper"));
        file("deeper/c.md", page("t.json", "/c"));

        Discovery.Discovered found = discover(folder.toString());

        assertEquals(List.of("pages/a.md", "pages/b.md"), files(found));
        assertEquals(List.of("GET /a", "GET /b"), List.copyOf(found.operations()));
    }

    @Test
    void whatItIsCountsAndNotItsName() throws IOException {
        Discovery.Discovered found = discover(file("spec.txt", spec("/a")), file("page.yaml", page("t.json", "/b")));

        assertEquals(
                List.of(Source.Kind.SPEC, Source.Kind.PAGE),
                found.sources().stream().map(Source::kind).toList());
    }

    @Test
    void twoOfOneNameGetFilesOfTheirOwn() throws IOException {
        Files.createDirectories(folder.resolve("v1"));
        Files.createDirectories(folder.resolve("v2"));

        Discovery.Discovered found =
                discover(file("v1/end.md", page("t.json", "/v1")), file("v2/end.md", page("t.json", "/v2")));

        assertEquals(2, Set.copyOf(files(found)).size(), () -> files(found).toString());
        assertEquals(List.of("GET /v1", "GET /v2"), List.copyOf(found.operations()));
    }

    @Test
    void oneThatIsNamedTwiceIsReadOnce() throws IOException {
        String path = file("end.md", page("t.json", "/end"));

        assertEquals(List.of("pages/end.md"), files(discover(path, path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"the page [1].md", "100%.md", "Größe.md", "a#b?c.md"})
    void namesThatAreNoPartOfAnAddress(String name) throws IOException {
        Discovery.Discovered found = discover(file(name, page("t.json", "/end")));

        assertTrue(
                files(found).get(0).matches("pages/[A-Za-z0-9][A-Za-z0-9._-]*\\.md"),
                () -> files(found).get(0));
    }

    @Test
    void noSuchFile() {
        String path = folder.resolve("gone.md").toString();

        assertFails(path + ": no such file", path);
    }

    @Test
    void anIndexOnThisMachine() throws IOException {
        String path = file("llms.txt", "# Things\n\n- [End](https://docs.things.test/end.md)\n");

        assertFails(path + ": is an index (llms.txt): name its address, since its links are read from there", path);
    }

    @Test
    void theAddressOfAPage() {
        site.publish("/api/end.md", page("t.json", "/end"));

        Discovery.Discovered found = discover(site.url("/api/end.md"));

        assertEquals(List.of(new Source(site.url("/api/end.md"), "pages/api-end.md")), found.sources());
        assertEquals(page("t.json", "/end"), found.published().get(0).text());
    }

    @Test
    void theAddressOfASpec() {
        site.publish(
                "/openapi.json",
                "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":"
                        + "{\"/end\":{\"get\":{\"responses\":{\"200\":{\"description\":\"OK\"}}}}}}");

        Discovery.Discovered found = discover(site.url("/openapi.json"));

        assertEquals(
                List.of(new Source(site.url("/openapi.json"), "pages/openapi.json", Source.Kind.SPEC, List.of())),
                found.sources());
        assertEquals(Set.of("GET /end"), found.operations());
    }

    @Test
    void theAddressOfAnIndexStandsForItsPages() {
        site.publish("/llms.txt", "# Things\n\n- [End](/api/end.md)\n- [Guide](/guide.md)\n");
        site.publish("/api/end.md", page("t.json", "/end"));
        site.publish("/guide.md", "# Guide\n");

        Discovery.Discovered found = discover(site.url("/llms.txt"));

        assertEquals(List.of(Source.index(site.url("/llms.txt"), List.of())), found.sources());
        assertEquals(
                List.of("pages/api-end.md"),
                found.published().stream().map(page -> page.source().file()).toList());
        assertEquals(List.of("1 page holds no document"), notes(found));
        assertEquals(
                List.of("/api/end.md 200", "/guide.md 200", "/llms.txt 200"),
                site.requests().stream().sorted().toList());
    }

    @Test
    void aWebPageIsReadAsItsMarkdown() {
        site.answer("/api/end", html());
        site.publish("/api/end.md", page("t.json", "/end"));

        Discovery.Discovered found = discover(site.url("/api/end"));

        assertEquals(List.of(site.url("/api/end.md")), addresses(found));
        assertEquals(
                List.of("answers with an HTML page (a login page or a captcha?); " + site.url("/api/end.md")
                        + " is read in its place"),
                notes(found));
    }

    @Test
    void aFrontPageIsReadAsTheIndexBelowIt() {
        site.answer("/docs/", html());
        site.publish("/docs/llms.txt", "# Things\n\n- [End](/docs/end.md)\n");
        site.publish("/docs/end.md", page("t.json", "/end"));
        site.publish("/llms.txt", "# Everything\n\n- [Other](/other.md)\n");

        Discovery.Discovered found = discover(site.url("/docs/"));

        assertEquals(List.of(site.url("/docs/llms.txt")), addresses(found));
        assertEquals(List.of("/docs/ 200", "/docs.md 404", "/docs/llms.txt 200", "/docs/end.md 200"), site.requests());
    }

    @Test
    void aPageWithoutMarkdownIsReadAsTheIndexAtTheTop() {
        site.answer("/api/end", html());
        site.publish("/llms.txt", "# Things\n\n- [End](/end.md)\n");
        site.publish("/end.md", page("t.json", "/end"));

        assertEquals(List.of(site.url("/llms.txt")), addresses(discover(site.url("/api/end"))));
    }

    @Test
    void nothingInItsPlace() {
        site.answer("/docs", html());

        assertFails(site.url("/docs") + ": answers with an HTML page (a login page or a captcha?)", site.url("/docs"));
        assertEquals(List.of("/docs 200", "/docs.md 404", "/docs/llms.txt 404", "/llms.txt 404"), site.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/end.md", "/end.mdx", "/llms.txt", "/openapi.json", "/openapi.yaml", "/openapi.yml"})
    void whatIsNoWebPageHasNothingInItsPlace(String path) {
        assertFails(site.url(path) + ": answers 404", site.url(path));
        assertEquals(List.of(path + " 404"), site.requests());
    }

    @Test
    void whichOfSeveralSpecsOfAnIndex() {
        site.publish("/llms.txt", "# T\n\n## OpenAPI Specs\n\n- [old](/old.yaml)\n- [new](/new.yaml)\n");
        site.publish("/old.yaml", spec("/old"));
        site.publish("/new.yaml", spec("/new"));

        Discovery.Discovered found = discovery().discover(List.of(site.url("/llms.txt")), "old.yaml", List.of());

        assertEquals(Set.of("GET /old"), found.operations());
    }

    @Test
    void severalSourcesInTheirOrder() throws IOException {
        site.publish("/b.md", page("two.json", "/b"));

        Discovery.Discovered found = discover(site.url("/b.md"), file("a.md", page("one.json", "/a")));

        assertEquals(List.of("GET /b", "GET /a"), List.copyOf(found.operations()));
        assertEquals(List.of("one.json", "two.json"), List.copyOf(found.specs()));
    }

    @Test
    void aRefusedDocumentIsAmongTheBlocks() throws IOException {
        Discovery.Discovered found = discover(file("old.md", "# Old\n\n```json\n{\"swagger\": \"2.0\"}\n```\n"));

        assertEquals(1, found.blocks().size());
        assertEquals(Set.of(), found.operations());
    }

    @Test
    void documentsThatAreNotPublic() {
        environment.put("THINGS_DOCS", "canary");
        site.restrict("X-Docs-Key", "key canary");
        site.publish("/llms.txt", "# Things\n\n- [End](/end.md)\n");
        site.publish("/end.md", page("t.json", "/end"));
        Access access = new Access("localhost", "X-Docs-Key", "key ", "THINGS_DOCS");

        Discovery.Discovered found = discovery().discover(List.of(site.url("/llms.txt")), null, List.of(access));

        assertEquals(Set.of("GET /end"), found.operations());
        assertFails(
                site.url("/end.md")
                        + ": answers 401: it needs a credential; name the environment variable that holds it"
                        + " under access",
                site.url("/end.md"));
    }

    private Discovery discovery() {
        return new Discovery(new Fetcher(new OkHttpClient(), new Waits(), environment::get));
    }

    private Discovery.Discovered discover(String... named) {
        return discovery().discover(List.of(named), null, List.of());
    }

    private void assertFails(String message, String... named) {
        assertEquals(
                message,
                assertThrows(SpecException.class, () -> discover(named)).getMessage());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static List<String> files(Discovery.Discovered found) {
        return found.sources().stream().map(Source::file).toList();
    }

    private static List<String> addresses(Discovery.Discovered found) {
        return found.sources().stream().map(Source::url).toList();
    }

    private static List<String> notes(Discovery.Discovered found) {
        return found.notes().stream().map(note -> note.message()).toList();
    }

    private static MockResponse html() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>")
                .build();
    }

    private static String page(String spec, String path) {
        return "# P\n\n````yaml " + spec + " get " + path + "\n" + spec(path) + "````\n";
    }

    private static String spec(String path) {
        return "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  " + path
                + ": {get: {responses: {'200': {description: OK}}}}\n";
    }
}
