package dev.lockstep.client.internal;

import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes an OkHttp client that does nothing behind our back. */
final class HttpClients {
    private static final int MAX_IDLE_CONNECTIONS = 16;
    private static final long KEEP_ALIVE_SECONDS = 30;
    private static final long CONNECT_TIMEOUT_SECONDS = 5;
    private static final int ASYNC_CALLS = 64;

    private HttpClients() {}

    /** A user's client, or a default one, with our interceptors and without repetitions, redirects, cache and cookies. */
    static OkHttpClient safe(@Nullable OkHttpClient users) {
        OkHttpClient base = users != null ? users : Default.CLIENT;
        OkHttpClient.Builder builder = base.newBuilder();
        builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cache(null)
                .cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .connectionPool(new ConnectionPool(MAX_IDLE_CONNECTIONS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS));
        builder.interceptors().add(0, new GuardInterceptor());
        builder.addInterceptor(new CallInterceptor());
        builder.addNetworkInterceptor(new StampInterceptor());
        if (users != null) {
            EventListener.Factory listeners = users.eventListenerFactory();
            builder.eventListenerFactory(call -> RedactingListener.around(listeners.create(call)));
        }
        return builder.build();
    }

    private static final class Default {
        static final OkHttpClient CLIENT = client();

        private static OkHttpClient client() {
            Dispatcher dispatcher = new Dispatcher();
            dispatcher.setMaxRequestsPerHost(ASYNC_CALLS);
            return new OkHttpClient.Builder()
                    .dispatcher(dispatcher)
                    .connectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .build();
        }
    }
}
