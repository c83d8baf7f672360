package dev.lockstep.client.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Passes events on to a user's listener; of requests as they were before credentials came into them. */
final class RedactingListener extends EventListener {
    private final EventListener users;

    private RedactingListener(EventListener users) {
        this.users = users;
    }

    static EventListener around(EventListener users) {
        return users == EventListener.NONE ? users : new RedactingListener(users);
    }

    /** The call's own request has not been stamped. */
    private static Response redacted(Call call, Response response) {
        return response.newBuilder().request(call.request()).build();
    }

    @Override
    public void callStart(Call call) {
        users.callStart(call);
    }

    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        users.dispatcherQueueStart(call, dispatcher);
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        users.dispatcherQueueEnd(call, dispatcher);
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        users.proxySelectStart(call, url);
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        users.proxySelectEnd(call, url, proxies);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        users.dnsStart(call, domainName);
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        users.dnsEnd(call, domainName, addresses);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        users.connectStart(call, address, proxy);
    }

    @Override
    public void secureConnectStart(Call call) {
        users.secureConnectStart(call);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        users.secureConnectEnd(call, handshake);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        users.connectEnd(call, address, proxy, protocol);
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        users.connectFailed(call, address, proxy, protocol, failure);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        users.connectionAcquired(call, connection);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        users.connectionReleased(call, connection);
    }

    @Override
    public void requestHeadersStart(Call call) {
        users.requestHeadersStart(call);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        users.requestHeadersEnd(call, call.request());
    }

    @Override
    public void requestBodyStart(Call call) {
        users.requestBodyStart(call);
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        users.requestBodyEnd(call, byteCount);
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        users.requestFailed(call, failure);
    }

    @Override
    public void responseHeadersStart(Call call) {
        users.responseHeadersStart(call);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        users.responseHeadersEnd(call, redacted(call, response));
    }

    @Override
    public void responseBodyStart(Call call) {
        users.responseBodyStart(call);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        users.responseBodyEnd(call, byteCount);
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        users.responseFailed(call, failure);
    }

    @Override
    public void callEnd(Call call) {
        users.callEnd(call);
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        users.callFailed(call, failure);
    }

    @Override
    public void canceled(Call call) {
        users.canceled(call);
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        users.satisfactionFailure(call, redacted(call, response));
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        users.retryDecision(call, failure, retry);
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request next) {
        users.followUpDecision(call, redacted(call, response), next == null ? null : call.request());
    }
}
