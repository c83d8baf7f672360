package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
    @TempDir
    Path folder;

    @Test
    void givesTheResultOfTheWork() {
        assertEquals("done", StoreLock.holding(folder.resolve("x/lock"), Duration.ZERO, message -> {}, () -> "done"));
    }

    @Test
    void secondOneSaysWhoHoldsIt() {
        Path file = folder.resolve("lock");
        String owner = "process " + ProcessHandle.current().pid();
        List<String> told = new ArrayList<>();

        StoreLock.BusyException busy = StoreLock.holding(
                file,
                Duration.ZERO,
                told::add,
                () -> assertThrows(
                        StoreLock.BusyException.class,
                        () -> StoreLock.holding(file, Duration.ofMillis(1), told::add, () -> fail("two at a time"))));

        assertEquals(file + " is held by " + owner + "; try again when it is done", busy.getMessage());
        assertEquals(List.of("waiting for " + owner + ", which is updating"), told);
    }

    @Test
    void secondOneWaits() throws InterruptedException {
        Path file = folder.resolve("lock");
        CountDownLatch waiting = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        Thread[] second = new Thread[1];

        StoreLock.holding(file, Duration.ZERO, message -> {}, () -> {
            second[0] = new Thread(() -> StoreLock.holding(
                    file, Duration.ofSeconds(30), message -> waiting.countDown(), () -> order.add("second")));
            second[0].start();
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return order.add("first");
        });
        second[0].join();

        assertEquals(List.of("first", "second"), order);
    }
}
