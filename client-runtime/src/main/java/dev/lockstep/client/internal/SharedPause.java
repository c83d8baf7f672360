package dev.lockstep.client.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** After a 429 all calls of a client wait, however long. Times are of {@code Timing.nanoTime()}. */
final class SharedPause {
    /** How often a vendor is asked whether a pause still holds that no call waits for. */
    static final Duration PROBE = Duration.ofSeconds(30);

    /** Far below the 292 years after which nanoseconds wrap around. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final AtomicReference<@Nullable Pause> current = new AtomicReference<>();

    /**
     * Lets nothing start before the pause is over; never shortens a pause.
     *
     * @param asked whether the vendor said how long, and not our own back-off
     * @param offset from 0 to 1, at random: where in the time after the pause its callers begin to be spread
     */
    void extend(long now, Duration pause, boolean asked, double offset) {
        while (true) {
            Pause before = at(now);
            long length = nanos(pause);
            if (before != null ? before.left(now) >= length : length == 0) {
                return;
            }
            if (replace(before, now, length, asked, offset)) {
                return;
            }
        }
    }

    /** What the answer to a probe asks for holds, longer or shorter than the pause before. */
    void renew(long now, Duration pause, double offset) {
        Pause before = at(now);
        while (!replace(before, now, nanos(pause), true, offset)) {
            before = at(now);
        }
    }

    /** Ends a pause that the vendor no longer holds to. */
    void end() {
        current.set(null);
    }

    /** The pause that holds at this time, or null. */
    @Nullable
    Pause at(long now) {
        Pause pause = current.get();
        if (pause == null || pause.left(now) > 0) {
            return pause;
        }
        current.compareAndSet(pause, null);
        return null;
    }

    /** Whether one call may go out in spite of the pause: true once in each {@link #PROBE}. */
    boolean probe(long now) {
        Pause pause = at(now);
        return pause != null && now - pause.probeAt >= 0 && current.compareAndSet(pause, pause.probed(now));
    }

    private boolean replace(@Nullable Pause before, long now, long length, boolean asked, double offset) {
        Pause next = before == null
                ? new Pause(now + length, length, asked, now + PROBE.toNanos(), offset, new AtomicInteger())
                : new Pause(now + length, length, asked, now + PROBE.toNanos(), before.offset, before.callers);
        return current.compareAndSet(before, next);
    }

    private static long nanos(Duration pause) {
        return (pause.compareTo(LONGEST) < 0 ? pause : LONGEST).toNanos();
    }

    /**
     * One pause, however often it was extended.
     *
     * @param callers how many wait for its end, or did
     */
    record Pause(long until, long length, boolean asked, long probeAt, double offset, AtomicInteger callers) {
        /** At most this long after its end the last of its callers starts. */
        private static final long WIDEST = Duration.ofSeconds(5).toNanos();

        /** Multiples of it, modulo 1, are spread evenly however many they are (D. Knuth, TAOCP 3, 6.4: Fibonacci hashing). */
        private static final double GOLDEN = 0.618_033_988_749_894_9;

        /** What is left of it in nanoseconds. */
        long left(long now) {
            return until - now;
        }

        /**
         * How long after the end one more caller starts, in nanoseconds: the first at once, the others spread over twice the
         * length of the pause.
         *
         * @param most at most this
         */
        long share(long most) {
            int number = callers.getAndIncrement();
            long window = Math.min(Math.min(length, WIDEST / 2) * 2, most);
            return number == 0 || window <= 0 ? 0 : (long) (window * ((offset + number * GOLDEN) % 1));
        }

        private Pause probed(long now) {
            return new Pause(until, length, asked, now + PROBE.toNanos(), offset, callers);
        }
    }
}
