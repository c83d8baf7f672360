package dev.lockstep.client;

import java.util.List;

/** 401: the credential is missing at the vendor, wrong or expired. */
public final class ApiUnauthorizedException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiUnauthorizedException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
