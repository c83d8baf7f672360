package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/** Bounds what work costs by the thread's own processor time, which a busy machine does not change. */
final class CpuTime {
    private CpuTime() {}

    static <T> T within(Duration most, Supplier<T> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        T result = work.get();
        Duration spent = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        assertTrue(spent.compareTo(most) <= 0, () -> "took " + spent + ", more than " + most);
        return result;
    }
}
