package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.SocketEffect;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Invocation;

/** A client that the user brings keeps its interceptors and its network, and loses whatever repeats or forwards. */
class SafetyTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    @TempDir
    Path directory;

    private FixtureClient over(OkHttpClient.Builder users) {
        return vendor.build(vendor.builder().httpClient(users.build()));
    }

    @ParameterizedTest
    @EnumSource
    void redirectsAreNotFollowed(Mode mode) {
        vendor.enqueue(Vendor.status(302).addHeader("Location", vendor.url() + "elsewhere"), Vendor.conversation());
        OkHttpClient.Builder users =
                new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true);
        ApiRedirectException failure =
                vendor.run(mode, over(users).service().get()).failed(ApiRedirectException.class);
        assertEquals("acme getConversation: 302; redirects are not followed", failure.getMessage());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void connectionFailuresAreNotRepeatedByOkHttp(Mode mode) {
        FixtureClient client = over(new OkHttpClient.Builder().retryOnConnectionFailure(true));
        vendor.enqueue(
                Vendor.conversation(),
                Vendor.conversation().onResponseStart(new SocketEffect.CloseSocket()),
                Vendor.conversation());
        vendor.run(mode, client.service().get()).success();
        vendor.run(mode, client.service().get()).failed(ApiConnectionException.class);
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void norWhereAnInterceptorSwitchesItOn(Mode mode) {
        FixtureClient client = over(new OkHttpClient.Builder()
                .addInterceptor(
                        chain -> chain.withRetryOnConnectionFailure(true).proceed(chain.request())));
        vendor.enqueue(
                Vendor.conversation(),
                Vendor.conversation().onResponseStart(new SocketEffect.CloseSocket()),
                Vendor.conversation());
        vendor.run(mode, client.service().get()).success();
        vendor.run(mode, client.service().get()).failed(ApiConnectionException.class);
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void norDoesAnInterceptorBringCookiesCacheOrAuthenticatorBack(Mode mode) throws Exception {
        Cache cache = new Cache(directory.toFile(), 1 << 20);
        CookieJar jar = new CookieJar() {
            @Override
            public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

            @Override
            public List<Cookie> loadForRequest(HttpUrl url) {
                return List.of(new Cookie.Builder()
                        .name("a")
                        .value("b")
                        .domain(url.host())
                        .build());
            }
        };
        FixtureClient client = over(new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.withCache(cache)
                        .withCookieJar(jar)
                        .withAuthenticator((route, response) -> response.request())
                        .proceed(chain.request())));
        vendor.enqueue(
                Vendor.conversation().addHeader("Cache-Control", "max-age=3600"),
                Vendor.conversation(),
                Vendor.status(401));
        vendor.run(mode, client.service().terminate()).success();
        vendor.run(mode, client.service().terminate()).success();
        vendor.run(mode, client.service().terminate()).failed(ApiUnauthorizedException.class);
        vendor.assertRequests(3);
        assertNull(vendor.request().getHeaders().get("Cookie"));
        cache.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCached(Mode mode) {
        FixtureClient client = over(new OkHttpClient.Builder().cache(new Cache(directory.toFile(), 1 << 20)));
        vendor.enqueue(
                Vendor.conversation().addHeader("Cache-Control", "max-age=3600"),
                Vendor.conversation().addHeader("Cache-Control", "max-age=3600"));
        vendor.run(mode, client.service().terminate()).success();
        vendor.run(mode, client.service().terminate()).success();
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void cookiesAreNotKept(Mode mode) throws Exception {
        CookieJar jar = new CookieJar() {
            @Override
            public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
                throw new AssertionError("saved");
            }

            @Override
            public List<Cookie> loadForRequest(HttpUrl url) {
                throw new AssertionError("loaded");
            }
        };
        vendor.enqueue(Vendor.conversation().addHeader("Set-Cookie", "a=b"));
        vendor.run(
                        mode,
                        over(new OkHttpClient.Builder().cookieJar(jar))
                                .service()
                                .get())
                .success();
        assertNull(vendor.request().getHeaders().get("Cookie"));
    }

    @ParameterizedTest
    @EnumSource
    void anAuthenticatorIsNotAsked(Mode mode) {
        AtomicInteger asked = new AtomicInteger();
        vendor.enqueue(Vendor.status(401));
        FixtureClient client = over(new OkHttpClient.Builder().authenticator((route, response) -> {
            asked.incrementAndGet();
            return response.request();
        }));
        vendor.run(mode, client.service().end("c1")).failed(ApiUnauthorizedException.class);
        assertEquals(0, asked.get());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void aUsersInterceptorSeesTheRetryAfterThatOkHttpDoesNot(Mode mode) {
        List<String> seen = new CopyOnWriteArrayList<>();
        FixtureClient client = over(new OkHttpClient.Builder().addInterceptor(chain -> {
            Response response = chain.proceed(chain.request());
            seen.addAll(response.headers("Retry-After"));
            return response;
        }));
        vendor.enqueue(
                Vendor.status(503).addHeader("Retry-After", "0").addHeader("Retry-After", "7"), Vendor.conversation());
        vendor.run(mode, client.service().get()).success();
        assertEquals(List.of("0", "7"), seen);
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void aUsersInterceptorsAndListenersNeverSeeAKey(Mode mode) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        EventListener listener = new EventListener() {
            @Override
            public void requestHeadersEnd(Call call, Request request) {
                seen.add(
                        request.headers() + " " + request.url() + call.request().headers());
            }

            @Override
            public void responseHeadersEnd(Call call, Response response) {
                seen.add(response.request().headers() + " " + response.request().url() + response.request());
            }
        };
        FixtureClient client = over(new OkHttpClient.Builder()
                .eventListener(listener)
                .addInterceptor(chain -> spy(seen, chain))
                .addNetworkInterceptor(chain -> spy(seen, chain)));
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, client.service().both(null)).success();
        assertEquals("key-" + Vendor.CANARY, vendor.request().getHeaders().get("x-api-key"));
        assertEquals(6, seen.size());
        seen.forEach(Vendor::assertNoCanary);
    }

    private static Response spy(List<String> seen, okhttp3.Interceptor.Chain chain) throws IOException {
        seen.add(chain.request().headers() + " " + chain.request());
        Response response = chain.proceed(chain.request());
        seen.add(response.request().headers() + " " + response.request()
                + (response.networkResponse() == null
                        ? ""
                        : response.networkResponse().request().headers()));
        return response;
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorThatThrowsFailsItsCallOnly(Mode mode) {
        IllegalStateException bug = new IllegalStateException("a bug");
        FixtureClient client = over(new OkHttpClient.Builder().addInterceptor(chain -> {
            throw bug;
        }));
        ApiConnectionException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiConnectionException.class);
        assertEquals(bug, failure.getCause());
        vendor.assertRequests(0);
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorThatTurnsToAnotherHostIsStopped(Mode mode) {
        FixtureClient client = over(new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url("http://127.0.0.1:" + vendor.server().getPort() + "/other")
                        .build())));
        ApiCredentialException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiCredentialException.class);
        assertEquals(
                "the request was to go to another host than the client's (localhost); nothing was sent",
                failure.getMessage());
        vendor.assertRequests(0);
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorThatDropsTheTagIsStopped(Mode mode) {
        FixtureClient client = over(new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        new Request.Builder().url(chain.request().url()).build())));
        ApiCredentialException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiCredentialException.class);
        assertEquals("a request without its operation was held back: use the client's services", failure.getMessage());
        vendor.assertRequests(0);
    }

    @ParameterizedTest
    @EnumSource
    void theAttemptTimeoutIsOursWhateverTheClientsReadAndWriteTimeouts(Mode mode) {
        List<Integer> limits = new CopyOnWriteArrayList<>();
        FixtureClient client = over(new OkHttpClient.Builder()
                .readTimeout(java.time.Duration.ofMillis(50))
                .writeTimeout(java.time.Duration.ofMillis(50))
                .addNetworkInterceptor(chain -> {
                    limits.add(chain.readTimeoutMillis());
                    limits.add(chain.writeTimeoutMillis());
                    return chain.proceed(chain.request());
                }));
        vendor.enqueue(Vendor.conversation().headersDelay(300, java.util.concurrent.TimeUnit.MILLISECONDS));
        vendor.run(mode, client.service().get()).success();
        assertEquals(List.of(10_000, 10_000), limits);
    }

    @ParameterizedTest
    @EnumSource
    void aUsersInterceptorFindsTheServiceMethod(Mode mode) {
        List<String> methods = new CopyOnWriteArrayList<>();
        FixtureClient client = over(new OkHttpClient.Builder().addInterceptor(chain -> {
            Invocation invocation = chain.request().tag(Invocation.class);
            methods.add(invocation == null ? "none" : invocation.method().getName());
            return chain.proceed(chain.request());
        }));
        vendor.enqueue(Vendor.status(429), Vendor.conversation());
        vendor.run(mode, client.service().get()).success();
        assertEquals(List.of("get", "get"), methods);
    }

    /** A service whose methods were not generated. */
    interface Foreign {
        @retrofit2.http.GET("x")
        ApiCall<Void> noAnnotations();
    }

    @Test
    void aMethodWithoutAnnotationsIsRefused() {
        Foreign foreign = vendor.client().client().service(Foreign.class);
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, foreign::noAnnotations);
        assertEquals(
                "the method has no @Operation: it is not a method of a generated service",
                failure.getCause() == null
                        ? failure.getMessage()
                        : failure.getCause().getMessage());
        vendor.assertRequests(0);
    }
}
