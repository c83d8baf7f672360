package dev.lockstep.client.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * Passes events on to a user's listener: requests as they were before credentials came into them, and failures whose texts show no
 * credential. What the listener throws changes nothing.
 */
final class RedactingListener extends EventListener {
    private final EventListener users;

    private RedactingListener(EventListener users) {
        this.users = users;
    }

    static EventListener around(EventListener users) {
        return users == EventListener.NONE ? users : new RedactingListener(users);
    }

    /** Wraps what a user's factory makes. A call whose listener it fails to make goes on without one. */
    static EventListener.Factory factory(EventListener.Factory users) {
        return call -> {
            AtomicReference<EventListener> made = new AtomicReference<>(EventListener.NONE);
            ForeignCode.tell(users, told -> made.set(around(Objects.requireNonNull(told.create(call)))));
            return made.get();
        };
    }

    /** The call's own request has not been stamped. */
    private static Response redacted(Call call, Response response) {
        return response.newBuilder().request(call.request()).build();
    }

    /** An answer that is no HTTP is quoted by OkHttp, and may quote the request's credential. */
    private static IOException redacted(Call call, IOException failure) {
        AttemptContext context = call.request().tag(AttemptContext.class);
        List<Stamp> stamps = context == null ? null : context.stamps;
        if (stamps == null || stamps.isEmpty()) {
            return failure;
        }
        Throwable printable =
                Redactor.of(stamps.stream().map(Stamp::value).toList()).printable(failure);
        return printable instanceof IOException same ? same : failure;
    }

    @Override
    public void callStart(Call call) {
        ForeignCode.tell(users, told -> told.callStart(call));
    }

    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        ForeignCode.tell(users, told -> told.dispatcherQueueStart(call, dispatcher));
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        ForeignCode.tell(users, told -> told.dispatcherQueueEnd(call, dispatcher));
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        ForeignCode.tell(users, told -> told.proxySelectStart(call, url));
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        ForeignCode.tell(users, told -> told.proxySelectEnd(call, url, proxies));
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        ForeignCode.tell(users, told -> told.dnsStart(call, domainName));
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        ForeignCode.tell(users, told -> told.dnsEnd(call, domainName, addresses));
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        ForeignCode.tell(users, told -> told.connectStart(call, address, proxy));
    }

    @Override
    public void secureConnectStart(Call call) {
        ForeignCode.tell(users, told -> told.secureConnectStart(call));
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        ForeignCode.tell(users, told -> told.secureConnectEnd(call, handshake));
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        ForeignCode.tell(users, told -> told.connectEnd(call, address, proxy, protocol));
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        ForeignCode.tell(users, told -> told.connectFailed(call, address, proxy, protocol, redacted(call, failure)));
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        ForeignCode.tell(users, told -> told.connectionAcquired(call, connection));
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        ForeignCode.tell(users, told -> told.connectionReleased(call, connection));
    }

    @Override
    public void requestHeadersStart(Call call) {
        ForeignCode.tell(users, told -> told.requestHeadersStart(call));
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        ForeignCode.tell(users, told -> told.requestHeadersEnd(call, call.request()));
    }

    @Override
    public void requestBodyStart(Call call) {
        ForeignCode.tell(users, told -> told.requestBodyStart(call));
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        ForeignCode.tell(users, told -> told.requestBodyEnd(call, byteCount));
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        ForeignCode.tell(users, told -> told.requestFailed(call, redacted(call, failure)));
    }

    @Override
    public void responseHeadersStart(Call call) {
        ForeignCode.tell(users, told -> told.responseHeadersStart(call));
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        ForeignCode.tell(users, told -> told.responseHeadersEnd(call, redacted(call, response)));
    }

    @Override
    public void responseBodyStart(Call call) {
        ForeignCode.tell(users, told -> told.responseBodyStart(call));
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        ForeignCode.tell(users, told -> told.responseBodyEnd(call, byteCount));
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        ForeignCode.tell(users, told -> told.responseFailed(call, redacted(call, failure)));
    }

    @Override
    public void callEnd(Call call) {
        ForeignCode.tell(users, told -> told.callEnd(call));
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        ForeignCode.tell(users, told -> told.callFailed(call, redacted(call, failure)));
    }

    @Override
    public void canceled(Call call) {
        ForeignCode.tell(users, told -> told.canceled(call));
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        ForeignCode.tell(users, told -> told.satisfactionFailure(call, redacted(call, response)));
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        ForeignCode.tell(users, told -> told.retryDecision(call, redacted(call, failure), retry));
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request next) {
        ForeignCode.tell(
                users,
                told -> told.followUpDecision(call, redacted(call, response), next == null ? null : call.request()));
    }
}
