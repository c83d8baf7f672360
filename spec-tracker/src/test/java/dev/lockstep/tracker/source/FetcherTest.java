package dev.lockstep.tracker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

class FetcherTest {
    @StartStop
    final MockWebServer server = new MockWebServer();

    private final Fetcher fetcher = new Fetcher();

    @Test
    void page() throws Exception {
        server.enqueue(markdown("# Hello").addHeader("ETag", "\"1\"").build());

        Fetcher.Fetched fetched = fetcher.fetch(url("/page.md"), Fetcher.PAGE, null);

        assertEquals("# Hello", Objects.requireNonNull(fetched.body()).utf8());
        assertEquals("\"1\"", fetched.etag());
        RecordedRequest request = server.takeRequest();
        assertEquals("lockstep/0.1.0", request.getHeaders().get("User-Agent"));
        assertNull(request.getHeaders().get("If-None-Match"));
    }

    @Test
    void unchanged() throws Exception {
        server.enqueue(new MockResponse.Builder().code(304).build());

        Fetcher.Fetched fetched = fetcher.fetch(
                url("/page.md"), Fetcher.PAGE, new Fetcher.Fetched(null, "\"1\"", "Fri, 20 Nov 2026 00:00:00 GMT"));

        assertNull(fetched.body());
        RecordedRequest request = server.takeRequest();
        assertEquals("\"1\"", request.getHeaders().get("If-None-Match"));
        assertEquals("Fri, 20 Nov 2026 00:00:00 GMT", request.getHeaders().get("If-Modified-Since"));
    }

    @Test
    void unchangedWithoutACopy() {
        server.enqueue(new MockResponse.Builder().code(304).build());

        assertFails("says that nothing changed (304), and we hold no copy that it could mean", "/page.md");
    }

    @Test
    void loginPage() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>")
                .build());

        assertFails("answers with an HTML page (a login page or a captcha?)", "/page.md");
    }

    @Test
    void otherTypes() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "image/png")
                .body("x")
                .build());
        server.enqueue(new MockResponse.Builder().body("x").build());

        assertFails("answers with image/png, which is neither Markdown, text, JSON nor YAML", "/a");
        assertFails("answers with no content type, which is neither Markdown, text, JSON nor YAML", "/a");
    }

    @Test
    void statuses() {
        server.enqueue(new MockResponse.Builder().code(404).build());
        server.enqueue(new MockResponse.Builder().code(503).build());

        assertFails("answers 404", "/a");
        assertFails("answers 503", "/a");
    }

    @Test
    void redirectsOnTheSameHost() throws Exception {
        server.enqueue(redirect("/b"));
        server.enqueue(redirect("/c"));
        server.enqueue(redirect("/d"));
        server.enqueue(markdown("there").build());

        assertEquals(
                "there",
                Objects.requireNonNull(
                                fetcher.fetch(url("/a"), Fetcher.PAGE, null).body())
                        .utf8());
    }

    @Test
    void tooManyRedirects() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(redirect("/a"));
        }

        assertFails("redirects more than 3 times", "/a");
        assertEquals(4, server.getRequestCount());
    }

    @Test
    void redirectToAnotherHost() {
        server.enqueue(redirect("https://evil.test/x"));

        assertFails("redirects to another host, evil.test; name that address instead", "/a");
    }

    @Test
    void plainHttpElsewhere() {
        Fetcher.FetchException failure = assertThrows(
                Fetcher.FetchException.class, () -> fetcher.fetch("http://docs.test/a.md", Fetcher.PAGE, null));

        assertEquals("is not https; only this machine is read over http", failure.getMessage());
    }

    @Test
    void noAddress() {
        Fetcher.FetchException failure = assertThrows(
                Fetcher.FetchException.class, () -> fetcher.fetch("file:///etc/passwd", Fetcher.PAGE, null));

        assertEquals("is no http or https address", failure.getMessage());
    }

    @Test
    void tooLargeAfterDecompression() throws Exception {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.write(new byte[(int) Fetcher.PAGE + 1]);
        }
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .addHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build());

        assertFails("is larger than 2 MiB", "/a");
    }

    @Test
    void cutAnswer() {
        server.enqueue(markdown("half of it")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertTrue(failure("/a").startsWith("cannot be reached: "));
    }

    @Test
    void noAnswer() {
        server.enqueue(
                markdown("late").onResponseStart(SocketEffect.Stall.INSTANCE).build());
        Fetcher patient = new Fetcher(new OkHttpClient.Builder()
                .readTimeout(100, TimeUnit.MILLISECONDS)
                .build());

        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> patient.fetch(url("/a"), Fetcher.PAGE, null));

        assertEquals("gave no answer within 30 seconds", failure.getMessage());
    }

    private static MockResponse.Builder markdown(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/markdown")
                .body(body);
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }

    private String url(String path) {
        return server.url(path).toString();
    }

    private void assertFails(String message, String path) {
        assertEquals(message, failure(path));
    }

    private String failure(String path) {
        return String.valueOf(
                assertThrows(Fetcher.FetchException.class, () -> fetcher.fetch(url(path), Fetcher.PAGE, null))
                        .getMessage());
    }
}
