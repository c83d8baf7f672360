package dev.lockstep.client.internal;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** First application interceptor: what a user's interceptors throw fails the call, not a thread of OkHttp's. */
final class GuardInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (RuntimeException e) {
            throw new InterceptorFailure(e);
        }
    }
}
