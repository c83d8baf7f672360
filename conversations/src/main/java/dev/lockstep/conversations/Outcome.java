package dev.lockstep.conversations;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor said about a conversation that it ended, read from its typed response by its {@link Vendor}.
 *
 * <p>Immutable: each {@code with} method returns a copy. What the vendor did not say is null.
 */
public final class Outcome {
    private final EndStatus status;
    private final @Nullable String vendorStatus;
    private final @Nullable Duration duration;
    private final @Nullable String summary;
    private final @Nullable String message;

    private Outcome(
            EndStatus status,
            @Nullable String vendorStatus,
            @Nullable Duration duration,
            @Nullable String summary,
            @Nullable String message) {
        this.status = status;
        this.vendorStatus = vendorStatus;
        this.duration = duration;
        this.summary = summary;
        this.message = message;
    }

    /** An outcome of which only the normalised status is known. */
    public static Outcome of(EndStatus status) {
        Objects.requireNonNull(status, "status == null");
        return new Outcome(status, null, null, null, null);
    }

    public EndStatus status() {
        return status;
    }

    /** The vendor's own word for the status, as sent; null if it sent none. */
    public @Nullable String vendorStatus() {
        return vendorStatus;
    }

    /** How long the conversation lasted; null if the vendor did not say. */
    public @Nullable Duration duration() {
        return duration;
    }

    /** The vendor's summary of the conversation; null if there is none. */
    public @Nullable String summary() {
        return summary;
    }

    /** The vendor's message about the call; null if there is none. */
    public @Nullable String message() {
        return message;
    }

    public Outcome withVendorStatus(@Nullable String text) {
        return new Outcome(status, text, duration, summary, message);
    }

    public Outcome withDuration(@Nullable Duration time) {
        return new Outcome(status, vendorStatus, time, summary, message);
    }

    public Outcome withSummary(@Nullable String text) {
        return new Outcome(status, vendorStatus, duration, text, message);
    }

    public Outcome withMessage(@Nullable String text) {
        return new Outcome(status, vendorStatus, duration, summary, text);
    }
}
