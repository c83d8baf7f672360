package dev.lockstep.client.internal;

import dev.lockstep.client.Phase;
import dev.lockstep.client.Timing;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** How an attempt ended: with an answer or with a failure, and on which row of the retry table. */
record AttemptResult(
        RetryRow row,
        Phase phase,
        @Nullable Answer answer,
        @Nullable IOException failure,
        @Nullable Duration retryAfter) {

    /** Why an attempt was ended from our side. */
    enum Stop {
        NONE,
        CANCELED,
        INTERRUPTED
    }

    boolean success() {
        return answer != null && answer.success();
    }

    /** Closes a streamed body that nobody gets. */
    void close() {
        if (answer != null && answer.stream() != null) {
            answer.stream().close();
        }
    }

    /** Reads an answer to its end; closes it unless it is streamed and nothing is thrown. */
    static AttemptResult of(Response response, AttemptContext context, Timing timing) throws IOException {
        if (!response.isSuccessful() || !context.spec.bodyKind().streamed()) {
            return read(response, context, timing);
        }
        try {
            context.recorder.complete();
            return answered(answer(response, ByteString.EMPTY, null, response.body()), context, timing);
        } catch (Throwable e) {
            response.close();
            throw e;
        }
    }

    private static AttemptResult read(Response response, AttemptContext context, Timing timing) throws IOException {
        boolean success = response.isSuccessful();
        BodyKind kind = context.spec.bodyKind();
        try (ResponseBody body = response.body()) {
            ByteString bytes = ByteString.EMPTY;
            IOException fault = null;
            if (!success) {
                bytes = BodyReader.readUpTo(body, BodyReader.ERROR_LIMIT);
            } else if (kind == BodyKind.NONE) {
                BodyReader.drain(body);
            } else {
                try {
                    bytes = BodyReader.read(body, BodyReader.SUCCESS_LIMIT);
                } catch (BodyReader.BodyOverLimit e) {
                    fault = e;
                } catch (IOException e) {
                    if (!NetworkFailure.isBadGzip(e)) {
                        throw e;
                    }
                    fault = e;
                }
            }
            context.recorder.complete();
            return answered(answer(response, bytes, fault, null), context, timing);
        }
    }

    /** Reads the meaning of an exception; a refused credential decides, whatever an interceptor made of its exception. */
    static AttemptResult of(IOException failure, AttemptContext context, Stop stop, Timing timing) {
        Phase phase = context.recorder.phase();
        IOException refusal = context.refusal;
        if (refusal != null) {
            return new AttemptResult(RetryRow.STOPPED, phase, null, refusal, null);
        }
        if (NetworkFailure.isRefusedHead(failure) && context.recorder.headers() != null) {
            context.recorder.complete();
            Answer empty = new Answer(
                    context.recorder.status(),
                    "",
                    Protocol.HTTP_1_1,
                    context.recorder.headers(),
                    null,
                    ByteString.EMPTY,
                    null,
                    null);
            return answered(empty, context, timing);
        }
        RetryRow row;
        if (failure instanceof CredentialRefusal) {
            row = RetryRow.STOPPED;
        } else if (stop != Stop.NONE || failure instanceof ForeignFailure) {
            row = phase.mayHaveReachedVendor() ? RetryRow.STOPPED_UNCERTAIN : RetryRow.STOPPED;
        } else {
            row = NetworkFailure.row(failure, phase);
        }
        return new AttemptResult(row, phase, null, failure, null);
    }

    private static AttemptResult answered(Answer answer, AttemptContext context, Timing timing) {
        Duration retryAfter = answer.success() ? null : RetryAfter.parse(answer.headers(), timing.now());
        RetryRow row = RetryRow.ofStatus(answer.status(), retryAfter != null);
        return new AttemptResult(row, context.recorder.phase(), answer, null, retryAfter);
    }

    private static Answer answer(
            Response response, ByteString body, @Nullable IOException fault, @Nullable ResponseBody stream) {
        return new Answer(
                response.code(),
                response.message(),
                response.protocol(),
                response.headers(),
                MediaTypes.of(response),
                body,
                fault,
                stream);
    }
}
