package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.BinaryBody;
import java.lang.reflect.Type;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Turns the result of a call of one operation into its typed response or its exception. */
final class Decoder {
    private final Engine engine;
    private final Failures failures;
    private final OperationSpec spec;
    private final Type type;
    private final @Nullable JsonAdapter<?> adapter;

    /**
     * Decodes the success bodies of an operation.
     *
     * @param type the documented type; of an event's data for a stream of events
     * @param adapter null for bodies that are no JSON
     */
    Decoder(Engine engine, Failures failures, OperationSpec spec, Type type, @Nullable JsonAdapter<?> adapter) {
        this.engine = engine;
        this.failures = failures;
        this.spec = spec;
        this.type = type;
        this.adapter = adapter;
    }

    /** Tells the call's listeners how it ended, decoding included. Closes the answer unless it is returned. */
    ApiResponse<?> decode(CallResult result) throws Exception {
        try {
            return observed(result);
        } catch (Throwable e) {
            result.close();
            throw e;
        }
    }

    private ApiResponse<?> observed(CallResult result) throws Exception {
        try {
            ApiResponse<?> response = response(result);
            result.observation().ended(result.attempts(), null);
            return response;
        } catch (Throwable failure) {
            result.observation().ended(result.attempts(), failure);
            throw failure;
        }
    }

    @SuppressWarnings("NullAway") // the body of ApiCall<Void> is null, as documented
    private ApiResponse<?> response(CallResult result) throws Exception {
        AttemptResult last = result.last();
        Answer answer = last == null || result.end() != CallResult.End.LAST_ATTEMPT ? null : last.answer();
        if (answer == null || !answer.success()) {
            throw failures.of(spec, result);
        }
        DriftReporter drift = drift(result, answer);
        drift.head(answer.headers());
        return new ApiResponse<>(body(result, answer, drift), answer.status(), answer.headers(), result.attempts());
    }

    private @Nullable Object body(CallResult result, Answer answer, DriftReporter drift) throws ApiException {
        if (answer.bodyFault() instanceof BodyReader.BodyOverLimit over) {
            throw failures.tooLarge(spec, result, answer, over.limit);
        }
        ResponseBody stream = answer.stream();
        return switch (spec.bodyKind()) {
            case NONE -> null;
            case BINARY -> new BinaryBody(Objects.requireNonNull(stream));
            case EVENTS ->
                new ServerEvents<>(
                        Objects.requireNonNull(stream), data -> Objects.requireNonNull(event(result, answer, data)));
            case TEXT -> isJson(answer.contentType()) ? json(result, answer, drift) : text(result, answer, drift);
            case JSON -> json(result, answer, drift);
        };
    }

    private DriftReporter drift(CallResult result, Answer answer) {
        return new DriftReporter(engine.vendor(), spec, answer.status(), result);
    }

    /** Each event of a stream is an answer of its own. */
    private Object event(CallResult result, Answer answer, ByteString data) throws ApiException {
        return json(result, answer, data, null, drift(result, answer));
    }

    private Object json(CallResult result, Answer answer, DriftReporter drift) throws ApiException {
        return json(result, answer, answer.body(), answer.contentType(), drift);
    }

    private Object json(
            CallResult result, Answer answer, ByteString body, @Nullable MediaType contentType, DriftReporter drift)
            throws ApiException {
        try {
            if (answer.bodyFault() != null) {
                throw new DecodeFailure("the body is not the gzip that it says it is", "$", answer.bodyFault());
            }
            return JsonDecoder.decode(Objects.requireNonNull(adapter), type, body, contentType, drift);
        } catch (DecodeFailure e) {
            throw failures.undecodable(spec, result, answer, e);
        }
    }

    private Object text(CallResult result, Answer answer, DriftReporter drift) throws ApiException {
        if (answer.bodyFault() != null) {
            return json(result, answer, drift);
        }
        MediaType contentType = answer.contentType();
        java.nio.charset.Charset charset = contentType == null ? null : contentType.charset(null);
        return answer.body().string(charset == null ? java.nio.charset.StandardCharsets.UTF_8 : charset);
    }

    private static boolean isJson(@Nullable MediaType contentType) {
        return contentType != null
                && (contentType.subtype().equals("json")
                        || contentType.subtype().endsWith("+json"));
    }
}
