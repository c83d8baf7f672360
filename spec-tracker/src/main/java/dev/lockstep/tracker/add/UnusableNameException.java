package dev.lockstep.tracker.add;

/** Thrown when a vendor cannot have the name that somebody gave it. The message says what to do. */
public final class UnusableNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableNameException(String message) {
        super(message);
    }
}
