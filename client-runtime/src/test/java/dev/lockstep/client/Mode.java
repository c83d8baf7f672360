package dev.lockstep.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a call is made. Both ways have the same result, so every behaviour is tested both ways. */
enum Mode {
    SYNC {
        @Override
        <T> Outcome<T> run(ApiCall<T> call) {
            try {
                return new Outcome<>(call.executeForResponse(), null);
            } catch (IOException | RuntimeException e) {
                return new Outcome<>(null, e);
            }
        }
    },
    ASYNC {
        @Override
        <T> Outcome<T> run(ApiCall<T> call) {
            CompletableFuture<ApiResponse<T>> future;
            try {
                future = call.enqueue();
            } catch (RuntimeException e) {
                return new Outcome<>(null, e);
            }
            try {
                return new Outcome<>(future.get(20, TimeUnit.SECONDS), null);
            } catch (ExecutionException e) {
                return new Outcome<>(null, e.getCause());
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError("the future did not complete", e);
            }
        }
    };

    abstract <T> Outcome<T> run(ApiCall<T> call);
}
