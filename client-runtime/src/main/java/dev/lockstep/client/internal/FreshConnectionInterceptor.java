package dev.lockstep.client.internal;

import dev.lockstep.client.Timing;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * First network interceptor: refuses a pooled HTTP/1 connection that was idle for too long or is closed, before anything
 * is written to it. OkHttp then closes it, and {@link CallInterceptor} asks for the next. HTTP/2 connections are left to
 * OkHttp, which reads them all the time: a GOAWAY or an end is seen when it comes, and a stream above the GOAWAY's is sent
 * again (RFC 9113, 6.8).
 */
final class FreshConnectionInterceptor implements Interceptor {
    private final IdleConnections connections;
    private final Timing timing;

    FreshConnectionInterceptor(IdleConnections connections, Timing timing) {
        this.connections = connections;
        this.timing = timing;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        AttemptContext context = chain.request().tag(AttemptContext.class);
        if (connection == null || context == null || multiplexed(connection.protocol())) {
            return chain.proceed(chain.request());
        }
        if (!connections.usable(connection, context.recorder.connected())) {
            throw new StaleConnection();
        }
        // Another call may take the connection as soon as the answer is read, before its release is reported.
        connections.used(connection, timing, KeepAlive.UNSAID);
        Response response = chain.proceed(chain.request());
        Duration limit = KeepAlive.limit(response.headers());
        connections.used(connection, timing, limit);
        context.recorder.onRelease(() -> connections.used(connection, timing, limit));
        return response;
    }

    private static boolean multiplexed(Protocol protocol) {
        return protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE;
    }
}
