package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor that is found on the class path is one of the others: same configuration, same policy, same calls. */
class OwnVendorTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Conversations conversations() {
        return builder().build();
    }

    private Conversations.Builder builder() {
        return Conversations.builder()
                .credential("acme.api-key", "acme-secret")
                .deadline(Duration.ofSeconds(7))
                .vendor("acme", client -> client.baseUrl("http://127.0.0.1:" + server.getPort()));
    }

    @Test
    void endsWithSharedConfiguration() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        Ended<Void> ended = conversations().end(Acme.call("42"));

        assertEquals("acme 42 hung_up", ended.toString());
        assertEquals("bye", ended.message());
        RecordedRequest request = server.takeRequest();
        assertEquals("DELETE /calls/42 HTTP/1.1", request.getRequestLine());
        assertEquals("acme-secret", request.getHeaders().get("X-Acme-Key"));
    }

    @Test
    void endsAsynchronously() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());

        CompletableFuture<Ended<Void>> ended = conversations().endAsync(Acme.call("42"));

        assertEquals(EndStatus.of("hung_up"), ended.get(10, TimeUnit.SECONDS).status());
    }

    @Test
    void failsWithTheTypedException() {
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThrows(ApiNotFoundException.class, () -> conversations().end(Acme.call("42")));
    }

    @Test
    void cancellingTheFutureCancelsTheCall() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(204)
                .headersDelay(1, TimeUnit.MINUTES)
                .build());
        CountDownLatch failed = new CountDownLatch(1);
        Conversations conversations = builder()
                .httpClient(new OkHttpClient.Builder()
                        .eventListener(new EventListener() {
                            @Override
                            public void callFailed(Call call, IOException failure) {
                                failed.countDown();
                            }
                        })
                        .build())
                .build();
        CompletableFuture<Ended<Void>> ended = conversations.endAsync(Acme.call("42"));
        server.takeRequest();

        ended.cancel(true);

        assertTrue(failed.await(30, TimeUnit.SECONDS), "the call goes on");
        assertEquals(0, conversations.client(AcmeClient.class).client().connectionCount());
    }

    @Test
    void typedClientIsTheOneThatEnds() {
        Conversations conversations = conversations();

        assertSame(conversations.client(AcmeClient.class), conversations.client(AcmeClient.class));
    }

    @Test
    void policyIsTheSharedOne() {
        assertEquals(
                Duration.ofSeconds(7),
                conversations().policies().stream()
                        .filter(policy -> policy.vendor().equals("acme"))
                        .findFirst()
                        .orElseThrow()
                        .deadline());
    }
}
