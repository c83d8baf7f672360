package dev.lockstep.client.internal;

import dev.lockstep.client.Timing;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes an OkHttp client that does nothing behind our back. */
final class HttpClients {
    private static final int MAX_IDLE_CONNECTIONS = 16;
    private static final long KEEP_ALIVE_SECONDS = 30;
    private static final long CONNECT_TIMEOUT_SECONDS = 5;
    private static final int ASYNC_CALLS = 64;

    private HttpClients() {}

    /**
     * A user's client, or a default one, with our interceptors and without repetitions, redirects, cache and cookies. A
     * user's connection pool stays the user's: what is said about idle connections holds for each of ours in it.
     */
    static OkHttpClient safe(@Nullable OkHttpClient users, String vendor, Timing timing) {
        OkHttpClient.Builder builder = users != null ? users.newBuilder() : ours(vendor);
        SocketFactory sockets = users != null ? users.socketFactory() : SocketFactory.getDefault();
        ConnectionPool pool = users != null
                ? users.connectionPool()
                : new ConnectionPool(MAX_IDLE_CONNECTIONS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cache(null)
                .cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .socketFactory(new ConnectingSockets(sockets))
                .connectionPool(pool);
        if (builder.interceptors().isEmpty()) {
            builder.addInterceptor(new GuardInterceptor(new CallInterceptor()));
        } else {
            builder.interceptors().add(0, new GuardInterceptor());
            builder.addInterceptor(new CallInterceptor());
        }
        builder.networkInterceptors().add(0, new FreshConnectionInterceptor(IdleConnections.of(pool), timing));
        builder.addNetworkInterceptor(new StampInterceptor());
        if (users != null) {
            builder.eventListenerFactory(RedactingListener.factory(users.eventListenerFactory()));
        }
        return builder.build();
    }

    /** A dispatcher of its own for each vendor: one that hangs takes no slot from another. */
    private static OkHttpClient.Builder ours(String vendor) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "lockstep-" + vendor);
                    thread.setDaemon(true);
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(ASYNC_CALLS);
        dispatcher.setMaxRequestsPerHost(ASYNC_CALLS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
