package dev.lockstep.client.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Last application interceptor: asks for the credentials, before any connection is made; holds OkHttp's own repetitions
 * off even where a user's interceptor switched them on for this chain; gives Retry-After back to the layers above.
 */
final class CallInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        AttemptContext context = chain.request().tag(AttemptContext.class);
        if (context == null) {
            throw new CredentialRefusal("a request without its operation was held back: use the client's services");
        }
        context.stamps = stamps(context);
        Chain safe = safe(chain, context);
        // Not around the credentials: a supplier that reads a file would end the guard.
        Response response = new InterruptGuard(chain.call()).guard(() -> answer(safe));
        context.answer = response;
        return restored(response, context.retryAfter);
    }

    /** Each stale connection is closed when it is refused, so the last one asked for is a new one. */
    private static Response answer(Chain chain) throws IOException {
        while (true) {
            try {
                return chain.proceed(chain.request());
            } catch (StaleConnection closed) {
                // Nothing was written: this is no failure of the attempt.
            }
        }
    }

    /** The vendor's lines may hold any byte, which {@code Response.Builder.addHeader} would refuse. */
    private static Response restored(Response response, @Nullable List<String> retryAfter) {
        if (retryAfter == null) {
            return response;
        }
        Headers.Builder headers = response.headers().newBuilder();
        for (String line : retryAfter) {
            headers.addUnsafeNonAscii("Retry-After", line);
        }
        return response.newBuilder().headers(headers.build()).build();
    }

    /** Asks once in an attempt for credentials that are refused, however often an interceptor proceeds. */
    private static List<Stamp> stamps(AttemptContext context) throws IOException {
        IOException refusal = context.refusal;
        if (refusal != null) {
            throw refusal;
        }
        try {
            List<Stamp> stamps = context.credentials.resolve(context.spec, context.options);
            if (context.sameAsRefused(stamps)) {
                throw new UnchangedCredential();
            }
            return stamps;
        } catch (CredentialRefusal | UnchangedCredential refused) {
            context.refusal = refused;
            throw refused;
        }
    }

    private static Chain safe(Chain chain, AttemptContext context) {
        Chain safe = chain;
        if (safe.getRetryOnConnectionFailure()) {
            safe = safe.withRetryOnConnectionFailure(false);
        }
        if (safe.getCache() != null) {
            safe = safe.withCache(null);
        }
        if (safe.getCookieJar() != CookieJar.NO_COOKIES) {
            safe = safe.withCookieJar(CookieJar.NO_COOKIES);
        }
        if (safe.getAuthenticator() != Authenticator.NONE) {
            safe = safe.withAuthenticator(Authenticator.NONE);
        }
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, context.attemptTimeout.toMillis()));
        if (safe.readTimeoutMillis() != millis) {
            safe = safe.withReadTimeout(millis, TimeUnit.MILLISECONDS);
        }
        return safe.writeTimeoutMillis() == millis ? safe : safe.withWriteTimeout(millis, TimeUnit.MILLISECONDS);
    }
}
