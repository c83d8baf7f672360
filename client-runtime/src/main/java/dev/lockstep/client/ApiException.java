package dev.lockstep.client;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed. The subclass says how. Messages name the operation and what to do, hold no credential, and are at
 * most 1 KiB long.
 */
public abstract class ApiException extends IOException {
    private static final long serialVersionUID = 1;
    private static final int MAX_MESSAGE = 1024;

    private final String operation;
    private final List<Attempt> attempts;

    /**
     * For subclasses.
     *
     * @param operation vendor and operation; {@code tavus endConversation}
     */
    protected ApiException(String operation, String message, @Nullable Throwable cause, List<Attempt> attempts) {
        super(bounded(message), cause);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.attempts = List.copyOf(attempts);
    }

    /** Names the operation and what to do; no credential, at most 1 KiB. */
    @Override
    public final String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), operation);
    }

    /** Vendor and operation; {@code tavus endConversation}. */
    public final String operation() {
        return operation;
    }

    /** All attempts in order; empty if the call failed before its first one. */
    public final List<Attempt> attempts() {
        return attempts;
    }

    /**
     * Whether the vendor may have carried the operation out in some attempt although this call did not learn so. Ask the
     * vendor for the state before you repeat an operation that must not run twice.
     */
    public final boolean ambiguous() {
        return attempts.stream().anyMatch(Attempt::ambiguous);
    }

    private static String bounded(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 3) + "...";
    }
}
