package dev.lockstep.conversations;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.CallOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.function.Function;

/**
 * A vendor's call that ends a conversation, and how to read its answer.
 *
 * @param <R> the vendor's typed response
 */
public final class Ending<R> {
    private static final Logger LOGGER = System.getLogger(Ending.class.getName());

    private final ApiCall<R> call;
    private final Function<? super ApiResponse<R>, Outcome> reading;

    private Ending(ApiCall<R> call, Function<? super ApiResponse<R>, Outcome> reading) {
        this.call = call;
        this.reading = reading;
    }

    /**
     * A call and its reading.
     *
     * @param call not yet executed
     * @param reading runs after success, on the thread that completes the call. If it throws, the outcome is
     *     {@link EndStatus#UNKNOWN}: the call has done its work, and an exception would make callers repeat it.
     */
    public static <R> Ending<R> of(ApiCall<R> call, Function<? super ApiResponse<R>, Outcome> reading) {
        Objects.requireNonNull(call, "call == null");
        Objects.requireNonNull(reading, "reading == null");
        return new Ending<>(call, reading);
    }

    Ending<R> with(CallOptions options) {
        return new Ending<>(call.with(options), reading);
    }

    ApiCall<R> call() {
        return call;
    }

    Outcome read(ApiResponse<R> response) {
        try {
            return reading.apply(response);
        } catch (RuntimeException unreadable) {
            LOGGER.log(Level.WARNING, "the answer of a call that succeeded could not be read", unreadable);
            return Outcome.of(EndStatus.UNKNOWN);
        }
    }
}
