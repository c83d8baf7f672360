package dev.lockstep.client;

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

/** An event listener all of whose methods throw. */
final class BrokenEvents extends EventListener {
    private final Runnable fault;

    BrokenEvents(Runnable fault) {
        this.fault = fault;
    }

    @Override
    public void callStart(Call call) {
        fault.run();
    }

    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        fault.run();
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        fault.run();
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        fault.run();
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        fault.run();
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        fault.run();
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        fault.run();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        fault.run();
    }

    @Override
    public void secureConnectStart(Call call) {
        fault.run();
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        fault.run();
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        fault.run();
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        fault.run();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        fault.run();
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        fault.run();
    }

    @Override
    public void requestHeadersStart(Call call) {
        fault.run();
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        fault.run();
    }

    @Override
    public void requestBodyStart(Call call) {
        fault.run();
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        fault.run();
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        fault.run();
    }

    @Override
    public void responseHeadersStart(Call call) {
        fault.run();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        fault.run();
    }

    @Override
    public void responseBodyStart(Call call) {
        fault.run();
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        fault.run();
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        fault.run();
    }

    @Override
    public void callEnd(Call call) {
        fault.run();
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        fault.run();
    }

    @Override
    public void canceled(Call call) {
        fault.run();
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        fault.run();
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        fault.run();
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request next) {
        fault.run();
    }
}
