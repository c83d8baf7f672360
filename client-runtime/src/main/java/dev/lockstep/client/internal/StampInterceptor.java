package dev.lockstep.client.internal;

import dev.lockstep.client.Phase;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Last network interceptor: the only place where a request holds a credential. A request that lost its tag, or goes to
 * another host than the client's, is not sent. Hides Retry-After from OkHttp, which would repeat on its own.
 */
final class StampInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        AttemptContext context = request.tag(AttemptContext.class);
        List<Stamp> stamps = context == null ? null : context.stamps;
        if (context == null || stamps == null) {
            throw new CredentialRefusal("a request without its operation was held back: use the client's services");
        }
        if (!sameOrigin(request.url(), context.baseUrl)) {
            throw new CredentialRefusal("the request was to go to another host than the client's ("
                    + context.baseUrl.host() + "); nothing was sent");
        }
        Request stamped = request;
        for (Stamp stamp : stamps) {
            stamped = stamp.applyTo(stamped);
        }
        Response response = answer(chain, stamped, context);
        List<String> retryAfter = response.headers("Retry-After");
        if (stamps.isEmpty() && retryAfter.isEmpty()) {
            return response;
        }
        Response.Builder hidden = response.newBuilder().request(request);
        if (!retryAfter.isEmpty()) {
            context.retryAfter = retryAfter;
            hidden.removeHeader("Retry-After");
        }
        return hidden.build();
    }

    /** What OkHttp throws unchecked while it reads a head is the vendor's fault: a negative status, for one. */
    private static Response answer(Chain chain, Request stamped, AttemptContext context) throws IOException {
        try {
            return chain.proceed(stamped);
        } catch (RuntimeException e) {
            if (context.recorder.phase().compareTo(Phase.RESPONSE_HEAD) < 0) {
                throw e;
            }
            ProtocolException unreadable = new ProtocolException("the head of the answer cannot be read");
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    static boolean sameOrigin(HttpUrl url, HttpUrl base) {
        return url.scheme().equals(base.scheme()) && url.host().equals(base.host()) && url.port() == base.port();
    }
}
