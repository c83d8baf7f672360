package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one model. A model's static initialiser declares them in order and then asks for its adapter; from
 * then on the shape does not change.
 */
public final class Shape {
    private final String name;
    private final List<Property<?>> properties = new ArrayList<>();
    private @Nullable Property<?> additional;

    /**
     * @param name the model's class name, for {@code toString} and messages
     */
    public Shape(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /** A property that every body has, never null. */
    public <T> Property<T> required(String name, JsonAdapter<T> adapter) {
        return add(name, true, false, Trait.NONE, () -> adapter);
    }

    /** A property that every body has, never null, whose type is another model. */
    public <T> Property<T> required(String name, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, true, false, Trait.NONE, adapter);
    }

    /** A property that may be absent but not null. */
    public <T> Property<T> optional(String name, JsonAdapter<T> adapter) {
        return add(name, false, false, Trait.NONE, () -> adapter);
    }

    /** A property that may be absent but not null, whose type is another model. */
    public <T> Property<T> optional(String name, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, false, false, Trait.NONE, adapter);
    }

    /** A property that may be absent or null. */
    public <T> Property<T> nullable(String name, JsonAdapter<T> adapter) {
        return add(name, false, true, Trait.NONE, () -> adapter);
    }

    /** A property that may be absent or null, whose type is another model. */
    public <T> Property<T> nullable(String name, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, false, true, Trait.NONE, adapter);
    }

    /** Any other combination. */
    public <T> Property<T> property(String name, Need need, Trait trait, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, need.required, need.nullable, trait, adapter);
    }

    /** The typed values of all other names; without it they are kept as unknown. At most one, and last. */
    public <T> Property<Map<String, T>> additional(Supplier<? extends JsonAdapter<T>> value) {
        Property<Map<String, T>> property =
                new Property<>("", properties.size(), false, false, Trait.NONE, () -> new MapAdapter<>(value.get()));
        additional = property;
        return property;
    }

    /** The adapter of the model with these properties. */
    public <M extends JsonModel> ModelAdapter<M> adapter(Function<ModelData, M> constructor) {
        return new ModelAdapter<>(this, constructor);
    }

    private <T> Property<T> add(
            String name, boolean required, boolean nullable, Trait trait, Supplier<? extends JsonAdapter<T>> adapter) {
        Property<T> property = new Property<>(name, properties.size(), required, nullable, trait, adapter);
        properties.add(property);
        return property;
    }

    String name() {
        return name;
    }

    List<Property<?>> properties() {
        return properties;
    }

    @Nullable
    Property<?> additionalOrNull() {
        return additional;
    }

    int slots() {
        return properties.size() + (additional == null ? 0 : 1);
    }

    @Nullable
    Property<?> find(String jsonName) {
        for (Property<?> property : properties) {
            if (property.name.equals(jsonName)) {
                return property;
            }
        }
        return null;
    }
}
