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
 * Decodes and encodes one open enum, and knows its documented values: unions choose by them. The enum's static initialiser
 * makes its adapter and adds the constants to it; from then on they do not change.
 *
 * @param <E> the enum
 * @param <V> what is on the wire
 */
public final class EnumAdapter<E extends OpenEnum<V>, V> extends JsonAdapter<E> {
    private final String name;
    private final JsonAdapter<V> wire;
    private final Function<V, E> constructor;
    private final Map<V, E> known = new LinkedHashMap<>();
    private final boolean others;

    /**
     * Of an enum whose document lists all values that it knows of.
     *
     * @param name the enum's class name, for messages
     */
    public EnumAdapter(String name, JsonAdapter<V> wire, Function<V, E> constructor) {
        this(name, wire, constructor, false);
    }

    private EnumAdapter(String name, JsonAdapter<V> wire, Function<V, E> constructor, boolean others) {
        this.others = others;
        this.name = Objects.requireNonNull(name, "name");
        this.wire = Objects.requireNonNull(wire, "wire");
        this.constructor = Objects.requireNonNull(constructor, "constructor");
    }

    /**
     * Of an enum whose document allows any other value too, so that one is no drift.
     *
     * @param name the enum's class name, for messages
     */
    public static <E extends OpenEnum<V>, V> EnumAdapter<E, V> withOthers(
            String name, JsonAdapter<V> wire, Function<V, E> constructor) {
        return new EnumAdapter<>(name, wire, constructor, true);
    }

    /** A documented value. */
    public E add(V value) {
        E constant = known.computeIfAbsent(value, constructor);
        constant.makeKnown();
        return constant;
    }

    /** The constant of a documented value, or a new instance of another one. */
    public E of(V value) {
        E constant = known.get(Objects.requireNonNull(value, "value"));
        return constant != null ? constant : constructor.apply(value);
    }

    /** A value that the document does not list is drift, unless it lists none any more. */
    @Override
    public E fromJson(JsonReader reader) throws IOException {
        E value = of(Objects.requireNonNull(wire.fromJson(reader)));
        if (!others && !known.isEmpty() && !value.isKnown()) {
            DriftSink sink = DriftSink.of(reader);
            if (sink != null) {
                sink.unknownEnumValue(name, value.toString(), Paths.consumed(reader));
            }
        }
        return value;
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
