package dev.lockstep.client.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the share of repetitions while a vendor is down: they take tokens, successes give tokens back. A first attempt
 * needs none.
 */
final class RetryBudget {
    static final int CAPACITY = 500;
    static final int TRANSIENT_COST = 14;
    static final int THROTTLED_COST = 5;

    private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

    /** Takes the tokens of one repetition, if they are there. */
    boolean take(int cost) {
        int current = tokens.get();
        while (current >= cost) {
            if (tokens.compareAndSet(current, current - cost)) {
                return true;
            }
            current = tokens.get();
        }
        return false;
    }

    /** Gives tokens back after a success: what its last repetition took, at least one. */
    void refund(int cost) {
        int refund = Math.max(cost, 1);
        int current = tokens.get();
        while (current < CAPACITY && !tokens.compareAndSet(current, Math.min(CAPACITY, current + refund))) {
            current = tokens.get();
        }
    }

    int tokens() {
        return tokens.get();
    }
}
