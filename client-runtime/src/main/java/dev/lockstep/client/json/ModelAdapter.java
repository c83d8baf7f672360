package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes and encodes one model, property by property. The model's static initialiser makes its adapter and declares its
 * properties to it, in the document's order; from then on they do not change.
 *
 * @param <M> the model
 */
public final class ModelAdapter<M extends JsonModel<?>> extends JsonAdapter<M> {
    private final Shape shape;
    private final Function<ModelData, M> constructor;
    private volatile JsonReader.@Nullable Options names;

    /**
     * @param name the model's class name, for {@code toString} and messages
     * @param builder makes a builder with nothing set
     */
    public ModelAdapter(
            String name, Function<ModelData, M> constructor, Supplier<? extends ModelBuilder<M, ?>> builder) {
        this.shape = new Shape(name, builder);
        this.constructor = Objects.requireNonNull(constructor, "constructor");
    }

    /** A property that every body has, never null. */
    public <T> Property<T> required(String name, JsonAdapter<T> adapter) {
        return add(name, Need.REQUIRED, Trait.NONE, () -> adapter);
    }

    /** A property that every body has, never null, whose type is another model. */
    public <T> Property<T> required(String name, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, Need.REQUIRED, Trait.NONE, adapter);
    }

    /** A property that may be absent but not null. */
    public <T> Property<T> optional(String name, JsonAdapter<T> adapter) {
        return add(name, Need.OPTIONAL, Trait.NONE, () -> adapter);
    }

    /** A property that may be absent but not null, whose type is another model. */
    public <T> Property<T> optional(String name, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, Need.OPTIONAL, Trait.NONE, adapter);
    }

    /** A property that may be absent or null. */
    public <T> Property<T> nullable(String name, JsonAdapter<T> adapter) {
        return add(name, Need.NULLABLE, Trait.NONE, () -> adapter);
    }

    /** A property that may be absent or null, whose type is another model. */
    public <T> Property<T> nullable(String name, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, Need.NULLABLE, Trait.NONE, adapter);
    }

    /** Any other combination. */
    public <T> Property<T> property(String name, Need need, Trait trait, Supplier<? extends JsonAdapter<T>> adapter) {
        return add(name, need, trait, adapter);
    }

    /** The typed values of all other names; without it they are kept as unknown. At most one, and last. */
    public <T> Property<Map<String, T>> additional(Supplier<? extends JsonAdapter<T>> value) {
        return shape.addAdditional(new Property<>(
                "", shape.properties().size(), Need.OPTIONAL, Trait.NONE, () -> new MapAdapter<>(value.get())));
    }

    private <T> Property<T> add(String name, Need need, Trait trait, Supplier<? extends JsonAdapter<T>> adapter) {
        return shape.add(new Property<>(name, shape.properties().size(), need, trait, adapter));
    }

    /** Made at the first use, when all properties are declared. */
    private JsonReader.Options names() {
        JsonReader.Options made = names;
        if (made == null) {
            made = JsonReader.Options.of(
                    shape.properties().stream().map(property -> property.name).toArray(String[]::new));
            names = made;
        }
        return made;
    }

    @Override
    public M fromJson(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            throw JsonMismatchException.consume(reader, "an object");
        }
        DriftSink sink = DriftSink.of(reader);
        @Nullable Object[] slots = new @Nullable Object[shape.slots()];
        Map<String, JsonValue> unknown = Map.of();
        Map<String, @Nullable Object> additional = shape.additionalOrNull() == null ? Map.of() : new LinkedHashMap<>();
        JsonReader.Options names = names();
        reader.beginObject();
        while (reader.hasNext()) {
            int index = reader.selectName(names);
            if (index >= 0) {
                slots[index] = value(reader, shape.properties().get(index), sink);
                continue;
            }
            String name = reader.nextName();
            String at = sink == null ? "" : reader.getPath();
            JsonValue left = additional(reader, name, additional);
            // A name that stands again has its last value, in one of the two.
            if (left == null) {
                forget(unknown, name);
            } else {
                forget(additional, name);
                unknown = unknown.isEmpty() ? new LinkedHashMap<>() : unknown;
                unknown.put(name, left);
                if (sink != null) {
                    sink.unknownProperty(shape.name(), name, at);
                }
            }
        }
        reader.endObject();
        if (!additional.isEmpty()) {
            slots[slots.length - 1] = Collections.unmodifiableMap(additional);
        }
        requireAll(slots, reader, sink);
        return constructor.apply(
                new ModelData(shape, slots, unknown.isEmpty() ? unknown : Collections.unmodifiableMap(unknown)));
    }

    private static void forget(Map<String, ?> values, String name) {
        if (!values.isEmpty()) {
            values.remove(name);
        }
    }

    private Object value(JsonReader reader, Property<?> property, @Nullable DriftSink sink) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL && !acceptsNull(property)) {
            reader.<Void>nextNull();
            if (property.nullable()) {
                return ModelData.NULL;
            }
            String path = reader.getPath();
            if (sink != null) {
                sink.nullProperty(shape.name(), property.name, path);
            }
            return property.requiredInBody()
                    ? new ModelData.Invalid(JsonValue.ofNull(), "required, but null", path)
                    : ModelData.NULL;
        }
        try {
            return Objects.requireNonNull(property.adapter().fromJson(reader));
        } catch (JsonMismatchException e) {
            if (sink != null) {
                sink.invalidProperty(shape.name(), property.name, e.path(), e.reason());
            }
            return new ModelData.Invalid(e.raw(), e.reason(), e.path());
        }
    }

    /** Raw values hold JSON null themselves, where the document does not speak of null. */
    private static boolean acceptsNull(Property<?> property) {
        return !property.nullable() && property.adapter() == Json.VALUE;
    }

    /** Decodes one more typed value; returns the raw one where names beside the properties have no type or it does not fit. */
    private @Nullable JsonValue additional(JsonReader reader, String name, Map<String, @Nullable Object> values)
            throws IOException {
        Property<?> property = shape.additionalOrNull();
        if (property == null) {
            return JsonValue.read(reader);
        }
        try {
            values.put(name, ((MapAdapter<?>) property.adapter()).value().fromJson(reader));
            return null;
        } catch (JsonMismatchException e) {
            return e.raw();
        }
    }

    /** Called when the whole object is read. */
    private void requireAll(@Nullable Object[] slots, JsonReader reader, @Nullable DriftSink sink) throws IOException {
        List<Property<?>> properties = shape.properties();
        for (int i = 0; i < properties.size(); i++) {
            if (slots[i] == null && properties.get(i).requiredInBody()) {
                String name = properties.get(i).name;
                String at = Paths.consumed(reader) + "." + name;
                slots[i] = new ModelData.Invalid(null, "required, but missing", at);
                if (sink != null) {
                    sink.missingProperty(shape.name(), name, at);
                }
            }
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable M model) throws IOException {
        ModelData data = Objects.requireNonNull(model, "model").data();
        writer.beginObject();
        for (Property<?> property : shape.properties()) {
            write(writer, property, data.slots[property.index]);
        }
        if (shape.additionalOrNull() != null && data.slots[data.slots.length - 1] instanceof Map<?, ?> values) {
            for (Map.Entry<?, ?> entry : values.entrySet()) {
                writer.name((String) entry.getKey());
                writeAdditional(writer, entry.getValue());
            }
        }
        for (Map.Entry<String, JsonValue> entry : data.unknown.entrySet()) {
            writer.name(entry.getKey());
            entry.getValue().write(writer);
        }
        writer.endObject();
    }

    private void writeAdditional(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value == null) {
            Json.writeNull(writer);
        } else {
            MapAdapter<?> values = (MapAdapter<?>)
                    Objects.requireNonNull(shape.additionalOrNull()).adapter();
            encode(values.value(), writer, value);
        }
    }

    private static void write(JsonWriter writer, Property<?> property, @Nullable Object slot) throws IOException {
        if (slot == null || (slot instanceof ModelData.Invalid missing && missing.raw() == null)) {
            return;
        }
        writer.name(property.name);
        if (slot == ModelData.NULL) {
            Json.writeNull(writer);
        } else if (slot instanceof ModelData.Invalid invalid) {
            Objects.requireNonNull(invalid.raw()).write(writer);
        } else {
            encode(property.adapter(), writer, slot);
        }
    }

    @SuppressWarnings("unchecked") // builders and adapters put only the adapter's own type into a slot
    private static <T> void encode(JsonAdapter<T> adapter, JsonWriter writer, Object value) throws IOException {
        adapter.toJson(writer, (T) value);
    }

    M create(ModelData data) {
        return constructor.apply(data);
    }

    Shape shape() {
        return shape;
    }

    @Override
    public String toString() {
        return "JsonAdapter(" + shape.name() + ")";
    }
}
