package dev.lockstep.tracker.drift;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How often something was seen. Each process counts for itself and logs its 1st, 10th, 100th, ... time, so that lines of several
 * processes stand in one log in any order: of those that reached a number, each has logged all smaller ones too.
 */
final class Seen {
    private final NavigableMap<Long, Long> lines = new TreeMap<>();
    private final TreeSet<String> dates = new TreeSet<>();

    void add(long count, String date) {
        lines.merge(count, 1L, Long::sum);
        if (!date.isEmpty()) {
            dates.add(date);
        }
    }

    /** A number that was reached at least, saturating. */
    long atLeast() {
        long total = 0;
        long reached = 0;
        for (Map.Entry<Long, Long> entry : lines.descendingMap().entrySet()) {
            if (entry.getValue() > reached) {
                long more = entry.getValue() - reached;
                total = saturated(total, entry.getKey(), more);
                reached = entry.getValue();
            }
        }
        return total;
    }

    private static long saturated(long total, long count, long times) {
        try {
            return Math.addExact(total, Math.multiplyExact(count, times));
        } catch (ArithmeticException beyond) {
            return Long.MAX_VALUE;
        }
    }

    /** The earliest date of an announced end; empty if none was read. */
    String date() {
        return dates.isEmpty() ? "" : dates.first();
    }
}
