package dev.lockstep.client.internal;

import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.DriftEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the listeners of one call are told. A listener's fault is no fault of the call: it is logged and dropped. */
final class Observation {
    private final Engine engine;
    private final CallInfo call;
    private final List<CallListener> listeners;
    private final long start;

    private Observation(Engine engine, CallInfo call, List<CallListener> listeners) {
        this.engine = engine;
        this.call = call;
        this.listeners = listeners;
        this.start = engine.timing().nanoTime();
    }

    /** Tells that a call starts. */
    static Observation start(Engine engine, CallInfo call) {
        if (engine.callListeners().isEmpty()) {
            return new Observation(engine, call, List.of());
        }
        List<CallListener> ofThisCall = new ArrayList<>(engine.callListeners().size());
        for (CallListener listener : engine.callListeners()) {
            ForeignCode.tell(listener, told -> ofThisCall.add(Objects.requireNonNull(told.callStarted(call))));
        }
        return new Observation(engine, call, ofThisCall);
    }

    void attemptEnded(Attempt attempt) {
        for (CallListener listener : listeners) {
            ForeignCode.tell(listener, told -> told.attemptEnded(call, attempt));
        }
    }

    void drifted(DriftEvent event) {
        ForeignCode.tell(engine.driftListener(), told -> told.onDrift(event));
        for (CallListener listener : listeners) {
            ForeignCode.tell(listener, told -> told.drifted(call, event));
        }
    }

    void ended(List<Attempt> attempts, @Nullable Throwable failure) {
        Duration duration = Duration.ofNanos(engine.timing().nanoTime() - start);
        for (CallListener listener : listeners) {
            ForeignCode.tell(listener, told -> told.callEnded(call, attempts, duration, failure));
        }
    }
}
