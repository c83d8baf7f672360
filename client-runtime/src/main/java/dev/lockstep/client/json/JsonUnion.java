package dev.lockstep.client.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that is one of several types. Each documented variant is a nested class; a value that fits none keeps its raw
 * JSON, so switches over the variants need a default.
 */
public abstract class JsonUnion {
    private final Variant<?> variant;
    private final Object content;

    /** A variant's value. */
    protected <T> JsonUnion(Variant<T> variant, T content) {
        this.variant = Objects.requireNonNull(variant, "variant");
        this.content = Objects.requireNonNull(content, "content");
    }

    /** The value as JSON, whichever variant it is. */
    public final JsonValue toJsonValue() {
        return variant.toRaw(content);
    }

    /** The value, for the variant's own accessor. */
    @SuppressWarnings("unchecked") // the constructor took a T together with its variant
    protected final <T> T get(Variant<T> key) {
        if (key != variant) {
            throw new IllegalStateException("another variant");
        }
        return (T) content;
    }

    final Object content() {
        return content;
    }

    final Variant<?> variant() {
        return variant;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof JsonUnion that && getClass() == that.getClass() && content.equals(that.content);
    }

    @Override
    public final int hashCode() {
        return content.hashCode();
    }

    @Override
    public final String toString() {
        return content.toString();
    }
}
