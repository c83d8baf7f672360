package dev.lockstep.client;

import java.util.List;

/** A 4xx status without a class of its own. */
public final class ApiClientErrorException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiClientErrorException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
