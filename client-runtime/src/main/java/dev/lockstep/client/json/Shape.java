package dev.lockstep.client.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The properties of one model, in the document's order. Complete once the model's static initialiser has run. */
final class Shape {
    private final String name;
    private final Supplier<? extends ModelBuilder<?, ?>> builder;
    private final List<Property<?>> properties = new ArrayList<>();
    private @Nullable Property<?> additional;

    /**
     * @param name the model's class name, for {@code toString} and messages
     */
    Shape(String name, Supplier<? extends ModelBuilder<?, ?>> builder) {
        this.name = Objects.requireNonNull(name, "name");
        this.builder = builder;
    }

    <T> Property<T> add(Property<T> property) {
        properties.add(property);
        return property;
    }

    /** The typed values of all other names; without it they are kept as unknown. At most one, and last. */
    <T> Property<T> addAdditional(Property<T> property) {
        additional = property;
        return property;
    }

    String name() {
        return name;
    }

    /** A builder with nothing set. */
    ModelBuilder<?, ?> builder() {
        return builder.get();
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
