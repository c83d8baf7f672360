package dev.lockstep.tracker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.ClientNames;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an {@code llms.txt} leads to. */
class IndexSourcesTest {
    private final DocsSite site = new DocsSite();

    @TempDir
    Path root;

    private VendorFolder folder = new VendorFolder(Path.of("."));

    @BeforeEach
    void folder() throws IOException {
        folder = new VendorFolder(root.resolve("specs/things"));
        Files.createDirectories(folder.path());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void pagesWithADocument() {
        site.publish("/llms.txt", """
                # Things

                > Docs of things.

                ## Docs

                - [Welcome](https://elsewhere.test/welcome.md): on another host
                - [Guide](/guide.md): prose
                - [Start thing](/api/start.md): Starts.
                - [End thing](/api/end.md#top)
                - [Console](/console)
                """);
        site.publish("/guide.md", "# Guide\n\nRead this.\n");
        site.publish("/api/start.md", page("things.json", "/start"));
        site.publish("/api/end.md", page("things.json", "/end"));

        Reading reading = read(null);

        assertEquals(List.of("pages/api-start.md", "pages/api-end.md"), files(reading));
        assertEquals(
                List.of("1 link to other hosts not followed", "1 page holds no document"),
                reading.notes().stream().map(note -> note.message()).toList());
    }

    @Test
    void theSpecThatReallyIsOne() {
        site.publish("/llms.txt", index("package-lock.json", "config.yaml", "openapi.yaml"));
        site.publish("/package-lock.json", "{\"name\": \"docs\", \"lockfileVersion\": 3}");
        site.publish("/config.yaml", "openapi: 2.0.0\n");
        site.publish("/openapi.yaml", spec("/end"));

        Reading reading = read(null);

        assertEquals(List.of("pages/openapi.yaml"), files(reading));
        assertEquals(
                List.of(
                        site.url("/package-lock.json")
                                + " is listed under OpenAPI Specs and left out: it is no OpenAPI document",
                        site.url("/config.yaml") + " is listed under OpenAPI Specs and left out: openapi: 2.0.0 is not"
                                + " read; only 3.0.x and 3.1.x are"),
                reading.notes().stream().map(note -> note.message()).toList());
    }

    @Test
    void theSpecThatThePagesName() {
        site.publish("/llms.txt", index("old.yaml", "new.yaml") + "\n## Docs\n\n- [End](/api/end.md)\n");
        site.publish("/old.yaml", spec("/end"));
        site.publish("/new.yaml", spec("/end"));
        site.publish("/api/end.md", page("new.yaml", "/end"));

        assertEquals(List.of("pages/new.yaml"), files(read(null)));
        assertEquals(List.of("pages/old.yaml"), files(read("old.yaml")));
    }

    @Test
    void severalSpecsThatNothingTellsApart() {
        site.publish("/llms.txt", index("old.yaml", "new.yaml"));
        site.publish("/old.yaml", spec("/end"));
        site.publish("/new.yaml", spec("/end"));

        assertFails("names several specs, and no page says which is meant: " + site.url("/old.yaml") + ", "
                + site.url("/new.yaml") + "; choose one with spec: old.yaml");
    }

    @Test
    void chosenPages() {
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n- [B](/beta/b.md)\n");
        site.publish("/api/a.md", page("t.json", "/a"));
        site.publish("/beta/b.md", page("t.json", "/b"));

        Reading reading = read(null, "/api/*");

        assertEquals(List.of("pages/api-a.md"), files(reading));
        assertEquals(List.of("/llms.txt 200", "/api/a.md 200"), site.requests());
    }

    @Test
    void aPageThatIsListedAndCannotBeRead() {
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n- [B](/api/b.md)\n");
        site.publish("/api/a.md", page("t.json", "/a"));
        site.answer(
                "/api/b.md",
                new MockResponse.Builder()
                        .addHeader("Content-Type", "text/html")
                        .body("<html>log in</html>")
                        .build());

        SpecException failure = assertThrows(SpecException.class, () -> read(null));

        assertEquals(
                site.url("/api/b.md")
                        + ": answers with an HTML page (a login page or a captcha?); what is locked stays as it is",
                failure.getMessage());
    }

    @Test
    void aNewPageThatIsRefusedIsLeftOut() {
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n- [Events](/api/events.md)\n");
        site.publish("/api/a.md", page("t.json", "/a"));
        site.publish("/api/events.md", "# Events\n\n```yaml events.json post /e\nasyncapi: 3.0.0\n```\n");

        Reading reading = read(null);

        assertEquals(List.of("pages/api-a.md"), files(reading));
        assertEquals(
                site.url("/api/events.md") + ":3 is left out: an AsyncAPI document (asyncapi: 3.0.0), which describes"
                        + " messages and not HTTP calls",
                reading.notes().get(0).message());
    }

    @Test
    void whatIsNoLongerListedAndGoneIsRemoved() throws IOException {
        lock("/api/a.md", "/api/b.md");
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n");
        site.publish("/api/a.md", page("t.json", "/api/a.md"));

        Reading reading = read(null);

        assertEquals(List.of("pages/kept-api-a.md"), files(reading));
        assertEquals(
                site.url("/api/b.md")
                        + " is no longer listed, and its address is empty: its operations count as removed",
                reading.notes().get(0).message());
    }

    @Test
    void whatIsNoLongerListedAndStillThereIsRead() throws IOException {
        lock("/api/a.md", "/api/b.md");
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n");
        site.publish("/api/a.md", page("t.json", "/api/a.md"));
        site.publish("/api/b.md", page("t.json", "/api/b.md"));

        Reading reading = read(null);

        assertEquals(List.of("pages/kept-api-a.md", "pages/kept-api-b.md"), files(reading));
        assertEquals(
                site.url("/api/b.md") + " is no longer listed and still published: it is read as before",
                reading.notes().get(0).message());
    }

    @Test
    void aLockedPageThatHoldsNothingNow() throws IOException {
        lock("/api/a.md");
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n");
        site.publish("/api/a.md", "# Moved\n\nRead the new docs.\n");

        SpecException failure = assertThrows(SpecException.class, () -> read(null));

        assertEquals(
                site.url("/api/a.md")
                        + ": held a document when it was locked and holds none now; what is locked stays as it is",
                failure.getMessage());
    }

    @Test
    void asksOnlyForWhatChanged() throws IOException {
        lock("/api/a.md");
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n- [Guide](/guide.md)\n");
        site.publish("/api/a.md", page("t.json", "/api/a.md"));
        site.publish("/guide.md", "# Guide\n\nRead this.\n");

        Reading first = read(null);
        assertEquals(List.of("/api/a.md 200", "/guide.md 200", "/llms.txt 200"), sorted(site.requests()));
        Reading second = read(null);
        assertEquals(List.of("/api/a.md 304", "/guide.md 304", "/llms.txt 304"), sorted(site.requests()));

        assertEquals(files(first), files(second));
        assertEquals(first.notes(), second.notes());
    }

    @Test
    void proseThatBecomesADocument() {
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n- [B](/api/b.md)\n");
        site.publish("/api/a.md", page("t.json", "/a"));
        site.publish("/api/b.md", "# Soon\n");
        read(null);

        site.publish("/api/b.md", page("t.json", "/b"));

        assertEquals(List.of("pages/api-a.md", "pages/api-b.md"), files(read(null)));
    }

    @Test
    void aCopyThatSomebodyChangedIsNotBelieved() throws IOException {
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n");
        site.publish("/api/a.md", page("t.json", "/a"));
        read(null);
        try (var copies = Files.list(root.resolve("memory/things"))) {
            for (Path copy : copies.toList()) {
                Files.writeString(copy, "# T\n\n- [Evil](/evil.md)\n");
            }
        }
        site.requests();

        assertEquals(List.of("pages/api-a.md"), files(read(null)));
        assertEquals(List.of("/llms.txt 200", "/api/a.md 200"), site.requests());
    }

    @Test
    void copiesOfWhatIsNoLongerListedGo() throws IOException {
        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n- [Guide](/guide.md)\n");
        site.publish("/api/a.md", page("t.json", "/a"));
        site.publish("/guide.md", "# Guide\n");
        read(null);
        assertEquals(3, copies());

        site.publish("/llms.txt", "# T\n\n- [A](/api/a.md)\n");
        read(null);

        assertEquals(2, copies());
    }

    private long copies() throws IOException {
        try (var files = Files.list(root.resolve("memory/things"))) {
            return files.count();
        }
    }

    private static List<String> sorted(List<String> requests) {
        return requests.stream().sorted().toList();
    }

    @Test
    void noIndexAtAll() {
        site.publish("/llms.txt", "# Things\n\nWelcome.\n");

        assertFails("holds no link to a page in Markdown or to a spec; is it an llms.txt?");
    }

    private static String index(String... specs) {
        StringBuilder index = new StringBuilder("# Things\n\n## OpenAPI Specs\n\n");
        for (String spec : specs) {
            index.append("- [").append(spec).append("](/").append(spec).append(")\n");
        }
        return index.toString();
    }

    private static String page(String spec, String path) {
        return "# P\n\n````yaml " + spec + " get " + path + "\n" + spec(path) + "````\n";
    }

    private static String spec(String path) {
        return "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  " + path
                + ": {get: {responses: {'200': {description: OK}}}}\n";
    }

    private static List<String> files(Reading reading) {
        return reading.published().stream().map(page -> page.source().file()).toList();
    }

    private void assertFails(String reason) {
        SpecException failure = assertThrows(SpecException.class, () -> read(null));
        assertEquals(site.url("/llms.txt") + ": " + reason, failure.getMessage());
    }

    private Reading read(@Nullable String spec, String... pages) {
        VendorConfig config = new VendorConfig(
                "things",
                List.of(Source.index(site.url("/llms.txt"), List.of(pages))),
                spec,
                List.of(),
                List.of(),
                null,
                new ClientNames("a.b", "a.b", "ThingsClient", "1.0.0"),
                new TreeMap<>());
        Fetcher fetcher = new Fetcher(new OkHttpClient(), new Waits(), name -> null);
        return new NetworkSources(fetcher, root.resolve("memory"), Clock.systemUTC())
                .read(folder, config)
                .orElseThrow();
    }

    /** Locks pages under names of their own, as an earlier version might have. */
    private void lock(String... paths) throws IOException {
        List<Lock.Source> sources = new java.util.ArrayList<>();
        Files.createDirectories(folder.path().resolve("pages"));
        for (String path : paths) {
            String file = "pages/kept" + path.replace('/', '-');
            Files.writeString(folder.path().resolve(file), page("t.json", path));
            sources.add(new Lock.Source(site.url(path), file, Sha256.of(page("t.json", path))));
        }
        Lock lock = new Lock(
                "things",
                "1",
                new Lock.Spec("openapi.yaml", Sha256.of("")),
                sources,
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new Lock.Client("a.b", "ThingsClient", "1.0.0", "https://api.test", new TreeMap<>()),
                List.of());
        Files.writeString(folder.lock(), LockWriter.write(lock));
    }
}
