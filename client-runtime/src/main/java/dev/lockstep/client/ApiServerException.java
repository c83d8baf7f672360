package dev.lockstep.client;

import java.util.List;

/** 5xx: the vendor failed. {@link #ambiguous()} says whether it may have carried the operation out first. */
public final class ApiServerException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiServerException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
