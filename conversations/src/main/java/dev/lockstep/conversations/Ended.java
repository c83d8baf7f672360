package dev.lockstep.conversations;

import dev.lockstep.client.ApiResponse;
import dev.lockstep.client.Attempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of ending a conversation: the answer of a vendor, in common words and in its own.
 *
 * @param <R> the vendor's typed response
 */
public final class Ended<R> {
    private final Target<R> target;
    private final Outcome outcome;
    private final ApiResponse<R> response;

    Ended(Target<R> target, Outcome outcome, ApiResponse<R> response) {
        this.target = target;
        this.outcome = outcome;
        this.response = response;
    }

    public Target<R> target() {
        return target;
    }

    /** The vendor's name, for example {@code hamsa}. */
    public String vendor() {
        return target.vendor();
    }

    /** The id of the conversation, as it was asked for. */
    public String id() {
        return target.id();
    }

    /** Where the conversation stands, in words that mean the same at every vendor. */
    public EndStatus status() {
        return outcome.status();
    }

    /** The vendor's own word for the status, as sent; null if it sent none. */
    public @Nullable String vendorStatus() {
        return outcome.vendorStatus();
    }

    /** How long the conversation lasted; null if the vendor did not say. Of our vendors AnyReach does. */
    public @Nullable Duration duration() {
        return outcome.duration();
    }

    /** The vendor's summary of the conversation; null if there is none. Of our vendors AnyReach has one. */
    public @Nullable String summary() {
        return outcome.summary();
    }

    /** The vendor's message about the call; null if there is none. Of our vendors Hamsa and OpenHands have one. */
    public @Nullable String message() {
        return outcome.message();
    }

    /** The vendor's typed response with its HTTP status and headers. */
    public ApiResponse<R> response() {
        return response;
    }

    /** Every attempt that the call took, the successful one last. */
    public List<Attempt> attempts() {
        return response.attempts();
    }

    /** Vendor, id and status; neither summary nor message, which may be confidential. */
    @Override
    public String toString() {
        return vendor() + " " + id() + " " + status();
    }
}
