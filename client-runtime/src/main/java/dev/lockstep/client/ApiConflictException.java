package dev.lockstep.client;

import java.util.List;

/** 409: the thing is in a state that does not allow this. */
public final class ApiConflictException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiConflictException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
