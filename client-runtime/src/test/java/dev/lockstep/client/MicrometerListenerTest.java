package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.observe.MicrometerListener;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MicrometerListenerTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private FixtureClient client() {
        return vendor.build(vendor.builder().callListener(new MicrometerListener(registry)));
    }

    /** Every meter with its tags and how often it was counted. */
    private SortedSet<String> meters() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getName() + " "
                        + meter.getId().getTags().stream().map(Tag::getValue).collect(Collectors.joining("|")) + " "
                        + count(meter))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long count(Meter meter) {
        return (long) StreamSupport.stream(meter.measure().spliterator(), false)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @ParameterizedTest
    @EnumSource
    void callsAttemptsAndDrift(Mode mode) {
        FixtureClient client = client();
        vendor.enqueue(Vendor.status(500), Vendor.conversation(), Vendor.status(404));
        vendor.run(mode, client.service().stop()).success();
        vendor.run(mode, client.service().stop()).failed(ApiNotFoundException.class);
        assertEquals(
                new TreeSet<>(List.of(
                        "lockstep.attempts POST /stop|client-error|4xx|acme 1",
                        "lockstep.attempts POST /stop|server-error|5xx|acme 1",
                        "lockstep.attempts POST /stop|success|2xx|acme 1",
                        "lockstep.calls POST /stop|client-error|4xx|acme 1",
                        "lockstep.calls POST /stop|success|2xx|acme 1",
                        "lockstep.drift undocumented-status|POST /stop|acme 1")),
                meters());
        Timer success = registry.get("lockstep.calls").tag("outcome", "success").timer();
        assertEquals(100, success.totalTime(TimeUnit.MILLISECONDS));
        registry.getMeters().forEach(meter -> vendor.seen.add(meter.getId()));
    }

    @ParameterizedTest
    @EnumSource
    void ambiguousFailuresAreCounted(Mode mode) {
        FixtureClient client = client();
        vendor.enqueue(Vendor.status(500), Vendor.status(503));
        vendor.run(mode, client.service().get()).failed(ApiServerException.class);
        vendor.run(mode, client.service().get()).failed(ApiServerException.class);
        assertEquals(
                2,
                registry.get("lockstep.calls.ambiguous")
                        .tag("vendor", "acme")
                        .counter()
                        .count());
    }

    @Test
    void outcomesAreFew() {
        MicrometerListener listener = new MicrometerListener(registry);
        CallInfo call = new CallInfo("acme", "end", "POST /end", HttpUrl.get("https://acme.example/"));
        for (Throwable failure : List.of(
                new ApiTimeoutException("acme end", "late", null, List.of()),
                new ApiConnectionException("acme end", "lost", null, List.of()),
                new ApiCredentialException("acme end", "none", null, List.of()),
                new ApiCanceledException("acme end", "cancelled", null, List.of()),
                new ApiInterruptedException("acme end", "interrupted", List.of()),
                new ApiDecodeException("acme end", "no JSON", null, List.of(), 200, "$"),
                new ApiBodyTooLargeException("acme end", "long", List.of(), 200, 1),
                new IOException("of an interceptor"),
                new IllegalStateException("of an interceptor"))) {
            listener.callEnded(call, List.of(), Duration.ZERO, failure);
        }
        for (String failure : List.of("SocketTimeoutException", "InterruptedIOException", "ConnectException")) {
            listener.attemptEnded(call, new Attempt(1, Phase.CONNECT, 0, failure, Duration.ZERO, Duration.ZERO, false));
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "lockstep.attempts POST /end|connection|none|acme 1",
                        "lockstep.attempts POST /end|timeout|none|acme 2",
                        "lockstep.calls POST /end|canceled|none|acme 1",
                        "lockstep.calls POST /end|connection|none|acme 1",
                        "lockstep.calls POST /end|credential|none|acme 1",
                        "lockstep.calls POST /end|decode|none|acme 2",
                        "lockstep.calls POST /end|error|none|acme 2",
                        "lockstep.calls POST /end|interrupted|none|acme 1",
                        "lockstep.calls POST /end|timeout|none|acme 1")),
                meters());
    }
}
