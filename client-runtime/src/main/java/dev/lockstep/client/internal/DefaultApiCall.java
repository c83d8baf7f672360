package dev.lockstep.client.internal;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.CallOptions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okio.Timeout;

/** A call of a Retrofit method. Retrofit makes the request; sending and decoding are ours. */
final class DefaultApiCall<T> implements ApiCall<T> {
    private final Decoder decoder;
    private final PreparedCall prepared;

    DefaultApiCall(Decoder decoder, PreparedCall prepared) {
        this.decoder = decoder;
        this.prepared = prepared;
    }

    @Override
    public T execute() throws IOException {
        return executeForResponse().body();
    }

    @Override
    public ApiResponse<T> executeForResponse() throws IOException {
        try {
            return decode(prepared.call().run());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletableFuture<ApiResponse<T>> enqueue() {
        RetryingCall call = prepared.call();
        ApiFuture<ApiResponse<T>> future = new ApiFuture<>(call::cancel);
        call.start(result -> {
            try {
                if (!future.complete(decode(result))) {
                    // The future was cancelled while a streamed answer came.
                    result.close();
                }
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    @SuppressWarnings("unchecked") // the decoder was made for the method whose declared type is T
    private ApiResponse<T> decode(CallResult result) throws Exception {
        return (ApiResponse<T>) decoder.decode(result);
    }

    @Override
    public ApiCall<T> with(CallOptions narrower) {
        return new DefaultApiCall<>(decoder, prepared.with(narrower));
    }

    @Override
    public void cancel() {
        prepared.call().cancel();
    }

    @Override
    public boolean isCanceled() {
        return prepared.call().isCanceled();
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // a fresh call, not a copy of this one's state
    public ApiCall<T> clone() {
        return new DefaultApiCall<>(decoder, prepared.again());
    }

    @Override
    public Timeout timeout() {
        return prepared.call().timeout();
    }

    @Override
    public String toString() {
        return prepared.spec().key();
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
