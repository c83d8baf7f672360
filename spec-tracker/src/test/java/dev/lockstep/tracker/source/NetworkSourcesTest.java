package dev.lockstep.tracker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.ClientNames;
import dev.lockstep.tracker.workspace.Source;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSourcesTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");

    @StartStop
    final MockWebServer server = new MockWebServer();

    @TempDir
    Path root;

    private VendorFolder folder = new VendorFolder(Path.of("."));

    @BeforeEach
    void keptPage() throws IOException {
        folder = new VendorFolder(root.resolve("specs/things"));
        Files.createDirectories(folder.path().resolve("pages"));
        Files.writeString(folder.path().resolve("pages/end.md"), "kept");
    }

    @Test
    void asksWhetherSomethingChangedOnceItKnowsTheBytes() throws Exception {
        server.enqueue(markdown("kept"));
        server.enqueue(new MockResponse.Builder().code(304).build());

        assertEquals("kept", read());
        assertEquals("kept", read());

        assertNull(server.takeRequest().getHeaders().get("If-None-Match"));
        assertEquals("\"1\"", server.takeRequest().getHeaders().get("If-None-Match"));
    }

    @Test
    void aMarkForOtherBytesIsNotUsed() throws Exception {
        server.enqueue(markdown("newer"));
        server.enqueue(markdown("newer"));

        assertEquals("newer", read());
        assertEquals("newer", read());

        server.takeRequest();
        assertNull(server.takeRequest().getHeaders().get("If-None-Match"));
    }

    @Test
    void remembersWhenItRead() {
        LastRead lastRead = new LastRead(root.resolve("memory"));
        assertNull(lastRead.of("things"));
        server.enqueue(markdown("kept"));

        read();

        assertEquals(Instant.parse("2026-02-03T04:05:06Z"), lastRead.of("things"));
    }

    @Test
    void damagedMemoryCostsOneFetch() throws Exception {
        Files.createDirectories(root.resolve("memory"));
        Files.writeString(root.resolve("memory/things.json"), "{ half");
        server.enqueue(markdown("kept"));

        assertEquals("kept", read());
    }

    @Test
    void whatCannotBeHadKeepsTheLock() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().code(500).build());
        }

        SpecException failure = assertThrows(SpecException.class, this::read);

        assertEquals(url() + ": answers 500 (3 attempts); what is locked stays as it is", failure.getMessage());
    }

    private static MockResponse markdown(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/markdown")
                .addHeader("ETag", "\"1\"")
                .body(body)
                .build();
    }

    private String url() {
        return server.url("/end.md").toString();
    }

    private String read() {
        VendorConfig config = new VendorConfig(
                "things",
                List.of(new Source(url(), "pages/end.md")),
                List.of(),
                null,
                new ClientNames("a.b", "a.b", "ThingsClient", "1.0.0"),
                new TreeMap<>());
        Reading reading = new NetworkSources(
                        new Fetcher(new OkHttpClient(), new Waits(), name -> null),
                        root.resolve("memory"),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .read(folder, config)
                .orElseThrow();
        return reading.published().get(0).text();
    }
}
