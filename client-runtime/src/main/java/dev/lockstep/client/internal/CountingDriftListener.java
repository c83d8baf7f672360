package dev.lockstep.client.internal;

import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts events and logs one JSON line for the 1st, 10th, 100th, ... of each kind, so that neither memory nor the log
 * grows with traffic.
 */
final class CountingDriftListener implements DriftListener {
    static final String LOGGER = "dev.lockstep.drift";

    private static final Logger LOG = System.getLogger(LOGGER);
    private static final int MAX_DISTINCT = 1000;

    private final Map<DriftEvent, AtomicLong> counts = new ConcurrentHashMap<>();

    @Override
    public void onDrift(DriftEvent event) {
        AtomicLong count = counts.get(event);
        if (count == null) {
            if (counts.size() >= MAX_DISTINCT) {
                return;
            }
            count = counts.computeIfAbsent(event, first -> new AtomicLong());
        }
        long seen = count.incrementAndGet();
        if (powerOfTen(seen)) {
            LOG.log(Level.WARNING, line(event, seen));
        }
    }

    static String line(DriftEvent event, long count) {
        StringBuilder line = new StringBuilder(160).append('{');
        field(line, "drift", event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        field(line, "vendor", event.vendor());
        field(line, "operation", event.operation());
        line.append("\"status\":").append(event.status()).append(',');
        field(line, "type", event.type());
        field(line, "name", event.name());
        field(line, "path", event.path());
        return line.append("\"count\":").append(count).append('}').toString();
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == '\\') {
                line.append('\\').append(character);
            } else if (character < 0x20 || character > 0x7e) {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                line.append(character);
            }
        }
        line.append("\",");
    }

    private static boolean powerOfTen(long count) {
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }
}
