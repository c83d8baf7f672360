package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call gave: a response or a failure. */
record Outcome<T>(
        @Nullable ApiResponse<T> response, @Nullable Throwable failure) {

    ApiResponse<T> success() {
        if (failure != null) {
            throw new AssertionError("the call failed", failure);
        }
        assertNotNull(response);
        return response;
    }

    <E extends Throwable> E failed(Class<E> type) {
        return assertInstanceOf(type, failure);
    }

    List<Attempt> attempts() {
        if (response != null) {
            return response.attempts();
        }
        if (failure instanceof ApiInterruptedException interrupted) {
            return interrupted.attempts();
        }
        return failed(ApiException.class).attempts();
    }
}
