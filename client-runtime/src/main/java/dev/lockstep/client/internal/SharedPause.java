package dev.lockstep.client.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** After a 429 all calls of a client wait. Times are of {@code Timing.nanoTime()}. */
final class SharedPause {
    private static final long NONE = Long.MIN_VALUE;

    private final AtomicLong until = new AtomicLong(NONE);

    /** Lets nothing start before the pause is over; never shortens a pause. */
    void extend(long now, Duration pause) {
        long end = now + pause.toNanos();
        long current = until.get();
        while ((current == NONE || end - current > 0) && !until.compareAndSet(current, end)) {
            current = until.get();
        }
    }

    /** What is left of the pause in nanoseconds, at least 0. */
    long remaining(long now) {
        long end = until.get();
        if (end == NONE) {
            return 0;
        }
        long left = end - now;
        if (left <= 0) {
            until.compareAndSet(end, NONE);
            return 0;
        }
        return left;
    }
}
