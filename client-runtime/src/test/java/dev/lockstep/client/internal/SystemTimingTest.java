package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.Timing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Back-off has one thread of its own, which keeps no program alive. */
class SystemTimingTest {
    private final Timing timing = Timing.system();

    @Test
    void tasksRunOnADaemonAfterTheirDelay() throws Exception {
        Duration delay = Duration.ofMillis(20);
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        long start = timing.nanoTime();
        timing.schedule(delay, () -> ran.complete(Thread.currentThread()));
        Thread thread = ran.get(10, TimeUnit.SECONDS);
        assertTrue(timing.nanoTime() - start >= delay.toNanos());
        assertEquals("lockstep-back-off", thread.getName());
        assertTrue(thread.isDaemon());
    }

    @Test
    void aTaskThatWasTakenBackDoesNotRun() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<String> first = new CompletableFuture<>();
        timing.schedule(Duration.ZERO, () -> await(gate));
        Timing.Cancellation taken = timing.schedule(Duration.ZERO, () -> first.complete("taken back"));
        timing.schedule(Duration.ZERO, () -> first.complete("later"));
        taken.cancel();
        gate.countDown();
        assertEquals("later", first.get(10, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void jitterIsDrawnFromZeroToOne() {
        List<Double> drawn = Stream.generate(timing::random).limit(10).toList();
        assertTrue(drawn.stream().allMatch(jitter -> jitter >= 0 && jitter < 1));
        assertTrue(drawn.stream().distinct().count() > 1);
    }
}
