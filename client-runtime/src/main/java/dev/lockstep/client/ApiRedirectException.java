package dev.lockstep.client;

import java.util.List;

/** 3xx. Redirects are never followed: a credential would travel to a place nobody agreed to. */
public final class ApiRedirectException extends ApiStatusException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiRedirectException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, response, attempts);
    }
}
