package app;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Notes what a line saw. */
public final class Probe {
    public static final Map<String, String> SEEN = new TreeMap<>();

    static void seen(Object value) {
        StackTraceElement caller = new Throwable().getStackTrace()[1];
        SEEN.merge(caller.getFileName() + ":" + caller.getLineNumber(), String.valueOf(value), (a, b) -> a + ", " + b);
    }

    static <T> T run(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
