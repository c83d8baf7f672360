package dev.lockstep.tracker.trial;

/** Thrown when a call cannot be made of what somebody typed. The message says what is wrong and what would be right. */
public final class TrialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrialException(String message) {
        super(message);
    }

    TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}
