package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many calls at once through one client, with the machine's own clock: every result is accounted for. */
@Timeout(60)
class ManyCallsTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private FixtureClient flaky() {
        AtomicInteger answered = new AtomicInteger();
        vendor.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean fails = answered.incrementAndGet() % 10 == 0;
                return (fails ? Vendor.status(500) : Vendor.conversation()).build();
            }
        });
        ClientSettings real = ClientSettings.builder()
                .retry(RetryPolicy.builder()
                        .baseDelay(Duration.ofMillis(2))
                        .attempts(6)
                        .build())
                .build();
        return vendor.build(vendor.builder().settings(real));
    }

    @Test
    void async() throws Exception {
        FixtureClient client = flaky();
        List<CompletableFuture<ApiResponse<Conversation>>> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            calls.add(client.service().stop().enqueue());
        }
        for (CompletableFuture<ApiResponse<Conversation>> call : calls) {
            assertEquals("c1", call.get(30, TimeUnit.SECONDS).body().id());
        }
    }

    @Test
    void sync() throws Exception {
        FixtureClient client = flaky();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                calls.add(CompletableFuture.supplyAsync(
                        () -> Mode.SYNC
                                .run(client.service().stop())
                                .success()
                                .body()
                                .id(),
                        threads));
            }
            for (CompletableFuture<String> call : calls) {
                assertEquals("c1", call.get(30, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdown();
            assertTrue(threads.awaitTermination(5, TimeUnit.SECONDS));
        }
    }
}
