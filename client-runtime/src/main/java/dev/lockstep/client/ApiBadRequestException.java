package dev.lockstep.client;

import java.util.List;

/** 400: the vendor refuses the request as it is. */
public final class ApiBadRequestException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiBadRequestException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
