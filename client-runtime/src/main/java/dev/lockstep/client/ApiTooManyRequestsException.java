package dev.lockstep.client;

import java.util.List;

/** 429: too many requests, also after the permitted attempts; {@link #retryAfter()} says how long to wait. */
public final class ApiTooManyRequestsException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiTooManyRequestsException(
            String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
