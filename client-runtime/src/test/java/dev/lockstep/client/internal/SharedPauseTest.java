package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One pause for all calls of a client; nanosecond times may be negative and wrap around. */
class SharedPauseTest {
    private final SharedPause pause = new SharedPause();

    @Test
    void noneAtFirst() {
        assertEquals(0, pause.remaining(5));
    }

    @Test
    void runsDownAndEnds() {
        pause.extend(100, Duration.ofNanos(50));
        assertEquals(50, pause.remaining(100));
        assertEquals(1, pause.remaining(149));
        assertEquals(0, pause.remaining(150));
        assertEquals(0, pause.remaining(120));
    }

    @Test
    void isNeverShortened() {
        pause.extend(100, Duration.ofNanos(50));
        pause.extend(110, Duration.ofNanos(10));
        assertEquals(40, pause.remaining(110));
        pause.extend(110, Duration.ofNanos(90));
        assertEquals(90, pause.remaining(110));
    }

    @Test
    void holdsAcrossTheWrapOfTheClock() {
        long now = Long.MAX_VALUE - 10;
        pause.extend(now, Duration.ofNanos(50));
        assertEquals(50, pause.remaining(now));
        assertEquals(30, pause.remaining(now + 20));
        assertEquals(0, pause.remaining(now + 50));
    }
}
