package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.lockstep.client.ApiBodyTooLargeException;
import dev.lockstep.client.ApiCanceledException;
import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiCredentialException;
import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.ApiInterruptedException;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.client.ApiTooManyRequestsException;
import dev.lockstep.client.Attempt;
import dev.lockstep.client.ErrorResponse;
import dev.lockstep.client.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Makes the exception of a call that failed, and its message: operation, what happened, how often, what it leaves open. */
final class Failures {
    private final Engine engine;
    private final Moshi moshi;

    Failures(Engine engine, Moshi moshi) {
        this.engine = engine;
        this.moshi = moshi;
    }

    /** The exception of a result without a 2xx answer. */
    IOException of(OperationSpec spec, CallResult result) {
        String operation = engine.vendor() + " " + spec.name();
        AttemptResult last = result.last();
        List<Attempt> attempts = result.attempts();
        switch (result.end()) {
            case CANCELED -> {
                return new ApiCanceledException(
                        operation, operation + ": cancelled" + times(attempts) + open(attempts), null, attempts);
            }
            case INTERRUPTED -> {
                return new ApiInterruptedException(
                        operation, operation + ": interrupted" + times(attempts) + open(attempts), attempts);
            }
            case DEADLINE -> {
                return new ApiTimeoutException(
                        operation,
                        operation + ": out of time" + times(attempts) + why(result) + open(attempts),
                        null,
                        attempts);
            }
            case PAUSED -> {
                return paused(operation, result);
            }
            case LAST_ATTEMPT -> {}
        }
        Objects.requireNonNull(last, "a call ends with an attempt or a reason");
        Answer answer = last.answer();
        return answer != null
                ? status(operation, spec, result, answer)
                : noAnswer(operation, result, last.phase(), Objects.requireNonNull(last.failure()));
    }

    /** An answer that the vendor gave to an earlier call, and would give to this one. */
    private ApiTooManyRequestsException paused(String operation, CallResult result) {
        Duration left = result.pause();
        Duration seconds = Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
        Instant end = engine.timing().now().plus(left).plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        String message = operation + ": not sent: after a 429 " + engine.vendor() + " gets no call before " + end + ", "
                + CallRun.words(seconds) + " more" + why(result);
        ErrorResponse response = new ErrorResponse(429, Headers.EMPTY, "", null, left);
        return new ApiTooManyRequestsException(operation, message, response, result.attempts());
    }

    private IOException noAnswer(String operation, CallResult result, Phase phase, IOException failure) {
        List<Attempt> attempts = result.attempts();
        if (failure instanceof CredentialRefusal) {
            String message = Objects.requireNonNull(failure.getMessage());
            return new ApiCredentialException(operation, message, null, attempts);
        }
        String end = times(attempts) + why(result) + open(attempts);
        Throwable thrown = failure instanceof ForeignFailure foreign ? foreign.thrown() : failure;
        Throwable cause = result.redactor().printable(thrown);
        if (NetworkFailure.isTimeout(failure)) {
            String message = operation + ": no answer in time, " + NetworkFailure.describe(failure, phase) + end;
            return new ApiTimeoutException(operation, message, cause, attempts);
        }
        String hint = "";
        if (thrown != failure) {
            hint = "; the application's own code threw it";
        } else if (NetworkFailure.isDistrust(failure)) {
            hint = "; the certificate of " + engine.baseUrl().host() + " is not trusted or not its own";
        } else if (NetworkFailure.isProxyRefusal(failure)) {
            hint = "; the proxy wants a credential: set a proxyAuthenticator on the OkHttpClient";
        } else if (NetworkFailure.isRejected(failure)) {
            hint = "; the executor of the OkHttpClient was shut down";
        }
        String message = operation + ": no answer, " + NetworkFailure.describe(thrown, phase) + hint + end;
        return new ApiConnectionException(operation, message, cause, attempts);
    }

    private ApiStatusException status(String operation, OperationSpec spec, CallResult result, Answer answer) {
        String raw = answer.body().utf8();
        DriftReporter drift = new DriftReporter(engine.vendor(), spec, answer.status(), result);
        drift.head(answer.headers());
        AttemptResult last = Objects.requireNonNull(result.last());
        ErrorResponse response = new ErrorResponse(
                answer.status(), answer.headers(), raw, errorBody(spec, answer, drift), last.retryAfter());
        List<Attempt> attempts = result.attempts();
        StringBuilder message = new StringBuilder(operation)
                .append(": ")
                .append(answer.status())
                .append(times(attempts))
                .append(why(result))
                .append(open(attempts));
        String location = answer.status() / 100 == 3 ? answer.headers().get("Location") : null;
        if (location != null) {
            message.append("; redirects are not followed");
        }
        String snippet = result.redactor().snippet(raw);
        if (!snippet.isEmpty()) {
            message.append(": ").append(snippet);
        }
        return ApiStatusException.of(operation, message.toString(), response, attempts);
    }

    private @Nullable Object errorBody(OperationSpec spec, Answer answer, DriftReporter drift) {
        Class<?> type = spec.errorBody(answer.status());
        if (type == null || type == Void.class) {
            return null;
        }
        try {
            JsonAdapter<?> adapter = moshi.adapter(type);
            return JsonDecoder.decode(adapter, type, answer.body(), answer.contentType(), drift);
        } catch (DecodeFailure e) {
            drift.undecodableErrorBody(type.getSimpleName());
            return null;
        }
    }

    /** A 2xx answer whose body cannot be read as documented. */
    ApiDecodeException undecodable(OperationSpec spec, CallResult result, Answer answer, DecodeFailure failure) {
        String operation = engine.vendor() + " " + spec.name();
        Redactor redactor = result.redactor();
        String path = redactor.path(failure.path());
        StringBuilder message = new StringBuilder(operation)
                .append(": ")
                .append(answer.status())
                .append(", but ")
                .append(failure.getMessage())
                .append(" at ")
                .append(path)
                .append("; the vendor carried the operation out");
        String snippet = redactor.snippet(answer.body().utf8());
        if (!snippet.isEmpty()) {
            message.append(": ").append(snippet);
        }
        return new ApiDecodeException(
                operation, message.toString(), failure.getCause(), result.attempts(), answer.status(), path);
    }

    /** A 2xx answer with a body over the cap. */
    ApiBodyTooLargeException tooLarge(OperationSpec spec, CallResult result, Answer answer, long limit) {
        String operation = engine.vendor() + " " + spec.name();
        String message = operation + ": " + answer.status() + ", but its body is longer than " + limit
                + " bytes (counted after decompression); the vendor carried the operation out";
        return new ApiBodyTooLargeException(operation, message, result.attempts(), answer.status(), limit);
    }

    private static String times(List<Attempt> attempts) {
        return attempts.size() < 2 ? "" : " after " + attempts.size() + " attempts";
    }

    private static String why(CallResult result) {
        return result.note().isEmpty() ? "" : " (" + result.note() + ")";
    }

    private static String open(List<Attempt> attempts) {
        return attempts.stream().anyMatch(Attempt::ambiguous) ? "; the vendor may have carried the operation out" : "";
    }
}
