package dev.lockstep.client;

import java.time.Duration;
import java.util.Objects;

/** How often and after which waits attempts are repeated. Which failures are, is a matter of {@link RetryClass}. Immutable. */
public final class RetryPolicy {
    private static final RetryPolicy DEFAULTS = builder().build();

    private final int attempts;
    private final Duration baseDelay;
    private final Duration throttledBaseDelay;
    private final Duration maxDelay;
    private final Duration maxRetryAfter;

    private RetryPolicy(Builder builder) {
        this.attempts = builder.attempts;
        this.baseDelay = builder.baseDelay;
        this.throttledBaseDelay = builder.throttledBaseDelay;
        this.maxDelay = builder.maxDelay;
        this.maxRetryAfter = builder.maxRetryAfter;
    }

    /** 3 attempts; delays drawn from 0 to min(5 s, 200 ms * 2^n), base 1 s when throttled; Retry-After up to 30 s. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return builder().attempts(1).build();
    }

    /** Starts from {@link #defaults()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this policy. */
    public Builder toBuilder() {
        return builder()
                .attempts(attempts)
                .baseDelay(baseDelay)
                .throttledBaseDelay(throttledBaseDelay)
                .maxDelay(maxDelay)
                .maxRetryAfter(maxRetryAfter);
    }

    /** Attempts at most, the first included; 1 to 10. */
    public int attempts() {
        return attempts;
    }

    /** Upper end of the first delay after a transient failure. */
    public Duration baseDelay() {
        return baseDelay;
    }

    /** Upper end of the first delay after a 429, or a 503 with Retry-After. */
    public Duration throttledBaseDelay() {
        return throttledBaseDelay;
    }

    /** Upper end of any drawn delay. */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * The longest Retry-After that is waited for; a longer one fails the call at once. After a 429 it fails the client's
     * other calls too, unsent, but for one every 30 s that finds out whether the vendor still asks for it.
     */
    public Duration maxRetryAfter() {
        return maxRetryAfter;
    }

    @Override
    public String toString() {
        return "RetryPolicy[attempts=" + attempts + ", baseDelay=" + baseDelay + ", throttledBaseDelay="
                + throttledBaseDelay + ", maxDelay=" + maxDelay + ", maxRetryAfter=" + maxRetryAfter + "]";
    }

    /** Collects a policy. */
    public static final class Builder {
        private int attempts = 3;
        private Duration baseDelay = Duration.ofMillis(200);
        private Duration throttledBaseDelay = Duration.ofSeconds(1);
        private Duration maxDelay = Duration.ofSeconds(5);
        private Duration maxRetryAfter = Duration.ofSeconds(30);

        private Builder() {}

        /** Attempts at most, the first included; 1 to 10. */
        public Builder attempts(int value) {
            if (value < 1 || value > 10) {
                throw new IllegalArgumentException("attempts must be 1 to 10, not " + value);
            }
            this.attempts = value;
            return this;
        }

        /** Upper end of the first delay after a transient failure; zero to one hour. */
        public Builder baseDelay(Duration value) {
            this.baseDelay = delay("baseDelay", value);
            return this;
        }

        /** Upper end of the first delay after a 429, or a 503 with Retry-After; zero to one hour. */
        public Builder throttledBaseDelay(Duration value) {
            this.throttledBaseDelay = delay("throttledBaseDelay", value);
            return this;
        }

        /** Upper end of any drawn delay; zero to one hour. */
        public Builder maxDelay(Duration value) {
            this.maxDelay = delay("maxDelay", value);
            return this;
        }

        /** The longest Retry-After that is waited for; zero to one hour. */
        public Builder maxRetryAfter(Duration value) {
            this.maxRetryAfter = delay("maxRetryAfter", value);
            return this;
        }

        /** The policy. */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }

        private static Duration delay(String name, Duration value) {
            Objects.requireNonNull(value, name);
            if (value.isNegative() || value.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(name + " must be zero to one hour, not " + value);
            }
            return value;
        }
    }
}
