package dev.lockstep.tracker.workspace;

/** Thrown when what somebody asked for cannot be done as asked; a command ends with 2. The message says what would be right. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
