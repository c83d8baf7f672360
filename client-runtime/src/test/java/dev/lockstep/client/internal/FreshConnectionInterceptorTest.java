package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Config;
import dev.lockstep.client.RetryClass;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What is known of a connection when, so that another call that takes it early knows it too. */
class FreshConnectionInterceptorTest {
    private static final OperationSpec SPEC = new OperationSpec(
            "end", "POST /end", RetryClass.ONLY_IF_UNSENT, "", List.of(), Map.of(), Set.of(), BodyKind.NONE);

    private final ManualTiming timing = new ManualTiming();
    private final IdleConnections connections = IdleConnections.of(new ConnectionPool());
    private final FreshConnectionInterceptor interceptor = new FreshConnectionInterceptor(connections, timing);
    private final Connection connection = Stub.of(Connection.class, Map.of("protocol", Protocol.HTTP_1_1));
    private final HttpUrl url = HttpUrl.get("https://acme.test/end");
    private final AttemptContext context = new AttemptContext(
            SPEC,
            CallOptions.none(),
            url,
            Duration.ofSeconds(1),
            new CredentialSource("acme", Map.of(), Config.of(Map.of())),
            null);
    private final Request request =
            new Request.Builder().url(url).tag(AttemptContext.class, context).build();
    private final Call call = new OkHttpClient().newCall(request);

    private Response response() {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .header("Keep-Alive", "timeout=2")
                .build();
    }

    private Response intercept(Stub.Answer answer) throws IOException {
        context.recorder.connectEnd(
                call, InetSocketAddress.createUnresolved("acme.test", 443), Proxy.NO_PROXY, Protocol.HTTP_1_1);
        return interceptor.intercept(Stub.of(
                Interceptor.Chain.class, Map.of("request", request, "connection", connection, "proceed", answer)));
    }

    @Test
    void isKnownWhileTheAnswerIsRead() throws IOException {
        assertEquals(
                200,
                intercept(() -> {
                            assertTrue(connections.usable(connection, false));
                            return response();
                        })
                        .code());
    }

    @Test
    void isKeptAsItsServerSaysBeforeItIsReleased() throws IOException {
        intercept(this::response);
        assertTrue(connections.usable(connection, false));
        timing.advance(Duration.ofSeconds(1).plusNanos(1));
        assertFalse(connections.usable(connection, false));
    }

    @Test
    void isIdleFromItsReleaseOn() throws IOException {
        intercept(this::response);
        timing.advance(Duration.ofSeconds(3));
        context.recorder.connectionReleased(call, connection);
        assertTrue(connections.usable(connection, false));
    }
}
