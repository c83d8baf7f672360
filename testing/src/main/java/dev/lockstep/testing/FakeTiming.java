package dev.lockstep.testing;

import dev.lockstep.client.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A clock for clients under test. It starts at 2026-01-01T00:00:00Z and stands still but for the waits asked of it, which pass
 * at once: retries take no time. Its jitter is always one half, so waits are known exactly.
 */
public final class FakeTiming implements Timing {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong passed = new AtomicLong();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private volatile @Nullable Runnable insteadOfWaiting;
    private volatile Runnable duringWaits = () -> {};

    /** A clock of which nothing was asked yet. */
    public FakeTiming() {}

    /** Done in each wait, which then passes. */
    public void duringWaits(Runnable action) {
        duringWaits = Objects.requireNonNull(action, "action");
    }

    /** From now on waits do not pass: this is done as each begins, and nothing else ends it. */
    public void insteadOfWaiting(Runnable action) {
        insteadOfWaiting = Objects.requireNonNull(action, "action");
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
        return passed.get();
    }

    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        waits.add(delay);
        Runnable action = insteadOfWaiting;
        if (action != null) {
            action.run();
            return () -> {};
        }
        duringWaits.run();
        passed.addAndGet(delay.toNanos());
        task.run();
        return () -> {};
    }

    /** Every wait so far, in order. */
    public List<Duration> waits() {
        return List.copyOf(waits);
    }
}
