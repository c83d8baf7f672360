package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.RetryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Full jitter: from nothing to base * 2^n, but no longer than the maximum. */
class BackoffTest {
    private static final RetryPolicy POLICY = RetryPolicy.builder().build();

    private static void assertDelay(long millis, boolean throttled, int repetition, double random) {
        assertEquals(Duration.ofMillis(millis), Backoff.delay(POLICY, throttled, repetition, random));
    }

    @Test
    void doublesFrom200Milliseconds() {
        assertDelay(200, false, 0, 1);
        assertDelay(400, false, 1, 1);
        assertDelay(800, false, 2, 1);
    }

    @Test
    void doublesFromASecondWhenThrottled() {
        assertDelay(1000, true, 0, 1);
        assertDelay(2000, true, 1, 1);
    }

    @Test
    void isNeverLongerThanTheMaximum() {
        assertDelay(5000, false, 5, 1);
        assertDelay(5000, true, 3, 1);
        assertDelay(5000, false, 200, 1);
    }

    @Test
    void isAPartOfIt() {
        assertDelay(0, false, 0, 0);
        assertDelay(50, false, 0, 0.25);
        assertDelay(2500, true, 9, 0.5);
    }
}
