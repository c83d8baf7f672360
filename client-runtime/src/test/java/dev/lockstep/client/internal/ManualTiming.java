package dev.lockstep.client.internal;

import dev.lockstep.client.Timing;
import java.time.Duration;
import java.time.Instant;

/** Clocks that stand until a test moves them. Schedules nothing: for what decides, and does not wait. */
final class ManualTiming implements Timing {
    private long nanos = 5_000_000_000L;
    private double random = 0.5;

    void advance(Duration time) {
        nanos += time.toNanos();
    }

    /** Every following jitter. */
    void random(double value) {
        random = value;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public double random() {
        return random;
    }

    @Override
    public Cancellation schedule(Duration delay, Runnable task) {
        throw new UnsupportedOperationException("nothing waits here");
    }
}
