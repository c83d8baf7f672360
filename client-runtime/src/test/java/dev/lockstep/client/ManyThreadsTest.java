package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Blocking calls of very many threads at once through one client: every result is accounted for. */
@Timeout(300)
class ManyThreadsTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    @TempDir
    Path directory;

    @Test
    void platformThreads() throws Exception {
        allAtOnce(1_000, Executors.newCachedThreadPool());
    }

    /** No call may hold its carrier thread while it waits: that would be a monitor in its way. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreads() throws Exception {
        Path file = directory.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20));
            recording.start();
            // Java 17, for which this is compiled, does not have it.
            allAtOnce(10_000, (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
            recording.stop();
            recording.dump(file);
        }
        List<String> pinned =
                RecordingFile.readAllEvents(file).stream().map(Object::toString).toList();
        assertEquals(List.of(), pinned);
    }

    private void allAtOnce(int count, ExecutorService threads) throws Exception {
        FixtureClient client = client();
        client.service().stop().execute();
        CountDownLatch ready = new CountDownLatch(count);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(threads.submit(() -> {
                ready.countDown();
                start.await();
                return client.service().stop().execute().id();
            }));
        }
        assertTrue(ready.await(1, TimeUnit.MINUTES), "all threads wait to start");
        start.countDown();
        Map<String, Integer> counts = new TreeMap<>();
        for (Future<String> result : results) {
            counts.merge(result.get(4, TimeUnit.MINUTES), 1, Integer::sum);
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES), "all threads end");
        assertEquals(Map.of("c1", count), counts);
        vendor.assertRequests(count + 1);
    }

    /** HTTP/2, so that the calls are many and the connections few. */
    private FixtureClient client() {
        List<Protocol> protocols = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        vendor.server().setProtocols(protocols);
        vendor.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return Vendor.conversation().build();
            }
        });
        ClientSettings patient = ClientSettings.builder()
                .deadline(Duration.ofMinutes(4))
                .attemptTimeout(Duration.ofMinutes(4))
                .build();
        return vendor.build(vendor.builder()
                .settings(patient)
                .httpClient(new OkHttpClient.Builder().protocols(protocols).build()));
    }
}
