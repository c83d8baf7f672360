package dev.lockstep.client.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * First application interceptor: what a user's interceptors throw fails the call, not a thread of OkHttp's, and closes the
 * answer; and what OkHttp's Kotlin throws undeclared becomes an {@link IOException}.
 */
final class GuardInterceptor implements Interceptor {
    private final Interceptor guarded;

    /** Guards all interceptors after this one. */
    GuardInterceptor() {
        this(chain -> chain.proceed(chain.request()));
    }

    /** Guards another, which then needs no place of its own, and all after it. */
    GuardInterceptor(Interceptor guarded) {
        this.guarded = guarded;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return guarded.intercept(chain);
        } catch (Throwable e) {
            close(chain.request().tag(AttemptContext.class));
            throw declared(e);
        }
    }

    /** What was thrown after the answer came keeps the answer from everybody. */
    private static void close(@Nullable AttemptContext context) {
        if (context != null) {
            context.closeOpen();
        }
    }

    /** OkHttp 5 waits for its racing connects in a queue, whose InterruptedException it lets through. */
    private static IOException declared(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof IOException failure) {
            return failure;
        }
        if (thrown instanceof RuntimeException failure) {
            return new InterceptorFailure(failure);
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new InterruptedIOException("interrupted");
        }
        return new InterceptorFailure(new UndeclaredThrowableException(thrown));
    }
}
