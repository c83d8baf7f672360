package dev.lockstep.client;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What differs for one call, one operation or one derived client. Everything left open stays as configured. Immutable. */
public final class CallOptions {
    private static final CallOptions NONE = builder().build();

    private final @Nullable Duration deadline;
    private final @Nullable Duration attemptTimeout;
    private final @Nullable Integer attempts;
    private final @Nullable RetryClass retry;
    private final Map<String, Supplier<@Nullable String>> credentials;

    private CallOptions(Builder builder) {
        this.deadline = builder.deadline;
        this.attemptTimeout = builder.attemptTimeout;
        this.attempts = builder.attempts;
        this.retry = builder.retry;
        this.credentials = Collections.unmodifiableMap(new LinkedHashMap<>(builder.credentials));
    }

    /** Options that change nothing. */
    public static CallOptions none() {
        return NONE;
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** These options, and under them the given ones: what both set is taken from these. */
    public CallOptions over(CallOptions base) {
        if (this == NONE) {
            return base;
        }
        if (base == NONE) {
            return this;
        }
        Builder merged = builder();
        merged.deadline = deadline != null ? deadline : base.deadline;
        merged.attemptTimeout = attemptTimeout != null ? attemptTimeout : base.attemptTimeout;
        merged.attempts = attempts != null ? attempts : base.attempts;
        merged.retry = retry != null ? retry : base.retry;
        merged.credentials.putAll(base.credentials);
        merged.credentials.putAll(credentials);
        return merged.build();
    }

    /** Time of the whole call, or null. */
    public @Nullable Duration deadline() {
        return deadline;
    }

    /** Time of one attempt, or null. */
    public @Nullable Duration attemptTimeout() {
        return attemptTimeout;
    }

    /** Attempts at most, the first included, or null. */
    public @Nullable Integer attempts() {
        return attempts;
    }

    /** Retry class, or null. */
    public @Nullable RetryClass retry() {
        return retry;
    }

    /** Names of the security schemes that have a credential here. */
    public Set<String> credentialSchemes() {
        return credentials.keySet();
    }

    /** The supplier for a scheme, or null. */
    public @Nullable Supplier<@Nullable String> credential(String scheme) {
        return credentials.get(scheme);
    }

    /** The set options; of credentials the scheme names only. */
    @Override
    public String toString() {
        return "CallOptions[deadline=" + deadline + ", attemptTimeout=" + attemptTimeout + ", attempts=" + attempts
                + ", retry=" + retry + ", credentials=" + credentials.keySet() + "]";
    }

    /** Collects options. */
    public static final class Builder {
        private @Nullable Duration deadline;
        private @Nullable Duration attemptTimeout;
        private @Nullable Integer attempts;
        private @Nullable RetryClass retry;
        private final Map<String, Supplier<@Nullable String>> credentials = new LinkedHashMap<>();

        private Builder() {}

        /** Time of the whole call, all attempts and waits included; 1 ms to 1 day. */
        public Builder deadline(Duration value) {
            this.deadline = ClientSettings.limit("deadline", value);
            return this;
        }

        /** Time of one attempt, body included; 1 ms to 1 day. */
        public Builder attemptTimeout(Duration value) {
            this.attemptTimeout = ClientSettings.limit("attemptTimeout", value);
            return this;
        }

        /** Attempts at most, the first included; 1 to 10. */
        public Builder attempts(int value) {
            this.attempts = RetryPolicy.builder().attempts(value).build().attempts();
            return this;
        }

        /** Says whether ambiguous failures are repeated, for those who know better than the vendor's documents. */
        public Builder retry(RetryClass value) {
            this.retry = Objects.requireNonNull(value, "retry");
            return this;
        }

        /** The credential of a security scheme. For basic: {@code user:password}. */
        public Builder credential(String scheme, String value) {
            Objects.requireNonNull(value, "credential");
            return credential(scheme, () -> value);
        }

        /**
         * The credential of a security scheme, asked for once per attempt. For basic: {@code user:password}. Null, or whatever
         * the supplier throws, refuses the call with an {@link ApiCredentialException} that holds no text of the supplier's.
         */
        public Builder credential(String scheme, Supplier<@Nullable String> supplier) {
            credentials.put(
                    Objects.requireNonNull(scheme, "scheme"), Objects.requireNonNull(supplier, "credential supplier"));
            return this;
        }

        /** The options. */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}
