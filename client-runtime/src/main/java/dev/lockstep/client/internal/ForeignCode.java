package dev.lockstep.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Calls code of the application whose failure must not change a call: listeners and callbacks. Whatever such code throws,
 * errors and undeclared checked exceptions too, is logged by the names of the classes and dropped.
 */
final class ForeignCode {
    private static final Logger LOG = System.getLogger("dev.lockstep.client");

    private ForeignCode() {}

    /** One event that a listener is told of. */
    @FunctionalInterface
    interface Event<L> {
        void tell(L listener) throws Exception;
    }

    /**
     * Tells a listener of an event.
     *
     * @return false if the listener threw
     */
    static <L> boolean tell(L listener, Event<L> event) {
        try {
            event.tell(listener);
            return true;
        } catch (Throwable thrown) {
            dropped("listener " + listener.getClass().getName(), thrown);
            return false;
        }
    }

    /** Logs what was thrown where nobody can be told of it. */
    static void dropped(String who, Throwable thrown) {
        keepInterrupt(thrown);
        try {
            LOG.log(
                    Level.WARNING,
                    "the " + who + " threw " + thrown.getClass().getName() + "; the call went on without it");
        } catch (Throwable brokenLog) {
            // The log is the application's code too.
        }
    }

    /** Sets the thread's interrupt flag again, which an InterruptedException cleared. */
    static void keepInterrupt(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name of a class without its package; of an anonymous class with it. */
    static String name(Throwable thrown) {
        String simple = thrown.getClass().getSimpleName();
        return simple.isEmpty() ? thrown.getClass().getName() : simple;
    }
}
