package dev.lockstep.conversations;

import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftListener;
import dev.lockstep.client.OperationPolicy;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.client.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Ends conversations at any vendor, behind one retry policy, one deadline and one place for credentials.
 *
 * <pre>{@code
 * Conversations conversations = Conversations.builder().config(Config.environment()).build();
 * Ended<Void> ended = conversations.end(Tavus.conversation("c123456"));
 * }</pre>
 *
 * <p>Immutable and safe for any number of threads. Make one and keep it: its clients share connections.
 */
public final class Conversations {
    private final Vendors vendors;
    private final SortedMap<String, Connection<?>> connections;

    private Conversations(Vendors vendors, SortedMap<String, Connection<?>> connections) {
        this.vendors = vendors;
        this.connections = connections;
    }

    /** Starts with the defaults of {@link ClientSettings} and no credential. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Ends a conversation and waits for the vendor's answer. What "end" means is written where the target comes from.
     *
     * @throws dev.lockstep.client.ApiException one of its subclasses, by kind of failure
     * @throws java.io.InterruptedIOException if the thread is interrupted; its interrupt flag is set again
     * @throws IllegalArgumentException if the target's vendor or operation is unknown, or its id is refused
     * @throws IllegalStateException if the client of the target's vendor is not on the class path
     */
    public <R> Ended<R> end(Target<R> target) throws IOException {
        return end(target, CallOptions.none());
    }

    /** {@link #end(Target)} under options of this call alone: a tenant's credential, a shorter deadline. */
    public <R> Ended<R> end(Target<R> target, CallOptions options) throws IOException {
        Ending<R> ending = ending(target, options);
        return ended(target, ending, ending.call().executeForResponse());
    }

    /**
     * Ends a conversation without blocking the caller's thread. The future completes on a thread of the HTTP client; hand
     * longer work to an executor of yours. Cancelling it cancels the call.
     *
     * @return completes exceptionally with what {@link #end(Target)} throws as {@link IOException}
     * @throws IllegalArgumentException as {@link #end(Target)}
     * @throws IllegalStateException as {@link #end(Target)}
     */
    public <R> CompletableFuture<Ended<R>> endAsync(Target<R> target) {
        return endAsync(target, CallOptions.none());
    }

