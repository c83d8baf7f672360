package dev.lockstep.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What all clients of an application share. Immutable; what a client's builder sets itself goes first. */
public final class ClientSettings {
    private static final ClientSettings DEFAULTS = builder().build();

    private final Duration deadline;
    private final Duration attemptTimeout;
    private final RetryPolicy retry;
    private final Config config;
    private final @Nullable OkHttpClient httpClient;
    private final @Nullable DriftListener driftListener;
    private final List<CallListener> callListeners;
    private final Timing timing;

    private ClientSettings(Builder builder) {
        this.deadline = builder.deadline;
        this.attemptTimeout = builder.attemptTimeout;
        this.retry = builder.retry;
        this.config = builder.config;
        this.httpClient = builder.httpClient;
        this.driftListener = builder.driftListener;
        this.callListeners = List.copyOf(builder.callListeners);
        this.timing = builder.timing;
    }

    /** 30 s a call, 10 s an attempt, {@link RetryPolicy#defaults()}, no configuration. */
    public static ClientSettings defaults() {
        return DEFAULTS;
    }

    /** Starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Time of a whole call. */
    public Duration deadline() {
        return deadline;
    }

    /** Time of one attempt. */
    public Duration attemptTimeout() {
        return attemptTimeout;
    }

    /** The retry policy. */
    public RetryPolicy retry() {
        return retry;
    }

    /** The configuration, empty if none was given. */
    public Config config() {
        return config;
    }

    /** The client whose TLS, proxies, DNS and interceptors are used, or null for a default one. */
    public @Nullable OkHttpClient httpClient() {
        return httpClient;
    }

    /** Hears of drift, or null for one that counts and logs. */
    public @Nullable DriftListener driftListener() {
        return driftListener;
    }

    /** Who hears of calls, in the order in which they were given. */
    public List<CallListener> callListeners() {
        return callListeners;
    }

    /** Clock, jitter and scheduler. */
    public Timing timing() {
        return timing;
    }

    static Duration limit(String name, Duration value) {
        Objects.requireNonNull(value, name);
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be 1 ms to 1 day, not " + value);
        }
        return value;
    }

    /** Collects settings. */
    public static final class Builder {
        private Duration deadline = Duration.ofSeconds(30);
        private Duration attemptTimeout = Duration.ofSeconds(10);
        private RetryPolicy retry = RetryPolicy.defaults();
        private Config config = Config.empty();
        private @Nullable OkHttpClient httpClient;
        private @Nullable DriftListener driftListener;
        private final List<CallListener> callListeners = new ArrayList<>();
        private Timing timing = Timing.system();

        private Builder() {}

        /** Time of a whole call, all attempts and waits included; 1 ms to 1 day. */
        public Builder deadline(Duration value) {
            this.deadline = limit("deadline", value);
            return this;
        }

        /** Time of one attempt, body included; 1 ms to 1 day. */
        public Builder attemptTimeout(Duration value) {
            this.attemptTimeout = limit("attemptTimeout", value);
            return this;
        }

        /** How often and after which waits attempts are repeated. */
        public Builder retry(RetryPolicy value) {
            this.retry = Objects.requireNonNull(value, "retry");
            return this;
        }

        /** Where credentials and overrides come from. */
        public Builder config(Config value) {
            this.config = Objects.requireNonNull(value, "config");
            return this;
        }

        /** As {@link ClientBuilder#httpClient} has it, for all clients. */
        public Builder httpClient(OkHttpClient value) {
            this.httpClient = Objects.requireNonNull(value, "httpClient");
            return this;
        }

        /** Hears of drift, instead of the default that counts and logs. */
        public Builder driftListener(DriftListener value) {
            this.driftListener = Objects.requireNonNull(value, "driftListener");
            return this;
        }

        /** Hears of calls and attempts, beside those given before. */
        public Builder callListener(CallListener value) {
            callListeners.add(Objects.requireNonNull(value, "callListener"));
            return this;
        }

        /** Clock, jitter and scheduler; tests bring their own. */
        public Builder timing(Timing value) {
            this.timing = Objects.requireNonNull(value, "timing");
            return this;
        }

        /** The settings. */
        public ClientSettings build() {
            return new ClientSettings(this);
        }
    }
}
