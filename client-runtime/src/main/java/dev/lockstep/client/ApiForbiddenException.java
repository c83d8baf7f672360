package dev.lockstep.client;

import java.util.List;

/** 403: the credential is known and not allowed to do this. */
public final class ApiForbiddenException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiForbiddenException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
