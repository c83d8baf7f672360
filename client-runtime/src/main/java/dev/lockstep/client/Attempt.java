package dev.lockstep.client;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened in one attempt of a call. Immutable; holds no header, body or credential. */
public final class Attempt implements Serializable {
    private static final long serialVersionUID = 1;

    private final int number;
    private final Phase phase;
    private final int status;
    private final @Nullable String failure;
    private final Duration delay;
    private final Duration duration;
    private final boolean ambiguous;

    /**
     * Describes an attempt; for tests and for those who wrap calls.
     *
     * @param number 1 for the first attempt
     * @param status HTTP status, or 0 when no status line came
     * @param failure class name of the exception that ended it, or null
     * @param delay the wait before this attempt
     * @param duration from its start to its end, body included
     * @param ambiguous whether the vendor may have carried the operation out without the caller learning so
     */
    public Attempt(
            int number,
            Phase phase,
            int status,
            @Nullable String failure,
            Duration delay,
            Duration duration,
            boolean ambiguous) {
        this.number = number;
        this.phase = Objects.requireNonNull(phase, "phase");
        this.status = status;
        this.failure = failure;
        this.delay = Objects.requireNonNull(delay, "delay");
        this.duration = Objects.requireNonNull(duration, "duration");
        this.ambiguous = ambiguous;
    }

    /** 1 for the first attempt. */
    public int number() {
        return number;
    }

    /** The last phase that was reached. */
    public Phase phase() {
        return phase;
    }

    /** HTTP status, or 0 when no status line came. */
    public int status() {
        return status;
    }

    /** Class name of the exception that ended the attempt, or null when a whole answer came. */
    public @Nullable String failure() {
        return failure;
    }

    /** The wait before this attempt; zero for most first attempts. */
    public Duration delay() {
        return delay;
    }

    /** From the attempt's start to its end, the body included. */
    public Duration duration() {
        return duration;
    }

    /** Whether the vendor may have carried the operation out without the caller learning so. */
    public boolean ambiguous() {
        return ambiguous;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attempt that
                && number == that.number
                && phase == that.phase
                && status == that.status
                && Objects.equals(failure, that.failure)
                && delay.equals(that.delay)
                && duration.equals(that.duration)
                && ambiguous == that.ambiguous;
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, phase, status, failure, delay, duration, ambiguous);
    }

    /** {@code #2 RESPONSE_HEAD SocketTimeoutException after 150 ms, took 10000 ms, ambiguous}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(96).append('#').append(number).append(' ');
        text.append(phase);
        if (status != 0) {
            text.append(' ').append(status);
        }
        if (failure != null) {
            text.append(' ').append(failure);
        }
        if (!delay.isZero()) {
            text.append(" after ").append(delay.toMillis()).append(" ms");
        }
        text.append(", took ").append(duration.toMillis()).append(" ms");
        return ambiguous ? text.append(", ambiguous").toString() : text.toString();
    }
}
