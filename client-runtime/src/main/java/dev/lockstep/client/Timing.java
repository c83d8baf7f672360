package dev.lockstep.client;

import dev.lockstep.client.internal.SystemTiming;
import java.time.Duration;
import java.time.Instant;

/** Clock, jitter and scheduler of the retry loop. Tests bring their own and assert exact waits. */
public interface Timing {
    /** The wall clock, against which HTTP dates are read. */
    Instant now();

    /** Nanoseconds that only ever grow, of no particular origin. */
    long nanoTime();

    /** A number from 0 (inclusive) to 1 (exclusive), equally distributed: the jitter of a delay. */
    double random();

    /** Runs the task once after the delay, not on the caller's thread if the delay is real. The task does not block. */
    Cancellation schedule(Duration delay, Runnable task);

    /** The machine's clocks and one daemon thread. */
    static Timing system() {
        return SystemTiming.INSTANCE;
    }

    /** Takes a scheduled task back. */
    @FunctionalInterface
    interface Cancellation {
        /** Does nothing if the task has run. */
        void cancel();
    }
}
