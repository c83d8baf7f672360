package dev.lockstep.client;

import java.util.List;

/** 404: the vendor knows no such thing. */
public final class ApiNotFoundException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiNotFoundException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
