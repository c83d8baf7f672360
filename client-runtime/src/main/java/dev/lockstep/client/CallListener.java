package dev.lockstep.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears of calls, of their attempts, and of drift in their answers. Called on the calling or an HTTP thread, of one call by
 * one thread at a time; must not block. What it throws, errors too, is logged by its class and dropped. No event holds a
 * credential, a header or a body, but the message of a failure may quote 200 masked characters of a body.
 */
public interface CallListener {
    /**
     * A call starts, on the thread that makes it and before anything is sent.
     *
     * @return what hears of the rest of this call: this listener, or one that remembers something of the call
     */
    default CallListener callStarted(CallInfo call) {
        return this;
    }

    /** An attempt ended. */
    default void attemptEnded(CallInfo call, Attempt attempt) {}

    /** An answer of the call differs from what the vendor documents. Up to 64 times an answer. */
    default void drifted(CallInfo call, DriftEvent event) {}

    /**
     * A call ended, and its answer was decoded. A streamed answer ends the call when its head has come.
     *
     * @param attempts all of them, in order; empty if nothing could be sent
     * @param duration from the call's start to its end, waits included
     * @param failure what the caller gets thrown, or null for a success
     */
    default void callEnded(CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {}
}
