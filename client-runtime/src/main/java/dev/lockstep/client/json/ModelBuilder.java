package dev.lockstep.client.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a model. Not safe for use by several threads.
 *
 * @param <M> the model
 * @param <B> the builder's own class
 */
public abstract class ModelBuilder<M extends JsonModel<?>, B extends ModelBuilder<M, B>> {
    private final ModelAdapter<M> adapter;
    private final Shape shape;
    private final @Nullable Object[] slots;
    private final Map<String, JsonValue> unknown = new LinkedHashMap<>();

    protected ModelBuilder(ModelAdapter<M> adapter) {
        this.adapter = adapter;
        this.shape = adapter.shape();
        this.slots = new @Nullable Object[shape.slots()];
    }

    /** Adds a property that the document does not name, or replaces it. */
    public final B unknownProperty(String name, JsonValue value) {
        if (shape.find(name) != null) {
            throw new IllegalArgumentException(shape.name() + "." + name + " is documented: use its own method");
        }
        unknown.put(name, Objects.requireNonNull(value, "value"));
        return self();
    }

    /**
     * The model with what was set so far; the builder can go on.
     *
     * @throws IllegalStateException if a required property was not set
     */
    public final M build() {
        for (Property<?> property : shape.properties()) {
            if (property.requiredOfBuilder() && slots[property.index] == null) {
                throw new IllegalStateException(shape.name() + "." + property.name + " is required");
            }
        }
        return adapter.create(
                new ModelData(shape, slots.clone(), Collections.unmodifiableMap(new LinkedHashMap<>(unknown))));
    }

    /** Takes over all values of a model, the invalid and unknown ones too. */
    public final B from(M model) {
        return from(model.data());
    }

    final B from(ModelData data) {
        System.arraycopy(data.slots, 0, slots, 0, slots.length);
        unknown.putAll(data.unknown);
        return self();
    }

    protected final <T> B set(Property<T> property, @Nullable T value) {
        if (value == null && !property.nullable()) {
            throw new IllegalArgumentException(shape.name() + "." + property.name + " must not be null");
        }
        slots[property.index] = value == null ? ModelData.NULL : immutable(value);
        return self();
    }

    private static Object immutable(Object value) {
        if (value instanceof List<?> list) {
            return Collections.unmodifiableList(new ArrayList<>(list));
        }
        if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
        return value;
    }

    @SuppressWarnings("unchecked") // B is the subclass itself
    private B self() {
        return (B) this;
    }
}
