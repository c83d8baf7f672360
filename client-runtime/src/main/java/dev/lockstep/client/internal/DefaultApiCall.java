package dev.lockstep.client.internal;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.CallOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import okio.Timeout;

/** A call of a Retrofit method. Retrofit makes the request; sending and decoding are ours. */
final class DefaultApiCall<T> implements ApiCall<T> {
    private final RetryingCalls calls;
    private final Decoder decoder;
    private final OperationSpec spec;
    private final Request request;
    private final CallOptions options;
    private final RetryingCall call;

    DefaultApiCall(RetryingCalls calls, Decoder decoder, OperationSpec spec, Request request, CallOptions options) {
        this.calls = calls;
        this.decoder = decoder;
        this.spec = spec;
        this.request = request;
        this.options = options;
        this.call = calls.create(spec, request, options);
    }

    @Override
    public T execute() throws IOException {
        return executeForResponse().body();
    }

    @Override
    public ApiResponse<T> executeForResponse() throws IOException {
        try {
            return decode(call.run());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletableFuture<ApiResponse<T>> enqueue() {
        ApiFuture<ApiResponse<T>> future = new ApiFuture<>(call::cancel);
        call.start(result -> {
            try {
                if (!future.complete(decode(result))) {
                    close(result);
                }
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    /** The future was cancelled while a streamed answer came. */
    private static void close(CallResult result) {
        AttemptResult last = result.last();
        Answer answer = last == null ? null : last.answer();
        if (answer != null && answer.stream() != null) {
            answer.stream().close();
        }
    }

    @SuppressWarnings("unchecked") // the decoder was made for the method whose declared type is T
    private ApiResponse<T> decode(CallResult result) throws Exception {
        return (ApiResponse<T>) decoder.decode(result);
    }

    @Override
    public ApiCall<T> with(CallOptions narrower) {
        return new DefaultApiCall<>(calls, decoder, spec, request, narrower.over(options));
    }

    @Override
    public void cancel() {
        call.cancel();
    }

    @Override
    public boolean isCanceled() {
        return call.isCanceled();
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a fresh call, not a copy of this one's state
    public ApiCall<T> clone() {
        return new DefaultApiCall<>(calls, decoder, spec, request, options);
    }

    @Override
    public Timeout timeout() {
        return call.timeout();
    }

    @Override
    public String toString() {
        return spec.key();
    }

    /** Cancelling it cancels the call. */
    private static final class ApiFuture<V> extends CompletableFuture<V> {
        private final Runnable onCancel;

        ApiFuture(Runnable onCancel) {
            this.onCancel = onCancel;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean canceled = super.cancel(mayInterruptIfRunning);
            if (canceled) {
                onCancel.run();
            }
            return canceled;
        }
    }
}
