package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.BinaryBody;
import java.io.IOException;
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

    /** Tells the call's listeners how it ended, decoding included. */
    ApiResponse<?> decode(CallResult result) throws Exception {
        try {
            ApiResponse<?> response = response(result);
            result.observation().ended(result.attempts(), null);
            return response;
        } catch (IOException | RuntimeException e) {
            result.observation().ended(result.attempts(), e);
            throw e;
        }
    }

    @SuppressWarnings("NullAway") // the body of ApiCall<Void> is null, as documented
    private ApiResponse<?> response(CallResult result) throws Exception {
        AttemptResult last = result.last();
        Answer answer = last == null || result.end() != CallResult.End.LAST_ATTEMPT ? null : last.answer();
        if (answer == null || !answer.success()) {
            throw failures.of(spec, result);
        }
        failures.reportHead(spec, result, answer);
        return new ApiResponse<>(body(result, answer), answer.status(), answer.headers(), result.attempts());
    }

    private @Nullable Object body(CallResult result, Answer answer) throws ApiException {
        if (answer.bodyFault() instanceof BodyReader.BodyOverLimit over) {
            throw failures.tooLarge(spec, result, answer, over.limit);
        }
        ResponseBody stream = answer.stream();
        return switch (spec.bodyKind()) {
            case NONE -> null;
            case BINARY -> new BinaryBody(Objects.requireNonNull(stream));
            case EVENTS ->
                new ServerEvents<>(
                        Objects.requireNonNull(stream),
                        data -> Objects.requireNonNull(json(result, answer, data, null)));
            case TEXT -> isJson(answer.contentType()) ? json(result, answer) : text(result, answer);
            case JSON -> json(result, answer);
        };
    }

    private Object json(CallResult result, Answer answer) throws ApiException {
        return json(result, answer, answer.body(), answer.contentType());
    }

    private Object json(CallResult result, Answer answer, ByteString body, @Nullable MediaType contentType)
            throws ApiException {
        try {
            if (answer.bodyFault() != null) {
                throw new DecodeFailure("the body is not the gzip that it says it is", "$", answer.bodyFault());
            }
            DriftReporter drift = new DriftReporter(engine.vendor(), spec, answer.status(), result.observation());
            return JsonDecoder.decode(Objects.requireNonNull(adapter), type, body, contentType, drift);
        } catch (DecodeFailure e) {
            throw failures.undecodable(spec, result, answer, e);
        }
    }

    private Object text(CallResult result, Answer answer) throws ApiException {
        if (answer.bodyFault() != null) {
            return json(result, answer);
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
