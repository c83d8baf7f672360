package dev.lockstep.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** No answer in time: an attempt or the whole call ran out of time. */
public final class ApiTimeoutException extends ApiException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiTimeoutException(String operation, String message, @Nullable Throwable cause, List<Attempt> attempts) {
        super(operation, message, cause, attempts);
    }
}
