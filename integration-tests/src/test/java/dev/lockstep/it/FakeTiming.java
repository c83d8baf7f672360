package dev.lockstep.it;

import dev.lockstep.client.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still but for the waits asked of it, which pass at once. Its jitter is always one half. */
final class FakeTiming implements Timing {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong passed = new AtomicLong();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

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
        passed.addAndGet(delay.toNanos());
        task.run();
        return () -> {};
    }

    /** Every wait so far, in order. */
    List<Duration> waits() {
        return waits;
    }
}
