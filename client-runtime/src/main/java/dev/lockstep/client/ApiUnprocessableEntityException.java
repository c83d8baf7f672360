package dev.lockstep.client;

import java.util.List;

/** 422: the vendor understands the request and finds a value in it wrong. */
public final class ApiUnprocessableEntityException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiUnprocessableEntityException(
            String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
