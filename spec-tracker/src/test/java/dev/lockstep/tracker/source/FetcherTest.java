package dev.lockstep.tracker.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.Timing;
import dev.lockstep.tracker.workspace.Access;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private static final HeldCertificate HELD = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("docs.acme.test")
            .build();
    private static final HandshakeCertificates CERTIFICATES = new HandshakeCertificates.Builder()
            .heldCertificate(HELD)
            .addTrustedCertificate(HELD.certificate())
            .build();

    @StartStop
    final MockWebServer server = secure();

    private final Waits waits = new Waits();
    private final Map<String, String> environment = new TreeMap<>();
    private final Fetcher fetcher = new Fetcher(trusting().build(), waits, environment::get);

    private static MockWebServer secure() {
        MockWebServer server = new MockWebServer();
        server.useHttps(CERTIFICATES.sslSocketFactory());
        return server;
    }

    /** A client that finds every host of ours on this machine. */
    private static OkHttpClient.Builder trusting() {
        return new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .sslSocketFactory(CERTIFICATES.sslSocketFactory(), CERTIFICATES.trustManager());
    }

    @Test
    void page() throws Exception {
        server.enqueue(markdown("# Hello").addHeader("ETag", "\"1\"").build());

        Fetcher.Fetched fetched = fetcher.fetch(url("/page.md"), Fetcher.PAGE);

        assertEquals("# Hello", Objects.requireNonNull(fetched.body()).utf8());
        assertEquals("\"1\"", fetched.etag());
        RecordedRequest request = server.takeRequest();
        assertEquals("lockstep/0.1.1", request.getHeaders().get("User-Agent"));
        assertNull(request.getHeaders().get("If-None-Match"));
    }

    @Test
    void unchanged() throws Exception {
        server.enqueue(new MockResponse.Builder().code(304).build());

        Fetcher.Fetched fetched = fetcher.fetch(
                url("/page.md"),
                Fetcher.PAGE,
                new Fetcher.Fetched(null, "\"1\"", "Fri, 20 Nov 2026 00:00:00 GMT"),
                List.of());

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
    void notThere() throws Exception {
        server.enqueue(new MockResponse.Builder().code(404).build());

        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> fetcher.fetch(url("/a"), Fetcher.PAGE));

        assertEquals("answers 404", failure.getMessage());
        assertTrue(failure.gone());
        assertEquals(1, server.getRequestCount());
    }

    @Test
    void repeatsWhatMayPass() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().code(502).build());
        server.enqueue(markdown("at last").build());

        assertEquals("at last", body("/a"));
        assertEquals(List.of(Duration.ofMillis(100), Duration.ofMillis(200)), waits.all());
    }

    @Test
    void givesUpAfterThreeAttempts() {
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder().code(503).build());
        }

        assertFails("answers 503 (3 attempts)", "/a");
        assertEquals(3, server.getRequestCount());
    }

    @Test
    void waitsAsLongAsItIsAsked() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7")
                .build());
        server.enqueue(markdown("later").build());

        assertEquals("later", body("/a"));
        assertEquals(List.of(Duration.ofSeconds(7)), waits.all());
    }

    @Test
    void doesNotWaitForEver() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());

        assertFails("answers 429 and asks for 3600 seconds of patience", "/a");
        assertEquals(List.of(), waits.all());
    }

    @Test
    void readsACutAnswerAgain() throws Exception {
        server.enqueue(markdown("half of it")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(markdown("all of it").build());

        assertEquals("all of it", body("/a"));
    }

    @Test
    void acceptsAtMostTheCap() throws Exception {
        server.enqueue(markdown("x".repeat((int) Fetcher.PAGE)).build());
        server.enqueue(markdown("x".repeat((int) Fetcher.PAGE + 1)).build());

        assertEquals(Fetcher.PAGE, body("/a").length());
        assertFails("is larger than 2 MiB", "/a");
    }

    @Test
    void aCertificateOfNobody() {
        Fetcher stranger = new Fetcher(new OkHttpClient(), waits, environment::get);
        server.enqueue(markdown("never read").build());

        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> stranger.fetch(url("/a"), Fetcher.PAGE));

        assertEquals("is not trusted: its certificate is not its own, or of nobody we know", failure.getMessage());
    }

    @Test
    void privateDocuments() throws Exception {
        environment.put("ACME_DOCS_TOKEN", "canary-of-the-docs");
        server.enqueue(markdown("secret docs").build());

        Fetcher.Fetched fetched = fetcher.fetch(acme("/a.md"), Fetcher.PAGE, null, List.of(ACME));

        assertEquals("secret docs", Objects.requireNonNull(fetched.body()).utf8());
        assertEquals(
                "Bearer canary-of-the-docs", server.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void aCredentialGoesToItsHostAlone() throws Exception {
        environment.put("ACME_DOCS_TOKEN", "canary-of-the-docs");
        server.enqueue(markdown("public").build());
        server.enqueue(redirect(url("/elsewhere")));

        fetcher.fetch(url("/a.md"), Fetcher.PAGE, null, List.of(ACME));
        Fetcher.FetchException failure = assertThrows(
                Fetcher.FetchException.class, () -> fetcher.fetch(acme("/a.md"), Fetcher.PAGE, null, List.of(ACME)));

        assertNull(server.takeRequest().getHeaders().get("Authorization"));
        assertEquals("redirects to another host, localhost; name that address instead", failure.getMessage());
        assertEquals(2, server.getRequestCount());
    }

    @Test
    void aCredentialThatIsNotSet() {
        Fetcher.FetchException failure = assertThrows(
                Fetcher.FetchException.class, () -> fetcher.fetch(acme("/a.md"), Fetcher.PAGE, null, List.of(ACME)));

        assertEquals(
                "needs a credential, and the environment variable ACME_DOCS_TOKEN, named for it under access,"
                        + " is not set",
                failure.getMessage());
        assertEquals(0, server.getRequestCount());
    }

    @Test
    void aFewAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                four.countDown();
                assertTrue(four.await(20, TimeUnit.SECONDS));
                inside.decrementAndGet();
                return markdown("x").build();
            }
        });
        ExecutorService executor = Executors.newFixedThreadPool(12);
        try {
            List<Future<Fetcher.Fetched>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(executor.submit(() -> fetcher.fetch(url("/a"), Fetcher.PAGE)));
            }
            for (Future<Fetcher.Fetched> one : all) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }

        assertEquals(4, most.get());
    }

    @Test
    void throughAProxy() throws Exception {
        MockWebServer proxy = new MockWebServer();
        try (proxy) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                    .build());
            proxy.enqueue(markdown("by way of the proxy").build());
            Map<String, String> proxies = Map.of("HTTP_PROXY", "http://me:canary@localhost:" + proxy.getPort());
            Fetcher behind = new Fetcher(EnvironmentProxies.client(proxies::get), waits, environment::get);

            Fetcher.Fetched fetched = behind.fetch("http://127.0.0.1:1/a.md", Fetcher.PAGE);

            assertEquals(
                    "by way of the proxy",
                    Objects.requireNonNull(fetched.body()).utf8());
            assertNull(proxy.takeRequest().getHeaders().get("Proxy-Authorization"));
            assertEquals(
                    Credentials.basic("me", "canary"),
                    proxy.takeRequest().getHeaders().get("Proxy-Authorization"));
        }
    }

    @Test
    void redirectsOnTheSameHost() throws Exception {
        server.enqueue(redirect("/b"));
        server.enqueue(redirect("/c"));
        server.enqueue(redirect("/d"));
        server.enqueue(markdown("there").build());

        assertEquals(
                "there",
                Objects.requireNonNull(fetcher.fetch(url("/a"), Fetcher.PAGE).body())
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
        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> fetcher.fetch("http://docs.test/a.md", Fetcher.PAGE));

        assertEquals("is not https; only this machine is read over http", failure.getMessage());
    }

    @Test
    void noAddress() {
        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> fetcher.fetch("file:///etc/passwd", Fetcher.PAGE));

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
    void answersThatAreCutEachTime() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(markdown("half of it")
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
        }

        String failure = failure("/a");

        assertTrue(failure.matches("cannot be reached: .* \\(3 attempts\\)"), failure);
    }

    @Test
    void noAnswer() {
        server.enqueue(
                markdown("late").onResponseStart(SocketEffect.Stall.INSTANCE).build());
        Fetcher hasty = new Fetcher(trusting().build(), Timing.system(), environment::get, Duration.ofSeconds(1));

        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> hasty.fetch(url("/a"), Fetcher.PAGE));

        assertEquals("gave no answer within 1 seconds", failure.getMessage());
    }

    @Test
    void anAnswerThatDrips() {
        server.enqueue(markdown("x".repeat(1000))
                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                .build());
        Fetcher hasty = new Fetcher(trusting().build(), Timing.system(), environment::get, Duration.ofSeconds(1));

        Fetcher.FetchException failure =
                assertThrows(Fetcher.FetchException.class, () -> hasty.fetch(url("/a"), Fetcher.PAGE));

        assertEquals("gave no answer within 1 seconds", failure.getMessage());
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

    private static final Access ACME = new Access("docs.acme.test", "Authorization", "Bearer ", "ACME_DOCS_TOKEN");

    private String acme(String path) {
        return "https://docs.acme.test:" + server.getPort() + path;
    }

    private String body(String path) throws Fetcher.FetchException {
        return Objects.requireNonNull(fetcher.fetch(url(path), Fetcher.PAGE).body())
                .utf8();
    }

    private String url(String path) {
        return server.url(path).toString();
    }

    private void assertFails(String message, String path) {
        assertEquals(message, failure(path));
    }

    private String failure(String path) {
        return String.valueOf(assertThrows(Fetcher.FetchException.class, () -> fetcher.fetch(url(path), Fetcher.PAGE))
                .getMessage());
    }
}
