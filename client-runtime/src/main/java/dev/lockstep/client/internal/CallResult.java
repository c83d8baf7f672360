package dev.lockstep.client.internal;

import dev.lockstep.client.Attempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param last the attempt that decides; null if there was none
 * @param end what ended the call
 * @param note why it was not repeated, as the end of a sentence; empty if the failure says it itself
 * @param pause what is left of the pause for which nothing was sent; else zero
 * @param stamps credentials of all attempts, to be masked in what is printed
 * @param observation hears of what the answer shows, and of the call's end
 */
record CallResult(
        List<Attempt> attempts,
        @Nullable AttemptResult last,
        End end,
        String note,
        Duration pause,
        List<Stamp> stamps,
        Observation observation) {

    /** Closes a streamed body that nobody gets. */
    void close() {
        if (last != null) {
            last.close();
        }
    }

    List<String> secrets() {
        return stamps.stream().map(Stamp::value).toList();
    }

    /** Masks the credentials. */
    Redactor redactor() {
        return Redactor.of(secrets());
    }

    /** What ended a call. */
    enum End {
        LAST_ATTEMPT,
        CANCELED,
        INTERRUPTED,
        DEADLINE,
        /** Nothing was sent: after a 429 all calls pause for longer than this one waits. */
        PAUSED
    }
}
