package dev.lockstep.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No answer: the connection could not be opened or broke, or code of the application that takes part in the call threw (an
 * interceptor, DNS, a request body, an executor), which the cause then is. {@link #ambiguous()} says whether the request was on
 * its way.
 */
public final class ApiConnectionException extends ApiException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiConnectionException(String operation, String message, @Nullable Throwable cause, List<Attempt> attempts) {
        super(operation, message, cause, attempts);
    }
}