    /** {@link #endAsync(Target)} under options of this call alone. */
    public <R> CompletableFuture<Ended<R>> endAsync(Target<R> target, CallOptions options) {
        Ending<R> ending = ending(target, options);
        CompletableFuture<Ended<R>> result = new CompletableFuture<>();
        CompletableFuture<?> unusedCall = ending.call().enqueue().whenComplete((response, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(ended(target, ending, response));
            }
        });
        CompletableFuture<?> unusedCancellation = result.whenComplete((ended, failure) -> {
            if (result.isCancelled()) {
                ending.call().cancel();
            }
        });
        return result;
    }

    /**
     * A vendor's typed client, configured as everything here.
     *
     * @throws IllegalArgumentException if no vendor has this client
     */
    public <C> C client(Class<C> type) {
        for (Connection<?> connection : connections.values()) {
            if (type.isInstance(connection.client())) {
                return type.cast(connection.client());
            }
        }
        throw new IllegalArgumentException(
                "no vendor on the class path has the client " + type.getName() + "; known: " + connections.keySet());
    }

    /** What is in force for every operation of every vendor whose client is on the class path, by vendor. */
    public List<OperationPolicy> policies() {
        List<OperationPolicy> policies = new ArrayList<>();
        for (Connection<?> connection : connections.values()) {
            policies.addAll(connection.apiClient().operations());
        }
        return policies;
    }

    /** The names of the vendors whose clients are on the class path, sorted. */
    public List<String> vendors() {
        return List.copyOf(connections.keySet());
    }

    /** The vendors' names; no credential. */
    @Override
    public String toString() {
        return "Conversations" + connections.keySet();
    }

    private <R> Ending<R> ending(Target<R> target, CallOptions options) {
        Connection<?> connection = connections.get(target.vendor());
        if (connection == null) {
            throw notConnected(target);
        }
        // A target's factory method and its vendor agree on R; nothing else could check it.
        @SuppressWarnings("unchecked")
        Ending<R> ending = (Ending<R>) connection.end(target);
        return ending.with(options);
    }

    private RuntimeException notConnected(Target<?> target) {
        Vendor<?> vendor = vendors.get(target.vendor());
        if (vendor == null) {
            return new IllegalArgumentException(
                    "unknown vendor '" + target.vendor() + "' in target '" + target + "'; known: " + vendors.names());
        }
        return new IllegalStateException("the client of " + vendor.name() + " is not on the class path: add "
                + vendor.artifact() + " to end " + target);
    }

    private static <R> Ended<R> ended(Target<R> target, Ending<R> ending, ApiResponse<R> response) {
        return new Ended<>(target, ending.read(response), response);
    }

    private record Connection<C>(Vendor<C> vendor, C client) {
        static <C> Connection<C> open(Vendor<C> vendor, Consumer<? super ClientBuilder<?>> shared) {
            return new Connection<>(vendor, vendor.connect(shared));
        }

        ApiClient apiClient() {
            return vendor.apiClient(client);
        }

        Ending<?> end(Target<?> target) {
            return vendor.end(client, target);
        }
    }

    /**
     * Collects what the vendors share. A configured value goes before one that is set here, so that an operator can change
     * it without a build; what is set {@linkplain #vendor for one vendor} goes before both.
     */
    public static final class Builder {
        private final ClientSettings.Builder settings = ClientSettings.builder();
        private final Map<String, Supplier<@Nullable String>> credentials = new LinkedHashMap<>();
        private final Map<String, List<Consumer<? super ClientBuilder<?>>>> customizers = new TreeMap<>();
        private @Nullable Config config;

        private Builder() {}

        /**
         * Where credentials and settings come from: {@link Config#environment()}, {@link Config#properties} or any other
         * source. Given more than once, earlier ones go first.
         */
        public Builder config(Config values) {
            config = config == null ? Objects.requireNonNull(values, "values == null") : config.or(values);
            return this;
        }

        /**
         * A credential, before any configuration.
         *
         * @param name as in configuration: {@code tavus.api-key}, {@code hamsa.api-key}, {@code anyreach.token},
         *     {@code openhands.api-key}
         */
        public Builder credential(String name, String value) {
            Objects.requireNonNull(value, "value == null");
            return credential(name, () -> value);
        }

        /** A credential that changes: asked for once per attempt. */
        public Builder credential(String name, Supplier<@Nullable String> supplier) {
            credentials.put(
                    Objects.requireNonNull(name, "name == null"), Objects.requireNonNull(supplier, "supplier == null"));
            return this;
        }

        /** How often and after which waits attempts are repeated. Which failures are, each operation says. */
        public Builder retry(RetryPolicy policy) {
            settings.retry(policy);
            return this;
        }

        /** Time of a whole call, all attempts and waits included; 1 ms to 1 day, 30 s by default. */
        public Builder deadline(Duration time) {
            settings.deadline(time);
            return this;
        }

        /** Time of one attempt, body included; 1 ms to 1 day, 10 s by default. */
        public Builder attemptTimeout(Duration time) {
            settings.attemptTimeout(time);
            return this;
        }

        /** A client whose TLS, proxies, DNS and interceptors are used. Redirects, retries, cache and cookies are off. */
        public Builder httpClient(OkHttpClient client) {
            settings.httpClient(client);
            return this;
        }

        /** Hears of drift, instead of the default that counts and logs. */
        public Builder driftListener(DriftListener listener) {
            settings.driftListener(listener);
            return this;
        }

        /** Hears of calls, attempts and drift, beside those given before. */
        public Builder callListener(CallListener listener) {
            settings.callListener(listener);
            return this;
        }

        /** Clock, jitter and scheduler; tests bring their own. */
        public Builder timing(Timing value) {
            settings.timing(value);
            return this;
        }

        /**
         * What differs for one vendor: {@code vendor("openhands", client -> client.baseUrl(url).allowHost(host))}.
         *
         * @param name the vendor's name; an unknown one is refused by {@link #build()}
         */
        public Builder vendor(String name, Consumer<? super ClientBuilder<?>> customizer) {
            Objects.requireNonNull(name, "name == null");
            Objects.requireNonNull(customizer, "customizer == null");
            customizers.computeIfAbsent(name, key -> new ArrayList<>()).add(customizer);
            return this;
        }

        /**
         * Finds the vendors with the thread's context class loader and makes their clients. Missing credentials are no
         * error here: they are one when a call needs them.
         *
         * @throws IllegalArgumentException if a configured or given name (vendor, key, operation) is unknown, with its
         *     nearest match, or a value is not allowed
         * @throws IllegalStateException if two vendors have one name, or two copies of OkHttp are on the class path
         */
        public Conversations build() {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return build(Vendors.load(context != null ? context : Conversations.class.getClassLoader()));
        }

        Conversations build(Vendors vendors) {
            for (String name : customizers.keySet()) {
                if (vendors.get(name) == null) {
                    throw new IllegalArgumentException("unknown vendor '" + name + "'; known: " + vendors.names());
                }
            }
            Config all = codeFirst();
            all.requireVendors(vendors.names());
            ClientSettings shared = settings.config(all).build();
            SortedMap<String, Connection<?>> connections = new TreeMap<>();
            for (Vendor<?> vendor : vendors.present().values()) {
                connections.put(vendor.name(), Connection.open(vendor, client -> {
                    client.settings(shared);
                    customizers.getOrDefault(vendor.name(), List.of()).forEach(customizer -> customizer.accept(client));
                }));
            }
            return new Conversations(vendors, connections);
        }

        /** The credentials given in code, then configuration. */
        private Config codeFirst() {
            if (credentials.isEmpty()) {
                return config == null ? Config.empty() : config;
            }
            Map<String, Supplier<@Nullable String>> given = Map.copyOf(credentials);
            Config code = Config.from(
                    name -> {
                        Supplier<@Nullable String> supplier = given.get(name);
                        return supplier == null ? null : required(name, supplier.get());
                    },
                    given.keySet());
            return config == null ? code : code.or(config);
        }

        /** A supplier that was given is the only source of its credential: null does not fall through to another key. */
        private static String required(String name, @Nullable String value) {
            if (value == null) {
                throw new IllegalStateException("the supplier of " + name + " gave null");
            }
            return value;
        }
    }
}
