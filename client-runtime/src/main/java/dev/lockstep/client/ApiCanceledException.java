package dev.lockstep.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call was cancelled. {@link #ambiguous()} says whether the request was on its way. */
public final class ApiCanceledException extends ApiException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiCanceledException(String operation, String message, @Nullable Throwable cause, List<Attempt> attempts) {
        super(operation, message, cause, attempts);
    }
}
