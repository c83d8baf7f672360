package dev.lockstep.client.internal;

import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Counts events and logs one JSON line for the 1st, 10th, 100th, ... of each kind, so that neither memory nor the log
 * grows with traffic.
 */
public final class CountingDriftListener implements DriftListener {
    static final String LOGGER = "dev.lockstep.drift";

    private static final Logger LOG = System.getLogger(LOGGER);
    private static final int MAX_DISTINCT = 1000;

    private final Map<DriftEvent, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Consumer<String> lines;

    /** Lines go to the logger {@code dev.lockstep.drift}. */
    public CountingDriftListener() {
        this(line -> LOG.log(Level.WARNING, line));
    }

    /** Lines go where they are told to. */
    public CountingDriftListener(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void onDrift(DriftEvent event) {
        DriftEvent kind = withoutDate(event);
        AtomicLong count = counts.get(kind);
        if (count == null) {
            if (counts.size() >= MAX_DISTINCT) {
                return;
            }
            count = counts.computeIfAbsent(kind, first -> new AtomicLong());
        }
        long seen = count.incrementAndGet();
        if (powerOfTen(seen)) {
            lines.accept(line(event, seen));
        }
    }

    /** A date that moves with each answer is no other kind. */
    private static DriftEvent withoutDate(DriftEvent event) {
        return event.date() == null
                ? event
                : new DriftEvent(
                        event.kind(),
                        event.vendor(),
                        event.operation(),
                        event.status(),
                        event.type(),
                        event.name(),
                        event.path());
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
        if (event.date() != null) {
            field(line, "date", event.date().toString());
        }
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
