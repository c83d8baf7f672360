package dev.lockstep.client.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * First application interceptor: what a user's interceptors throw fails the call, not a thread of OkHttp's, and closes the
 * answer that they had; what OkHttp's Kotlin throws undeclared becomes an {@link IOException}.
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
        AttemptContext context = chain.request().tag(AttemptContext.class);
        try {
            Response response = guarded.intercept(chain);
            if (context != null) {
                context.answer = response;
            }
            return response;
        } catch (Throwable thrown) {
            if (context != null) {
                context.closeAnswer();
            }
            throw ForeignFailure.of(thrown);
        }
    }
}
