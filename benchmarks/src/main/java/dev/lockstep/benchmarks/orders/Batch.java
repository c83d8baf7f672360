package dev.lockstep.benchmarks.orders;

import java.util.Comparator;
import java.util.List;

/**
 * What a call of some batch cost.
 *
 * @param clock nanoseconds by the clock
 * @param bytes what the calling threads allocated
 */
record Batch(double clock, double bytes) {
    /** The batch that nine in ten took longer than: what a call costs where nothing else disturbs it. */
    static Batch quiet(List<Batch> batches) {
        return sorted(batches).get(batches.size() / 10);
    }

    /** The batch that half of the others took longer than. */
    static Batch middle(List<Batch> batches) {
        return sorted(batches).get(batches.size() / 2);
    }

    private static List<Batch> sorted(List<Batch> batches) {
        return batches.stream().sorted(Comparator.comparingDouble(Batch::clock)).toList();
    }

    /** Reads {@link #line()}. */
    static Batch parse(String line) {
        String[] figures = line.strip().split(" ", -1);
        return new Batch(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    String line() {
        return clock + " " + bytes;
    }
}
