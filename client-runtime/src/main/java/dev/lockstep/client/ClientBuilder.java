package dev.lockstep.client;

import dev.lockstep.client.internal.ClientInputs;
import dev.lockstep.client.internal.RuntimeClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What every generated client's builder can do. What is set here goes before configuration, which goes before
 * {@link #settings}; a narrower setting (one operation) goes before a wider one (the client, all clients).
 *
 * @param <B> the generated builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private final ClientDefinition definition;
    private final Set<String> allowedHosts = new LinkedHashSet<>();
    private final Set<String> plainHosts = new LinkedHashSet<>();
    private final Map<String, CallOptions> operations = new LinkedHashMap<>();
    private final List<CallListener> callListeners = new ArrayList<>();
    private final CallOptions.Builder credentials = CallOptions.builder();
    private ClientSettings settings = ClientSettings.defaults();
    private @Nullable String baseUrl;
    private @Nullable Config config;
    private @Nullable RetryPolicy retry;
    private @Nullable Duration deadline;
    private @Nullable Duration attemptTimeout;
    private @Nullable OkHttpClient httpClient;
    private @Nullable DriftListener driftListener;

    /** For generated builders. */
    protected ClientBuilder(ClientDefinition definition) {
        this.definition = Objects.requireNonNull(definition, "definition");
    }

    /**
     * Where calls go, instead of the documented server: {@code https}, or {@code http} at {@code localhost},
     * {@code 127.0.0.1}, {@code [::1]} or a host named with {@link #allowHttp}; without user, query or fragment. Another
     * host than the documented one must be named with {@link #allowHost} (loopback need not).
     */
    public B baseUrl(String url) {
        this.baseUrl = Objects.requireNonNull(url, "url");
        return self();
    }

    /** Agrees that credentials may go to this host, over {@code https}. */
    public B allowHost(String host) {
        allowedHosts.add(Objects.requireNonNull(host, "host"));
        return self();
    }

    /** Agrees that credentials may go to this host, over plain {@code http} too: a mock, a mesh, a machine of your own. */
    public B allowHttp(String host) {
        plainHosts.add(Objects.requireNonNull(host, "host"));
        return self();
    }

    /** What all clients of the application share. */
    public B settings(ClientSettings shared) {
        this.settings = Objects.requireNonNull(shared, "settings");
        return self();
    }

    /** Where credentials and overrides come from, instead of the settings' configuration. */
    public B config(Config values) {
        this.config = Objects.requireNonNull(values, "config");
        return self();
    }

    /** How often and after which waits attempts are repeated. */
    public B retry(RetryPolicy policy) {
        this.retry = Objects.requireNonNull(policy, "retry");
        return self();
    }

    /** Time of a whole call, all attempts and waits included; 1 ms to 1 day, 30 s by default. */
    public B deadline(Duration time) {
        this.deadline = ClientSettings.limit("deadline", time);
        return self();
    }

    /** Time of one attempt, body included; 1 ms to 1 day, 10 s by default. */
    public B attemptTimeout(Duration time) {
        this.attemptTimeout = ClientSettings.limit("attemptTimeout", time);
        return self();
    }

    /**
     * What differs for one operation.
     *
     * @param operation Java name ({@code endConversation}) or key ({@code POST /v2/...}); unknown ones are refused when
     *     the client is built
     */
    public B operation(String operation, CallOptions options) {
        operations.put(Objects.requireNonNull(operation, "operation"), Objects.requireNonNull(options, "options"));
        return self();
    }

    /**
     * A client whose TLS, proxies, DNS, connection pool and interceptors are used. Redirects, retries, cache and cookies are
     * switched off. However long the pool keeps an idle HTTP/1 connection, it is used no longer than its server promises:
     * {@code Keep-Alive: timeout} minus one second, else 4 s.
     */
    public B httpClient(OkHttpClient client) {
        this.httpClient = Objects.requireNonNull(client, "httpClient");
        return self();
    }

    /** Hears of drift, instead of the default that counts and logs. */
    public B driftListener(DriftListener listener) {
        this.driftListener = Objects.requireNonNull(listener, "driftListener");
        return self();
    }

    /** Hears of calls and attempts, beside those of the settings and those given before. */
    public B callListener(CallListener listener) {
        callListeners.add(Objects.requireNonNull(listener, "callListener"));
        return self();
    }

    /** The credential of a scheme, asked for once per attempt. */
    protected final B credential(String scheme, Supplier<@Nullable String> supplier) {
        credentials.credential(scheme, supplier);
        return self();
    }

    /** The credential of a scheme. */
    protected final B credential(String scheme, String value) {
        credentials.credential(scheme, value);
        return self();
    }

    /** User name and password of a basic scheme. */
    protected final B basicCredential(String scheme, String user, String password) {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user name of scheme " + scheme + " holds a colon (RFC 7617)");
        }
        return credential(scheme, user + ":" + password);
    }

    /**
     * The client.
     *
     * @throws IllegalArgumentException if the base URL, an operation's name or a configured value is not allowed
     * @throws IllegalStateException if two copies of OkHttp are on the class path
     */
    protected final ApiClient buildClient() {
        return RuntimeClient.create(new ClientInputs(
                definition,
                settings,
                baseUrl,
                Set.copyOf(allowedHosts),
                Set.copyOf(plainHosts),
                Map.copyOf(operations),
                credentials.build(),
                config != null ? config : settings.config(),
                retry,
                deadline,
                attemptTimeout,
                httpClient != null ? httpClient : settings.httpClient(),
                driftListener != null ? driftListener : settings.driftListener(),
                allListeners()));
    }

    private List<CallListener> allListeners() {
        List<CallListener> all = new ArrayList<>(settings.callListeners());
        all.addAll(callListeners);
        return List.copyOf(all);
    }

    @SuppressWarnings("unchecked")
    private B self() {
        return (B) this;
    }
}
