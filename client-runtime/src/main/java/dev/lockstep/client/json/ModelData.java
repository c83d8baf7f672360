package dev.lockstep.client.json;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one model: opaque to generated code, which passes it from its builder or adapter to its constructor.
 * Immutable once a model holds it.
 */
public final class ModelData {
    /** Stands in a slot for JSON {@code null}; an empty slot is an absent property. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /**
     * Stands in a slot for a value that does not fit its property.
     *
     * @param raw what the body holds, null where it holds nothing
     */
    record Invalid(@Nullable JsonValue raw, String reason, String path) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Invalid that && java.util.Objects.equals(raw, that.raw);
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hashCode(raw);
        }

        @Override
        public String toString() {
            return raw == null ? "(missing)" : "(invalid)";
        }
    }

    final Shape shape;
    final @Nullable Object[] slots;
    final Map<String, JsonValue> unknown;

    ModelData(Shape shape, @Nullable Object[] slots, Map<String, JsonValue> unknown) {
        this.shape = shape;
        this.slots = slots;
        this.unknown = unknown;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelData that
                && shape == that.shape
                && Arrays.equals(slots, that.slots)
                && unknown.equals(that.unknown);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(slots) + unknown.hashCode();
    }

    /** Without the values of secrets and of unknown properties. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(shape.name()).append('[');
        String separator = "";
        for (Property<?> property : shape.properties()) {
            Object slot = slots[property.index];
            if (slot != null) {
                text.append(separator).append(property.name).append('=').append(property.masked() ? "***" : slot);
                separator = ", ";
            }
        }
        Property<?> additional = shape.additionalOrNull();
        if (additional != null && slots[additional.index] != null) {
            text.append(separator).append(slots[additional.index]);
            separator = ", ";
        }
        if (!unknown.isEmpty()) {
            text.append(separator).append("unknown=").append(unknown.keySet());
        }
        return text.append(']').toString();
    }
}
