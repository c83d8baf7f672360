package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documented values of one open enum. Its class adds its constants in its static initialiser; from then on the table
 * does not change.
 *
 * @param <E> the enum
 * @param <V> what is on the wire
 */
public final class EnumTable<E extends OpenEnum<V>, V> {
    private final String name;
    private final JsonAdapter<V> wire;
    private final Function<V, E> constructor;
    private final Map<V, E> known = new LinkedHashMap<>();
    private boolean others;

    /**
     * @param name the enum's class name, for messages
     */
    public EnumTable(String name, JsonAdapter<V> wire, Function<V, E> constructor) {
        this.name = name;
        this.wire = wire;
        this.constructor = constructor;
    }

    /** A documented value. */
    public E add(V value) {
        return known.computeIfAbsent(value, constructor);
    }

    /** The constant of a documented value, or a new instance of another one. */
    public E of(V value) {
        E constant = known.get(Objects.requireNonNull(value, "value"));
        return constant != null ? constant : constructor.apply(value);
    }

    /** Says that the document allows any other value too, so that one is no drift. */
    public EnumTable<E, V> orOthers() {
        others = true;
        return this;
    }

    /** Whether the document lists the value. */
    public boolean contains(V value) {
        return known.containsKey(value);
    }

    public JsonAdapter<E> adapter() {
        return new EnumAdapter();
    }

    /** Knows whether a value is documented: unions choose by it. Where none is listed any more, none is unknown. */
    final class EnumAdapter extends JsonAdapter<E> {
        @Override
        public E fromJson(JsonReader reader) throws IOException {
            String path = DriftSink.of(reader) == null ? "" : reader.getPath();
            V value = Objects.requireNonNull(wire.fromJson(reader));
            DriftSink sink = DriftSink.of(reader);
            if (sink != null && !others && !known.isEmpty() && !contains(value)) {
                sink.unknownEnumValue(name, value.toString(), path);
            }
            return of(value);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
            wire.toJson(writer, Objects.requireNonNull(value, "value").value());
        }

        JsonAdapter<V> wire() {
            return wire;
        }

        /** A list of one value, and nothing beside it, is a constant. */
        boolean single() {
            return known.size() == 1 && !others;
        }

        boolean lists(JsonValue value) {
            return known.keySet().stream().anyMatch(each -> equal(each, value));
        }

        private boolean equal(V constant, JsonValue value) {
            try {
                return RawWriter.toRaw(wire, constant).equals(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "JsonAdapter(" + name + ")";
        }
    }
}
