package dev.lockstep.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okio.Timeout;

/**
 * One call of an operation, made of one or more attempts. It runs once; {@link #clone()} gives a fresh one. Instances
 * are safe to cancel from any thread.
 *
 * @param <T> type of the success body; {@code Void} where the vendor documents none
 */
public interface ApiCall<T> extends Cloneable {
    /**
     * Makes the call and waits for its result. An interrupt ends it at once, whatever it is doing: waiting, connecting,
     * writing or reading. Two things it cannot cut short: the JDK's lookup of a host name, and a streamed body that is
     * read after this method returned.
     *
     * @return the decoded body; null only for {@code ApiCall<Void>}
     * @throws ApiException one of its subclasses, by kind of failure
     * @throws java.io.InterruptedIOException if the thread is interrupted; its interrupt flag is set again
     * @throws IllegalStateException if this call was made before
     */
    T execute() throws IOException;

    /**
     * Like {@link #execute()}, with status, headers and the attempts.
     *
     * @throws ApiException one of its subclasses, by kind of failure
     * @throws java.io.InterruptedIOException if the thread is interrupted; its interrupt flag is set again
     * @throws IllegalStateException if this call was made before
     */
    ApiResponse<T> executeForResponse() throws IOException;

    /**
     * Makes the call without blocking the caller's thread. The future completes on a thread of the HTTP client: hand
     * longer work to an executor of yours. Cancelling the future cancels the call.
     *
     * @return completes exceptionally with what {@link #executeForResponse()} throws
     * @throws IllegalStateException if this call was made before
     */
    CompletableFuture<ApiResponse<T>> enqueue();

    /** A fresh call of the same request under these options; what they leave open stays as it was. */
    ApiCall<T> with(CallOptions options);

    /** Stops the call at whatever it is doing, waiting between attempts included. Does nothing once it has ended. */
    void cancel();

    /** Whether {@link #cancel()} was called. */
    boolean isCanceled();

    /** A fresh call of the same request, which can be made although this one was. */
    ApiCall<T> clone();

    /** Time limit of the whole call, all attempts and waits included; change it before the call is made. */
    Timeout timeout();
}
