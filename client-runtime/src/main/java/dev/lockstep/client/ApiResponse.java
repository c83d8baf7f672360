package dev.lockstep.client;

import java.util.List;
import java.util.Objects;
import okhttp3.Headers;

/**
 * A success: 2xx, with its decoded body.
 *
 * @param <T> type of the body
 */
public final class ApiResponse<T> {
    private final T body;
    private final int status;
    private final Headers headers;
    private final List<Attempt> attempts;

    /** Puts a response together; for tests and for those who wrap calls. */
    public ApiResponse(T body, int status, Headers headers, List<Attempt> attempts) {
        this.body = body;
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.attempts = List.copyOf(attempts);
    }

    /** The decoded body; null only where T is {@code Void}. */
    public T body() {
        return body;
    }

    /** HTTP status, 200 to 299. */
    public int status() {
        return status;
    }

    /** The last attempt's response headers. */
    public Headers headers() {
        return headers;
    }

    /** All attempts, the successful one last. */
    public List<Attempt> attempts() {
        return attempts;
    }

    /** Status and attempts; never the body or headers. */
    @Override
    public String toString() {
        return "ApiResponse[status=" + status + ", attempts=" + attempts + "]";
    }
}
