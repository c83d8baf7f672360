package dev.lockstep.client.observe;

import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.DriftEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures calls with Micrometer. Every tag has few values: none comes from an argument, a body or a header.
 *
 * <ul>
 *   <li>{@code lockstep.calls}: a timer of whole calls, waits included; tags {@code vendor}, {@code operation} (method and path
 *       template), {@code status} ({@code 2xx} or {@code none}), {@code outcome}
 *   <li>{@code lockstep.attempts}: a timer of attempts; the same tags
 *   <li>{@code lockstep.calls.ambiguous}: a counter of failed calls that the vendor may have carried out; {@code vendor},
 *       {@code operation}
 *   <li>{@code lockstep.drift}: a counter of drift; {@code vendor}, {@code operation}, {@code kind}
 * </ul>
 */
public final class MicrometerListener implements CallListener {
    private final MeterRegistry registry;

    /** Measures into a registry. */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        registry.timer("lockstep.attempts", tags(call, attempt.status(), Outcome.of(attempt)))
                .record(attempt.duration());
    }

    @Override
    public void drifted(CallInfo call, DriftEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        registry.counter("lockstep.drift", tags(call).and("kind", kind)).increment();
    }

    @Override
    public void callEnded(CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
        registry.timer("lockstep.calls", tags(call, Outcome.lastStatus(attempts), Outcome.of(failure)))
                .record(duration);
        if (Outcome.ambiguous(failure)) {
            registry.counter("lockstep.calls.ambiguous", tags(call)).increment();
        }
    }

    private static Tags tags(CallInfo call, int status, Outcome outcome) {
        return tags(call).and("status", Outcome.statusClass(status), "outcome", outcome.tag());
    }

    private static Tags tags(CallInfo call) {
        return Tags.of("vendor", call.vendor(), "operation", call.key());
    }
}
