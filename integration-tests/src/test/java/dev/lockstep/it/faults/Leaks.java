package dev.lockstep.it.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What must never happen, wherever it happens: a credential in a log, a leaked connection, a thread that dies. */
final class Leaks extends Handler implements AutoCloseable {
    /** Part of every credential of the matrix. */
    static final String CANARY = "canary7";

    // The mock server's own log tells the requests that it received, as a vendor's would.
    private static final String SERVER = "mockwebserver3";

    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Thread.@Nullable UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> found = new CopyOnWriteArrayList<>();

    Leaks() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> found.add("uncaught in " + thread.getName() + ": " + trace(failure)));
        for (Handler handler : root.getHandlers()) {
            handler.setLevel(Level.INFO);
        }
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
        String name = String.valueOf(record.getLoggerName());
        if (name.startsWith(SERVER)) {
            return;
        }
        String text = formatter.format(record);
        if (text.contains(CANARY) || text.contains("was leaked")) {
            found.add("log of " + name + ": " + text);
        }
    }

    void assertNone() {
        assertEquals(List.of(), found);
    }

    /** Looks for a credential in what a user could print. */
    static void assertNoCanary(@Nullable Object thing) {
        String text = thing instanceof Throwable failure ? trace(failure) : String.valueOf(thing);
        if (text.contains(CANARY)) {
            throw new AssertionError("a credential is in: " + text);
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(levelBefore);
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }
}
