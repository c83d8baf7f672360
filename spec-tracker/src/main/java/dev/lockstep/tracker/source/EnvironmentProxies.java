package dev.lockstep.tracker.source;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name, in upper or lower case, as curl reads
 * them. Without them Java's own settings count ({@code https.proxyHost}).
 */
final class EnvironmentProxies extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final UnaryOperator<@Nullable String> environment;
    private final ProxySelector otherwise;

    EnvironmentProxies(UnaryOperator<@Nullable String> environment, ProxySelector otherwise) {
        this.environment = environment;
        this.otherwise = otherwise;
    }

    /** A client that goes through them, with the user and password of a proxy's address where it has some. */
    static OkHttpClient client(UnaryOperator<@Nullable String> environment) {
        EnvironmentProxies proxies = new EnvironmentProxies(environment, ProxySelector.getDefault());
        return new OkHttpClient.Builder()
                .proxySelector(proxies)
                .proxyAuthenticator(proxies.authenticator())
                .build();
    }

    /** Says who we are, once; a proxy that still refuses is not asked again. */
    Authenticator authenticator() {
        return (route, response) -> {
            boolean secure = response.request().url().isHttps()
                    || response.request().method().equals("CONNECT");
            HttpUrl proxy = proxy(secure ? "https" : "http");
            if (proxy == null
                    || proxy.username().isEmpty()
                    || response.request().header("Proxy-Authorization") != null) {
                return null;
            }
            return response.request()
                    .newBuilder()
                    .header("Proxy-Authorization", Credentials.basic(proxy.username(), proxy.password()))
                    .build();
        };
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (isExcepted(host)) {
            return DIRECT;
        }
        HttpUrl proxy = proxy(String.valueOf(uri.getScheme()));
        if (proxy == null) {
            return otherwise.select(uri);
        }
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        otherwise.connectFailed(uri, address, failure);
    }

    private @Nullable HttpUrl proxy(String scheme) {
        String value = variable(scheme.toLowerCase(Locale.ROOT) + "_proxy");
        if (value == null) {
            return null;
        }
        HttpUrl proxy = HttpUrl.parse(value.contains("://") ? value : "http://" + value);
        if (proxy == null) {
            throw new IllegalArgumentException(
                    scheme.toUpperCase(Locale.ROOT) + "_PROXY is no address of a proxy; write http://host:port");
        }
        return proxy;
    }

    private boolean isExcepted(String host) {
        String except = variable("no_proxy");
        if (except == null) {
            return false;
        }
        for (String entry : except.split(",", -1)) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            String suffix = name.startsWith(".") ? name : "." + name;
            if (name.equals("*") || (!name.isEmpty() && ("." + host).endsWith(suffix))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String variable(String lower) {
        String value = environment.apply(lower.toUpperCase(Locale.ROOT));
        String found = value == null || value.isBlank() ? environment.apply(lower) : value;
        return found == null || found.isBlank() ? null : found.strip();
    }
}
