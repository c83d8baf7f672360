package dev.lockstep.client.internal;

import dev.lockstep.client.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Follows one attempt. Connects race on threads of their own, so fields are volatile and only ever advance. */
final class PhaseRecorder extends EventListener {
    private volatile Phase phase = Phase.QUEUED;
    private volatile int status;
    private volatile @Nullable Headers headers;
    private volatile boolean connected;
    private volatile @Nullable Runnable onRelease;
    private final AtomicReference<List<Socket>> connecting = new AtomicReference<>(List.of());

    Phase phase() {
        return phase;
    }

    /** Status of the answer whose head was read, or 0. */
    int status() {
        return status;
    }

    /** Head of the answer, or null. */
    @Nullable
    Headers headers() {
        return headers;
    }

    /** Whether this attempt opened a connection. */
    boolean connected() {
        return connected;
    }

    /** Runs when the attempt gives its connection back. */
    void onRelease(Runnable action) {
        onRelease = action;
    }

    void complete() {
        phase = Phase.COMPLETE;
    }

    private void reach(Phase next) {
        if (!phase.mayHaveReachedVendor() || next.mayHaveReachedVendor()) {
            phase = next;
        }
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        reach(Phase.DNS);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        reach(Phase.DNS);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        ConnectingSockets.announce(socket -> opened(call, socket));
        reach(Phase.CONNECT);
    }

    /** A cancelled call opens nothing; what it has opened is closed by {@link #canceled}. */
    private void opened(Call call, Socket socket) {
        connecting.updateAndGet(
                sockets -> Stream.concat(sockets.stream(), Stream.of(socket)).toList());
        if (call.isCanceled()) {
            close();
        }
    }

    private void close() {
        for (Socket socket : connecting.getAndSet(List.of())) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // It carries nothing any more.
            }
        }
    }

    @Override
    public void canceled(Call call) {
        close();
    }

    @Override
    public void secureConnectStart(Call call) {
        reach(Phase.TLS);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        ConnectingSockets.forget();
        // From now on the connection may serve other calls too.
        connecting.set(List.of());
        connected = true;
        reach(Phase.CONNECTED);
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        ConnectingSockets.forget();
        if (phase == Phase.CONNECTED) {
            reach(Phase.CONNECT);
        }
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        reach(Phase.CONNECTED);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        Runnable action = onRelease;
        onRelease = null;
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        reach(Phase.REQUEST_HEAD);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        reach(Phase.RESPONSE_HEAD);
    }

    @Override
    public void requestBodyStart(Call call) {
        reach(Phase.REQUEST_BODY);
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        reach(Phase.RESPONSE_HEAD);
    }

    @Override
    public void responseHeadersStart(Call call) {
        reach(Phase.RESPONSE_HEAD);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        headers = response.headers();
        status = response.code();
        reach(Phase.RESPONSE_BODY);
    }
}
