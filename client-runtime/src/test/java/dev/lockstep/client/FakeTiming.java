package dev.lockstep.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time that passes only in waits. Waits end at once and are noted; {@link #hold()} makes them last for ever. */
final class FakeTiming implements Timing {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private final CountDownLatch holding = new CountDownLatch(1);
    private long nanos = 1_000_000_000L;
    private double random = 0.5;
    private boolean hold;
    private @Nullable Runnable duringWait;

    /** Every following jitter. */
    void random(double value) {
        random = value;
    }

    /** Following waits never end by themselves. */
    void hold() {
        hold = true;
    }

    /** Runs before the next wait ends. */
    void duringWait(Runnable action) {
        duringWait = action;
    }

    /** Until a held wait has begun. */
    void awaitHeldWait() throws InterruptedException {
        if (!holding.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no wait began");
        }
    }

    synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    synchronized void advance(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos - 1_000_000_000L);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public double random() {
        return random;
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        synchronized (this) {
            waits.add(delay);
        }
        Runnable action = duringWait;
        if (action != null) {
            duringWait = null;
            action.run();
        }
        if (hold) {
            holding.countDown();
            return () -> {};
        }
        advance(delay);
        task.run();
        return () -> {};
    }
}
