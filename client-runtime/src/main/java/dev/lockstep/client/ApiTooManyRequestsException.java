package dev.lockstep.client;

import java.util.List;

/**
 * 429: too many requests, also after the permitted attempts; {@link #retryAfter()} says how long to wait. If
 * {@link #attempts()} is empty, nothing was sent: an earlier call was answered so, and the pause after it is longer than
 * this call's deadline or {@link RetryPolicy#maxRetryAfter()}.
 */
public final class ApiTooManyRequestsException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiTooManyRequestsException(
            String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
