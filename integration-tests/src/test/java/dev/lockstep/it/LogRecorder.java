package dev.lockstep.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged by anybody at any level, while it is open. */
final class LogRecorder extends Handler implements AutoCloseable {
    // MockWebServer's own log tells request lines, which hold no credential, but it is no log of ours.
    private static final List<String> CHATTY = List.of("mockwebserver3", "sun.", "jdk.");

    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    LogRecorder() {
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    String text() {
        SimpleFormatter formatter = new SimpleFormatter();
        StringBuilder text = new StringBuilder();
        records.forEach(record -> text.append(formatter.format(record)));
        return text.toString();
    }

    @Override
    public void publish(LogRecord record) {
        String name = record.getLoggerName();
        if (name == null || CHATTY.stream().noneMatch(name::startsWith)) {
            records.add(record);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(levelBefore);
    }
}
