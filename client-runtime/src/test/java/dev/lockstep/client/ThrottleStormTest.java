package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 2,000 calls of 50 threads at a vendor that throttles, with the machine's own clock: few of them go out. */
@Timeout(60)
class ThrottleStormTest {
    private static final int THREADS = 50;
    private static final int CALLS_OF_EACH = 40;

    @RegisterExtension
    final Vendor vendor = new Vendor();

    private final AtomicLong first = new AtomicLong();

    private FixtureClient client(int retryAfterSeconds, long recoversAfterNanos) {
        vendor.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                first.compareAndSet(0, System.nanoTime());
                boolean throttled = System.nanoTime() - first.get() < recoversAfterNanos;
                return (throttled
                                ? Vendor.status(429).addHeader("Retry-After", retryAfterSeconds)
                                : Vendor.conversation())
                        .build();
            }
        });
        return vendor.build(vendor.builder().settings(ClientSettings.defaults()));
    }

    private int succeeded(FixtureClient client) throws Exception {
        AtomicInteger succeeded = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(threads.submit(() -> {
                for (int j = 0; j < CALLS_OF_EACH; j++) {
                    try {
                        client.service().get().execute();
                        succeeded.incrementAndGet();
                    } catch (ApiTooManyRequestsException throttled) {
                        assertTrue(throttled.retryAfter() != null);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            }));
        }
        for (Future<?> each : all) {
            each.get(50, TimeUnit.SECONDS);
        }
        threads.shutdown();
        return succeeded.get();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 600})
    void ofALongPauseEachThreadLearnsOnce(int retryAfterSeconds) throws Exception {
        assertEquals(0, succeeded(client(retryAfterSeconds, Long.MAX_VALUE)));
        int requests = vendor.server().getRequestCount();
        assertTrue(requests <= THREADS, requests + " requests");
    }

    @Test
    void aShortPauseIsWaitedForAndEveryCallSucceeds() throws Exception {
        int calls = THREADS * CALLS_OF_EACH;
        assertEquals(calls, succeeded(client(1, TimeUnit.SECONDS.toNanos(1))));
        int requests = vendor.server().getRequestCount();
        assertTrue(requests <= calls * 1.3, requests + " requests");
    }
}
