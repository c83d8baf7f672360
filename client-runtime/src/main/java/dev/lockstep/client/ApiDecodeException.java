package dev.lockstep.client;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered 2xx with a body that is not the documented kind of JSON at all. The operation was carried out:
 * repeating the call would do it twice.
 */
public final class ApiDecodeException extends ApiException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String path;

    /**
     * For tests and for those who wrap calls.
     *
     * @param path JSON path of the fault, {@code $} for the whole body
     */
    public ApiDecodeException(
            String operation,
            String message,
            @Nullable Throwable cause,
            List<Attempt> attempts,
            int status,
            String path) {
        super(operation, message, cause, attempts);
        this.status = status;
        this.path = Objects.requireNonNull(path, "path");
    }

    /** HTTP status, 200 to 299. */
    public int status() {
        return status;
    }

    /** JSON path of the fault; {@code $} for the whole body. */
    public String path() {
        return path;
    }
}
