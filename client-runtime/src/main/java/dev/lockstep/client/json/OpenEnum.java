package dev.lockstep.client.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of a documented list that may grow: a value which the document does not list is kept as it came. Values are
 * equal by what is on the wire. For a switch, switch over {@link #value()}.
 *
 * @param <V> what is on the wire: String, Long, BigDecimal, Boolean or, where the list is mixed, JsonValue
 */
public abstract class OpenEnum<V> {
    private final V value;
    private boolean known;

    protected OpenEnum(V value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** The value as it is on the wire. */
    public final V value() {
        return value;
    }

    /** Whether the vendor documents this value. */
    public final boolean isKnown() {
        return known;
    }

    /** Called for constants, before anybody sees them. */
    final void makeKnown() {
        known = true;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OpenEnum<?> that && getClass() == that.getClass() && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** The value's text. */
    @Override
    public final String toString() {
        return value.toString();
    }
}
