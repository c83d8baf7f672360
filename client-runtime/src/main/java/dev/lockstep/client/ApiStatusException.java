package dev.lockstep.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The vendor answered with a status outside of 2xx. The subclass follows the status, documented or not. */
public abstract class ApiStatusException extends ApiException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String rawBody;
    private final transient @Nullable ErrorResponse response;

    /** For subclasses; {@link #of} picks the right one. */
    protected ApiStatusException(String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        super(operation, message, null, attempts);
        this.response = Objects.requireNonNull(response, "response");
        this.status = response.status();
        this.rawBody = response.rawBody();
    }

    /** The exception of the class that belongs to the response's status. */
    public static ApiStatusException of(
            String operation, String message, ErrorResponse response, List<Attempt> attempts) {
        int status = response.status();
        return switch (status) {
            case 400 -> new ApiBadRequestException(operation, message, response, attempts);
            case 401 -> new ApiUnauthorizedException(operation, message, response, attempts);
            case 403 -> new ApiForbiddenException(operation, message, response, attempts);
            case 404 -> new ApiNotFoundException(operation, message, response, attempts);
            case 409 -> new ApiConflictException(operation, message, response, attempts);
            case 422 -> new ApiUnprocessableEntityException(operation, message, response, attempts);
            case 429 -> new ApiTooManyRequestsException(operation, message, response, attempts);
            default -> {
                if (status >= 500) {
                    yield new ApiServerException(operation, message, response, attempts);
                }
                yield status >= 400
                        ? new ApiClientErrorException(operation, message, response, attempts)
                        : new ApiRedirectException(operation, message, response, attempts);
            }
        };
    }

    /** HTTP status. */
    public final int status() {
        return status;
    }

    /** Response headers; empty after deserialization. */
    public final Headers headers() {
        return response == null ? Headers.EMPTY : response.headers();
    }

    /** The body as the vendor sent it, as text cut at 64 KiB; empty if there was none. */
    public final String rawBody() {
        return rawBody;
    }

    /**
     * The typed body of a documented status.
     *
     * @return null if the documentation gives this status another body or none, or if the body did not decode
     */
    public final <T> @Nullable T errorBody(Class<T> type) {
        Object body = response == null ? null : response.body();
        return type.isInstance(body) ? type.cast(body) : null;
    }

    /** The wait that the vendor asked for with a valid {@code Retry-After}, uncapped; null if it asked for none. */
    public final @Nullable Duration retryAfter() {
        return response == null ? null : response.retryAfter();
    }

    /**
     * Whether an attempt before the one that brought this status may have carried the operation out. A 404 or 409 may
     * then be the echo of the call's own success.
     */
    public final boolean priorAttemptAmbiguous() {
        List<Attempt> all = attempts();
        return all.size() > 1 && all.subList(0, all.size() - 1).stream().anyMatch(Attempt::ambiguous);
    }
}
