package dev.lockstep.client.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with named properties. Immutable; equal to another of its class with equal values.
 *
 * <p>Decoding never fails for one property: a value that is missing or of another type than documented is kept, and only
 * its accessor throws {@link InvalidPropertyException}. Properties that the document does not name are kept too, and
 * are sent back when the model is sent.
 *
 * @param <B> its builder
 */
public abstract class JsonModel<B> {
    private final ModelData data;

    protected JsonModel(ModelData data) {
        this.data = Objects.requireNonNull(data, "data");
    }

    /** Starts with the values of this one, the invalid and unknown ones too. */
    @SuppressWarnings("unchecked") // a model's adapter makes builders of its B
    public final B toBuilder() {
        return (B) data.shape.builder().from(data);
    }

    /** Properties that the document does not name, in the body's order. */
    public final Map<String, JsonValue> unknownProperties() {
        return data.unknown;
    }

    /**
     * What this model holds for a property.
     *
     * @param jsonName the property's name in JSON
     * @throws IllegalArgumentException if the document names no such property
     */
    public final Presence presence(String jsonName) {
        Object slot = data.slots[property(jsonName).index];
        if (slot == null || (slot instanceof ModelData.Invalid invalid && invalid.raw() == null)) {
            return Presence.ABSENT;
        }
        if (slot instanceof ModelData.Invalid) {
            return Presence.INVALID;
        }
        return slot == ModelData.NULL ? Presence.NULL : Presence.VALUE;
    }

    /**
     * The raw JSON of a property whose value does not fit the document.
     *
     * @param jsonName the property's name in JSON
     * @return null unless {@link #presence} is {@link Presence#INVALID}
     * @throws IllegalArgumentException if the document names no such property
     */
    public final @Nullable JsonValue raw(String jsonName) {
        return data.slots[property(jsonName).index] instanceof ModelData.Invalid invalid ? invalid.raw() : null;
    }

    /**
     * Checks every property at once, those of nested models included.
     *
     * @throws InvalidPropertyException naming the first property that is missing or does not fit; the others are its
     *     suppressed exceptions
     */
    public final void validate() {
        List<InvalidPropertyException> problems = new ArrayList<>();
        Validation.collect(this, problems);
        if (!problems.isEmpty()) {
            InvalidPropertyException first = problems.get(0);
            problems.subList(1, problems.size()).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** The value of a required property. */
    protected final <T> T get(Property<T> property) {
        T value = getOrNull(property);
        if (value == null) {
            throw new InvalidPropertyException(
                    data.shape.name() + "." + property.name + ": required, but null", "$." + property.name);
        }
        return value;
    }

    /** The value of a property, null if it is absent or null. */
    @SuppressWarnings("unchecked") // builders and adapters put only a T into the property's slot
    protected final <T> @Nullable T getOrNull(Property<T> property) {
        Object slot = data.slots[property.index];
        if (slot instanceof ModelData.Invalid invalid) {
            throw exception(property, invalid);
        }
        return slot == ModelData.NULL ? null : (T) slot;
    }

    /** The typed values of all other names, empty if there are none. */
    protected final <T> Map<String, T> getAdditional(Property<Map<String, T>> property) {
        Map<String, T> values = getOrNull(property);
        return values == null ? Map.of() : values;
    }

    final ModelData data() {
        return data;
    }

    final InvalidPropertyException exception(Property<?> property, ModelData.Invalid invalid) {
        return new InvalidPropertyException(
                data.shape.name() + "." + property.name + ": " + invalid.reason() + " at path " + invalid.path(),
                invalid.path());
    }

    private Property<?> property(String jsonName) {
        Property<?> property = data.shape.find(jsonName);
        if (property == null) {
            throw new IllegalArgumentException(data.shape.name() + " has no property " + jsonName);
        }
        return property;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof JsonModel<?> that && getClass() == that.getClass() && data.equals(that.data);
    }

    @Override
    public final int hashCode() {
        return data.hashCode();
    }

    /** The properties with their values; secrets are masked, unknown properties only named. */
    @Override
    public final String toString() {
        return data.toString();
    }
}
