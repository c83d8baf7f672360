package dev.lockstep.tracker.source;

import dev.lockstep.client.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only in waits, which end at once and are noted. */
final class Waits implements Timing {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private long nanos;

    synchronized List<Duration> all() {
        return List.copyOf(waits);
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        synchronized (this) {
            waits.add(delay);
            nanos += delay.toNanos();
        }
        task.run();
        return () -> {};
    }
}
