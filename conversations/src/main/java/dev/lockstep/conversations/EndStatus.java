package dev.lockstep.conversations;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands after its vendor answered with success, in words that mean the same at every vendor.
 *
 * <p>An open enum: a vendor of a team's own may bring further values, so a {@code switch} over {@link #value()} wants a
 * {@code default}. How each vendor's words map to these is written in the vendor's class.
 */
public final class EndStatus {
    /** The {@link EndStatus#value()} of each constant, for a {@code switch}. */
    public static final class Values {
        public static final String ENDED = "ended";
        public static final String ENDING = "ending";
        public static final String NOT_ENDED = "not_ended";
        public static final String UNKNOWN = "unknown";

        private Values() {}
    }

    /** It is over, whether by this call or by an earlier one. */
    public static final EndStatus ENDED = new EndStatus(Values.ENDED);

    /** The vendor took the request, and what it says of the conversation is not yet a final state. */
    public static final EndStatus ENDING = new EndStatus(Values.ENDING);

    /** The vendor answered with an HTTP success and says in the body that it did not end the conversation. */
    public static final EndStatus NOT_ENDED = new EndStatus(Values.NOT_ENDED);

    /** The vendor answered with success and a word that has no mapping: see {@link Ended#vendorStatus()}. */
    public static final EndStatus UNKNOWN = new EndStatus(Values.UNKNOWN);

    private final String value;

    private EndStatus(String value) {
        this.value = value;
    }

    /**
     * The constant of this value, or a new status with it.
     *
     * @param value not blank
     * @throws IllegalArgumentException if the value is blank
     */
    public static EndStatus of(String value) {
        Objects.requireNonNull(value, "value == null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("an end status must not be blank");
        }
        return switch (value) {
            case Values.ENDED -> ENDED;
            case Values.ENDING -> ENDING;
            case Values.NOT_ENDED -> NOT_ENDED;
            case Values.UNKNOWN -> UNKNOWN;
            default -> new EndStatus(value);
        };
    }

    /** The status as text, for example {@code ended}. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EndStatus that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** {@link #value()}. */
    @Override
    public String toString() {
        return value;
    }
}
