package dev.lockstep.client.internal;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Engine engine;
    private final Failures failures;
    private final PreparedCall prepared;
    private final AtomicReference<@Nullable Call> tags = new AtomicReference<>();

    OkHttpRetryingCall(Engine engine, Failures failures, PreparedCall prepared) {
        this.engine = engine;
        this.failures = failures;
        this.prepared = prepared;
    }

    @Override
    public Request request() {
        return prepared.request();
    }

    @Override
    public Response execute() throws IOException {
        return response(prepared.call().run());
    }

    @Override
    public void enqueue(Callback callback) {
        prepared.call().start(result -> {
            Response response;
            try {
                response = response(result);
            } catch (Throwable thrown) {
                IOException failure = ForeignFailure.of(thrown);
                ForeignCode.tell(callback, told -> told.onFailure(this, failure));
                return;
            }
            if (!ForeignCode.tell(callback, told -> told.onResponse(this, response))) {
                ForeignCode.tell(response, Response::close);
            }
        });
    }

    /** Closes the answer unless it is returned. */
    private Response response(CallResult result) throws IOException {
        try {
            return made(result);
        } catch (Throwable e) {
            result.close();
            throw e;
        }
    }

    private Response made(CallResult result) throws IOException {
        AttemptResult last = result.last();
        Answer answer = last == null || result.end() != CallResult.End.LAST_ATTEMPT ? null : last.answer();
        if (answer == null) {
            IOException failure = failures.of(prepared.spec(), result);
            result.observation().ended(result.attempts(), failure);
            throw failure;
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
                .request(prepared.request())
                .protocol(answer.protocol())
                .code(answer.status())
                .message(answer.reason())
                .headers(answer.headers())
                .body(body)
                .build();
    }

    @Override
    public void cancel() {
        prepared.call().cancel();
    }

    @Override
    public boolean isExecuted() {
        return prepared.call().isExecuted();
    }

    @Override
    public boolean isCanceled() {
        return prepared.call().isCanceled();
    }

    @Override
    public Timeout timeout() {
        return prepared.call().timeout();
    }

    @Override
    public void addEventListener(EventListener listener) {
        prepared.call().addEventListener(listener);
    }

    /** Holds the tags of this call, and is never made. */
    private Call tags() {
        if (tags.get() == null) {
            tags.compareAndSet(null, engine.http().newCall(prepared.request()));
        }
        return Objects.requireNonNull(tags.get());
    }

    @Override
    public <T> @Nullable T tag(KClass<T> type) {
        return tags().tag(type);
    }

    @Override
    public <T> @Nullable T tag(Class<? extends T> type) {
        return tags().tag(type);
    }

    @Override
    public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
        return tags().tag(type, computeIfAbsent);
    }

    @Override
    public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
        return tags().tag(type, computeIfAbsent);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a fresh call, not a copy of this one's state
    public Call clone() {
        return new OkHttpRetryingCall(engine, failures, prepared.again());
    }
}
