package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lockstep.client.Timing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each flag of a user's client, on its own: what is switched off and what is kept. */
class HttpClientsTest {
    @TempDir
    Path directory;

    private static final CookieJar JAR = new CookieJar() {
        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.of();
        }
    };

    private OkHttpClient safe(OkHttpClient.Builder users) {
        return HttpClients.safe(users.build(), "acme", Timing.system());
    }

    @Test
    void whatRepeatsOrForwardsIsOff() {
        Authenticator authenticator = (route, response) -> response.request();
        OkHttpClient safe = safe(new OkHttpClient.Builder()
                .retryOnConnectionFailure(true)
                .followRedirects(true)
                .followSslRedirects(true)
                .cache(new Cache(directory.toFile(), 1000))
                .cookieJar(JAR)
                .authenticator(authenticator)
                .callTimeout(Duration.ofSeconds(1)));
        assertFalse(safe.retryOnConnectionFailure());
        assertFalse(safe.followRedirects());
        assertFalse(safe.followSslRedirects());
        assertNull(safe.cache());
        assertSame(CookieJar.NO_COOKIES, safe.cookieJar());
        assertSame(Authenticator.NONE, safe.authenticator());
        assertEquals(0, safe.callTimeoutMillis());
    }

    @Test
    void theNetworkIsTheUsers() {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));
        Dns dns = host -> List.of();
        Authenticator proxyAuthenticator = (route, response) -> null;
        OkHttpClient users = new OkHttpClient.Builder()
                .proxy(proxy)
                .dns(dns)
                .proxyAuthenticator(proxyAuthenticator)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
        OkHttpClient safe = HttpClients.safe(users, "acme", Timing.system());
        assertEquals(proxy, safe.proxy());
        assertSame(dns, safe.dns());
        assertSame(proxyAuthenticator, safe.proxyAuthenticator());
        assertSame(users.dispatcher(), safe.dispatcher());
        assertSame(users.sslSocketFactory(), safe.sslSocketFactory());
        assertEquals(3000, safe.connectTimeoutMillis());
        assertSame(users.connectionPool(), safe.connectionPool());
    }

    /** Which tells the attempt of them, so that a cancelled one closes them. */
    @Test
    void theUsersSocketsGoThroughOurs() throws IOException {
        Socket socket = new Socket();
        OkHttpClient safe = safe(new OkHttpClient.Builder().socketFactory(new SocketFactory() {
            @Override
            public Socket createSocket() {
                return socket;
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
                throw new UnsupportedOperationException();
            }
        }));
        List<Socket> opened = new ArrayList<>();
        ConnectingSockets.announce(opened::add);
        assertSame(socket, safe.socketFactory().createSocket());
        assertEquals(List.of(socket), opened);
    }

    @Test
    void oursStandAroundTheUsersInterceptors() {
        Interceptor application = chain -> chain.proceed(chain.request());
        Interceptor network = chain -> chain.proceed(chain.request());
        OkHttpClient safe =
                safe(new OkHttpClient.Builder().addInterceptor(application).addNetworkInterceptor(network));
        assertInstanceOf(GuardInterceptor.class, safe.interceptors().get(0));
        assertSame(application, safe.interceptors().get(1));
        assertInstanceOf(CallInterceptor.class, safe.interceptors().get(2));
        assertInstanceOf(
                FreshConnectionInterceptor.class, safe.networkInterceptors().get(0));
        assertSame(network, safe.networkInterceptors().get(1));
        assertInstanceOf(StampInterceptor.class, safe.networkInterceptors().get(2));
        assertEquals(3, safe.networkInterceptors().size());
    }

    @Test
    void whereTheUserHasNoneOursIsOne() {
        OkHttpClient safe = safe(new OkHttpClient.Builder());
        assertEquals(1, safe.interceptors().size());
        assertInstanceOf(GuardInterceptor.class, safe.interceptors().get(0));
        assertEquals(2, safe.networkInterceptors().size());
    }

    /** OkHttp tells it to nobody outside. Whether they are used for as long is another matter. */
    @Test
    void idleConnectionsAreKeptFor30Seconds() {
        OkHttpClient safe = HttpClients.safe(null, "acme", Timing.system());
        long nanos = safe.connectionPool().getDelegate$okhttp().getKeepAliveDurationNs$okhttp();
        assertEquals(Duration.ofSeconds(30), Duration.ofNanos(nanos));
    }

    @Test
    void aVendorThatHangsTakesNoSlotFromAnother() {
        OkHttpClient one = HttpClients.safe(null, "acme", Timing.system());
        OkHttpClient other = HttpClients.safe(null, "tavus", Timing.system());
        assertNotSame(one.dispatcher(), other.dispatcher());
        assertEquals(64, one.dispatcher().getMaxRequestsPerHost());
    }

    @Test
    void aClientWithoutAListenerIsNotWrapped() {
        OkHttpClient safe = safe(new OkHttpClient.Builder());
        Request request = new Request.Builder().url("https://api.acme.example/").build();
        assertSame(EventListener.NONE, safe.eventListenerFactory().create(safe.newCall(request)));
    }
}
