package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import java.io.IOException;
import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** A {@link RetryingCall} as OkHttp's interface wants it: any status is a response, attempts are not told of. */
final class OkHttpRetryingCall implements Call {
    private final RetryingCalls calls;
    private final Failures failures;
    private final RetryingCall call;
    private final Call tags;

    OkHttpRetryingCall(RetryingCalls calls, Failures failures, RetryingCall call) {
        this.calls = calls;
        this.failures = failures;
        this.call = call;
        this.tags = calls.engine().http().newCall(call.request());
    }

    @Override
    public Request request() {
        return call.request();
    }

    @Override
    public Response execute() throws IOException {
        return response(call.run());
    }

    @Override
    public void enqueue(Callback callback) {
        call.start(result -> {
            Response response;
            try {
                response = response(result);
            } catch (IOException e) {
                callback.onFailure(this, e);
                return;
            } catch (RuntimeException e) {
                callback.onFailure(this, new IOException(e));
                return;
            }
            try {
                callback.onResponse(this, response);
            } catch (IOException e) {
                response.close();
            }
        });
    }

    private Response response(CallResult result) throws IOException {
        AttemptResult last = result.last();
        Answer answer = last == null || result.end() != CallResult.End.LAST_ATTEMPT ? null : last.answer();
        if (answer == null) {
            Exception failure = failures.of(call.spec(), result);
            result.observation().ended(result.attempts(), failure);
            if (failure instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw failure instanceof IOException io ? io : new IOException(failure);
        }
        result.observation().ended(result.attempts(), null);
        ResponseBody body = answer.stream();
        if (body == null) {
            body = ResponseBody.create(
                    new Buffer().write(answer.body()),
                    answer.contentType(),
                    answer.body().size());
        }
        return new Response.Builder()
                .request(call.request())
                .protocol(answer.protocol())
                .code(answer.status())
                .message(answer.reason())
                .headers(answer.headers())
                .body(body)
                .build();
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public boolean isExecuted() {
        return call.isExecuted();
    }

    @Override
    public boolean isCanceled() {
        return call.isCanceled();
    }

    @Override
    public Timeout timeout() {
        return call.timeout();
    }

    @Override
    public void addEventListener(EventListener listener) {
        call.addEventListener(listener);
    }

    @Override
    public <T> @Nullable T tag(KClass<T> type) {
        return tags.tag(type);
    }

    @Override
    public <T> @Nullable T tag(Class<? extends T> type) {
        return tags.tag(type);
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
        return tags.tag(type, computeIfAbsent);
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
        return tags.tag(type, computeIfAbsent);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a fresh call, not a copy of this one's state
    public Call clone() {
        return new OkHttpRetryingCall(calls, failures, calls.create(call.spec(), call.request(), CallOptions.none()));
    }
}
