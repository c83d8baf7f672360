package dev.lockstep.client.internal;

import dev.lockstep.client.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
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
        reach(Phase.CONNECT);
    }

    /**
     * OkHttp forgets a cancellation that comes between a connect and its handshake, and would wait for the handshake:
     * refused here, it is one more connect that failed.
     */
    @Override
    public void secureConnectStart(Call call) {
        reach(Phase.TLS);
        if (call.isCanceled()) {
            PhaseRecorder.<RuntimeException>undeclared(new IOException("Canceled"));
        }
    }

    /** OkHttp catches what its own Kotlin never declares. */
    @SuppressWarnings("unchecked") // the cast is erased
    private static <E extends Exception> void undeclared(IOException failure) throws E {
        throw (E) failure;
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        reach(Phase.CONNECTED);
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        if (phase == Phase.CONNECTED) {
            reach(Phase.CONNECT);
        }
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        reach(Phase.CONNECTED);
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
