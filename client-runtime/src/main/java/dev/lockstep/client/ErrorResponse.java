package dev.lockstep.client;

import java.time.Duration;
import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What the vendor answered when the status is not 2xx. Immutable. */
public final class ErrorResponse {
    private final int status;
    private final Headers headers;
    private final String rawBody;
    private final @Nullable Object body;
    private final @Nullable Duration retryAfter;

    /**
     * Puts an error response together; for tests and for those who wrap calls.
     *
     * @param rawBody the body as text, cut at 64 KiB; empty if there was none
     * @param body the decoded body if the status and its body are documented, else null
     * @param retryAfter what a valid {@code Retry-After} header asks for, else null
     */
    public ErrorResponse(
            int status, Headers headers, String rawBody, @Nullable Object body, @Nullable Duration retryAfter) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.rawBody = Objects.requireNonNull(rawBody, "rawBody");
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** HTTP status outside of 200 to 299. */
    public int status() {
        return status;
    }

    /** Response headers. */
    public Headers headers() {
        return headers;
    }

    /** The body as text, cut at 64 KiB; empty if there was none. */
    public String rawBody() {
        return rawBody;
    }

    /** The decoded body if the status and its body are documented and it decoded, else null. */
    public @Nullable Object body() {
        return body;
    }

    /** The wait that a valid {@code Retry-After} header asks for, else null. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The status alone: a body may hold anything. */
    @Override
    public String toString() {
        return "ErrorResponse[status=" + status + "]";
    }
}
