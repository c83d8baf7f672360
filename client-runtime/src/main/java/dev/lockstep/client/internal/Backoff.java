package dev.lockstep.client.internal;

import dev.lockstep.client.RetryPolicy;
import java.time.Duration;

/** Delays with full jitter: U(0, min(maximum, base * 2^n)). */
final class Backoff {
    private Backoff() {}

    /**
     * The delay before a repetition.
     *
     * @param repetition 0 for the first repetition
     * @param random from 0 to 1
     */
    static Duration delay(RetryPolicy policy, boolean throttled, int repetition, double random) {
        Duration base = throttled ? policy.throttledBaseDelay() : policy.baseDelay();
        long ceiling = policy.maxDelay().toNanos();
        // Both are at most one hour, so 2^12 times the smallest base passes any ceiling that is not zero-based.
        double grown = (double) base.toNanos() * (1L << Math.min(repetition, 30));
        double bound = Math.min(grown, (double) ceiling);
        return Duration.ofNanos((long) (bound * random));
    }
}
