package dev.lockstep.client;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.Objects;

/** The calling thread was interrupted; its interrupt flag is set. */
public final class ApiInterruptedException extends InterruptedIOException {
    private static final long serialVersionUID = 1;

    private final String operation;
    private final List<Attempt> attempts;

    /** For tests and for those who wrap calls. */
    public ApiInterruptedException(String operation, String message, List<Attempt> attempts) {
        super(message);
        this.operation = Objects.requireNonNull(operation, "operation");
        this.attempts = List.copyOf(attempts);
    }

    /** Vendor and operation; {@code tavus endConversation}. */
    public String operation() {
        return operation;
    }

    /** All attempts in order; empty if the thread was interrupted before the first one. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Whether the vendor may have carried the operation out although this call did not learn so. */
    public boolean ambiguous() {
        return attempts.stream().anyMatch(Attempt::ambiguous);
    }
}
