package dev.lockstep.tracker.loaded;

import org.jspecify.annotations.Nullable;

/** Thrown when a JSON value is none of the Java type that a client's method takes. The message names the value's place. */
public final class UnfitValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnfitValueException(String message) {
        this(message, null);
    }

    UnfitValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
