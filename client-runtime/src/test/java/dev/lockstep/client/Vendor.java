package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A vendor on this machine and a client of it. After each test: no connection is leaked, no thread died of an exception,
 * no credential is in what was thrown, logged or reported.
 */
final class Vendor implements BeforeEachCallback, AfterEachCallback {
    static final String CANARY = "canary-5e2f9c7a1b";

    final FakeTiming timing = new FakeTiming();
    final List<DriftEvent> drift = new CopyOnWriteArrayList<>();
    final List<Object> seen = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final List<FixtureClient> clients = new ArrayList<>();
    private MockWebServer server = new MockWebServer();
    private Thread.UncaughtExceptionHandler before = (thread, failure) -> {};

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Thread.UncaughtExceptionHandler found = Thread.getDefaultUncaughtExceptionHandler();
        before = found == null ? before : found;
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            for (FixtureClient client : clients) {
                assertIdle(client);
            }
            for (Object thing : seen) {
                assertNoCanary(thing);
            }
            assertEquals(List.of(), uncaught, "uncaught exceptions");
        } finally {
            server.close();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    MockWebServer server() {
        return server;
    }

    String url() {
        return server.url("/").toString();
    }

    void enqueue(MockResponse.Builder... responses) {
        for (MockResponse.Builder response : responses) {
            server.enqueue(response.build());
        }
    }

    static MockResponse.Builder status(int code) {
        return new MockResponse.Builder().code(code);
    }

    static MockResponse.Builder json(int code, String body) {
        return status(code).addHeader("Content-Type", "application/json").body(body);
    }

    static MockResponse.Builder conversation() {
        return json(200, "{\"id\":\"c1\",\"status\":\"ended\"}");
    }

    /** A builder for the server, all of whose credentials hold the canary. */
    FixtureClient.Builder builder() {
        return bare().key("apiKey", "key-" + CANARY)
                .key("token", "token-" + CANARY)
                .key("prefixed", "prefixed-" + CANARY)
                .key("query", "query-" + CANARY)
                .key("cookie", "cookie-" + CANARY)
                .login("user", "password-" + CANARY);
    }

    /** A builder for the server without credentials. */
    FixtureClient.Builder bare() {
        return FixtureClient.builder()
                .baseUrl(url())
                .settings(ClientSettings.builder().timing(timing).build())
                .driftListener(event -> {
                    seen.add(event);
                    drift.add(event);
                });
    }

    FixtureClient client() {
        return build(builder());
    }

    FixtureClient build(FixtureClient.Builder builder) {
        FixtureClient client = builder.build();
        clients.add(client);
        seen.add(client.client().toString());
        seen.add(client.client().operations());
        return client;
    }

    <T> Outcome<T> run(Mode mode, ApiCall<T> call) {
        Outcome<T> outcome = mode.run(call);
        seen.add(call.toString());
        if (outcome.failure() != null) {
            seen.add(outcome.failure());
            String message = String.valueOf(outcome.failure().getMessage());
            assertEquals(true, message.length() <= 1024, "length of the message");
        }
        if (outcome.response() != null) {
            seen.add(outcome.response());
        }
        return outcome;
    }

    RecordedRequest request() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    void assertRequests(int count) {
        assertEquals(count, server.getRequestCount(), "requests at the vendor");
    }

    void assertWaits(long... millis) {
        List<Duration> expected = new ArrayList<>();
        for (long wait : millis) {
            expected.add(Duration.ofMillis(wait));
        }
        assertEquals(expected, timing.waits(), "waits");
    }

    private static void assertIdle(FixtureClient client) {
        ApiClient api = client.client();
        assertEquals(api.connectionCount(), api.idleConnectionCount(), "connections == idle connections");
    }

    static void assertNoCanary(Object thing) {
        String text = String.valueOf(thing);
        if (thing instanceof Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            text = trace.toString();
        }
        if (text.contains(CANARY)) {
            throw new AssertionError("a credential is in: " + text.replace(CANARY, "<here>"));
        }
    }
}
