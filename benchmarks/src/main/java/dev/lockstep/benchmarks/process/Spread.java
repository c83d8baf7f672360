package dev.lockstep.benchmarks.process;

import java.util.List;
import java.util.Locale;

/** The least, the middle and the greatest of several figures. */
public record Spread(double min, double median, double max) {
    /**
     * The spread of some figures.
     *
     * @param figures at least one
     */
    public static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    /** Three figures of two decimals: {@code 0.41 / 0.44 / 0.52}. */
    public String text() {
        return String.format(Locale.ROOT, "%.2f / %.2f / %.2f", min, median, max);
    }
}
