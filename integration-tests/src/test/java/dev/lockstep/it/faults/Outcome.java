package dev.lockstep.it.faults;

import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiInterruptedException;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.Attempt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
record Outcome(@Nullable ApiResponse<?> response, @Nullable Throwable failure) {

    /** The class of the failure, or {@code success}. */
    String result() {
        return failure == null ? "success" : failure.getClass().getSimpleName();
    }

    List<Attempt> attempts() {
        if (response != null) {
            return response.attempts();
        }
        if (failure instanceof ApiInterruptedException interrupted) {
            return interrupted.attempts();
        }
        if (failure instanceof ApiException known) {
            return known.attempts();
        }
        throw new AssertionError("no attempts are told", failure);
    }

    /** The decoded body of a success. */
    <B> B body(Class<B> type) {
        if (response == null) {
            throw new AssertionError("the call failed", failure);
        }
        return type.cast(response.body());
    }

    <E extends Throwable> E failure(Class<E> type) {
        if (!type.isInstance(failure)) {
            throw new AssertionError("not a " + type.getSimpleName(), failure);
        }
        return type.cast(failure);
    }

    /** The attempts as the table writes them: {@code RESPONSE_HEAD 0 SocketTimeoutException ambiguous}. */
    List<String> record() {
        return attempts().stream().map(Outcome::words).toList();
    }

    private static String words(Attempt attempt) {
        StringBuilder words = new StringBuilder(attempt.phase().name());
        if (attempt.status() != 0) {
            words.append(' ').append(attempt.status());
        }
        if (attempt.failure() != null) {
            words.append(' ').append(attempt.failure());
        }
        return attempt.ambiguous() ? words.append(" ambiguous").toString() : words.toString();
    }
}
