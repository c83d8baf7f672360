package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.internal.SharedPause.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One pause for all calls of a client; nanosecond times may be negative and wrap around. */
class SharedPauseTest {
    private static final long SECOND = 1_000_000_000L;

    private final SharedPause pause = new SharedPause();

    private void extend(long now, long nanos) {
        pause.extend(now, Duration.ofNanos(nanos), true, 0);
    }

    private long left(long now) {
        Pause held = pause.at(now);
        return held == null ? 0 : held.left(now);
    }

    private Pause held(long now) {
        return Objects.requireNonNull(pause.at(now), "a pause holds");
    }

    @Test
    void noneAtFirst() {
        assertEquals(0, left(5));
        assertFalse(pause.probe(5));
    }

    @Test
    void runsDownAndEnds() {
        extend(100, 50);
        assertEquals(50, left(100));
        assertEquals(1, left(149));
        assertEquals(0, left(150));
        assertEquals(0, left(120));
    }

    @Test
    void isNeverShortened() {
        extend(100, 50);
        extend(110, 10);
        assertEquals(40, left(110));
        extend(110, 90);
        assertEquals(90, left(110));
    }

    @Test
    void aPauseOfNoTimeIsNone() {
        extend(100, 0);
        assertNull(pause.at(100));
    }

    @Test
    void holdsAcrossTheWrapOfTheClock() {
        long now = Long.MAX_VALUE - 10;
        extend(now, 50);
        assertEquals(50, left(now));
        assertEquals(30, left(now + 20));
        assertEquals(0, left(now + 50));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5 * SECOND, Long.MAX_VALUE - 10, Long.MIN_VALUE})
    void isRememberedHoweverLong(long start) {
        pause.extend(start, Duration.ofSeconds(1), true, 0);
        pause.extend(start + 2 * SECOND, Duration.ofSeconds(Long.MAX_VALUE / SECOND), true, 0);
        assertEquals(Duration.ofDays(36_500).toNanos(), left(start + 2 * SECOND));
    }

    @Test
    void knowsWhoseTimeTheEndIs() {
        extend(0, 50);
        assertTrue(held(0).asked());
        pause.extend(0, Duration.ofNanos(50), false, 0);
        assertTrue(held(0).asked(), "not extended");
        pause.extend(0, Duration.ofNanos(51), false, 0);
        assertFalse(held(0).asked());
    }

    @Test
    void oneCallProbesEvery30Seconds() {
        pause.extend(0, Duration.ofMinutes(10), true, 0);
        assertFalse(pause.probe(30 * SECOND - 1));
        assertTrue(pause.probe(30 * SECOND));
        assertFalse(pause.probe(30 * SECOND));
        assertFalse(pause.probe(60 * SECOND - 1));
        assertTrue(pause.probe(61 * SECOND));
        assertEquals(539 * SECOND, left(61 * SECOND));
        // Another 429 is as good as a probe's.
        pause.extend(80 * SECOND, Duration.ofMinutes(10), true, 0);
        assertFalse(pause.probe(110 * SECOND - 1));
        assertTrue(pause.probe(110 * SECOND));
    }

    @Test
    void theProbesAnswerDecides() {
        pause.extend(0, Duration.ofMinutes(10), true, 0);
        pause.renew(30 * SECOND, Duration.ofSeconds(2), 0);
        assertEquals(2 * SECOND, left(30 * SECOND));
        pause.renew(30 * SECOND, Duration.ofSeconds(3), 0);
        assertEquals(3 * SECOND, left(30 * SECOND));
        pause.end();
        assertNull(pause.at(30 * SECOND));
        pause.renew(31 * SECOND, Duration.ofSeconds(1), 0);
        assertEquals(SECOND, left(31 * SECOND));
    }

    @Test
    void theFirstCallerStartsAtTheEnd() {
        pause.extend(0, Duration.ofSeconds(1), true, 0.5);
        assertEquals(0, held(0).share(Long.MAX_VALUE));
        assertEquals(236_067_977, held(0).share(Long.MAX_VALUE));
        assertEquals(1_472_135_954, held(0).share(Long.MAX_VALUE));
    }

    @Test
    void theOthersComeWithinTheTimeThatTheyHave() {
        pause.extend(0, Duration.ofSeconds(60), true, 0.999);
        for (int i = 0; i < 100; i++) {
            assertTrue(held(0).share(Long.MAX_VALUE) < 5 * SECOND);
            assertTrue(held(0).share(1000) < 1000);
            assertEquals(0, held(0).share(0));
            assertEquals(0, held(0).share(-1));
        }
    }

    /** Calls that were throttled together extend one pause after another. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.999_999})
    void ofManyCallersAFewComeAtATime(double offset) {
        for (int seconds : new int[] {1, 2, 20}) {
            SharedPause shared = new SharedPause();
            List<Long> starts = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                shared.extend(i, Duration.ofSeconds(seconds), true, offset);
                starts.add(i + Objects.requireNonNull(shared.at(i)).share(Long.MAX_VALUE));
            }
            Collections.sort(starts);
            int most = 0;
            for (int first = 0; first < 50; first++) {
                int within = first;
                while (within < 50 && starts.get(within) - starts.get(first) <= SECOND / 4) {
                    within++;
                }
                most = Math.max(most, within - first);
            }
            assertTrue(most <= 9, most + " of 50 callers within 250 ms after " + seconds + " s");
        }
    }
}
