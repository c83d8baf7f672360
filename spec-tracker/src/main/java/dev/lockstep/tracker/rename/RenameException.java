package dev.lockstep.tracker.rename;

/** Thrown when something cannot be renamed so. The message says what is wrong and what would be right. */
public final class RenameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RenameException(String message) {
        super(message);
    }
}
