package dev.lockstep.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credential is missing or unusable, so nothing was sent. The message names what to set, never a value. */
public final class ApiCredentialException extends ApiException {
    private static final long serialVersionUID = 1;

    /** For tests and for those who wrap calls. */
    public ApiCredentialException(String operation, String message, @Nullable Throwable cause, List<Attempt> attempts) {
        super(operation, message, cause, attempts);
    }
}
