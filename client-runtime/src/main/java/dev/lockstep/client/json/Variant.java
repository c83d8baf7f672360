package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One documented type of a union. Created by a {@link UnionShape}.
 *
 * @param <T> the Java type of its value
 */
public final class Variant<T> {
    private final Supplier<? extends JsonAdapter<T>> source;
    private final Function<T, ? extends JsonUnion> constructor;
    private final List<String> tags;
    private volatile @Nullable JsonAdapter<T> adapter;

    Variant(
            Supplier<? extends JsonAdapter<T>> source,
            Function<T, ? extends JsonUnion> constructor,
            List<String> tags) {
        this.source = source;
        this.constructor = constructor;
        this.tags = tags;
    }

    JsonAdapter<T> adapter() {
        JsonAdapter<T> found = adapter;
        if (found == null) {
            found = source.get();
            adapter = found;
        }
        return found;
    }

    /** The discriminator's values that stand for this variant. */
    List<String> tags() {
        return tags;
    }

    JsonUnion read(JsonReader reader) throws IOException {
        return constructor.apply(Objects.requireNonNull(adapter().fromJson(reader)));
    }

    @SuppressWarnings("unchecked") // JsonUnion's constructor took the content together with its variant
    void write(JsonWriter writer, Object content) throws IOException {
        adapter().toJson(writer, (T) content);
    }

    @SuppressWarnings("unchecked") // as above
    JsonValue toRaw(Object content) {
        try {
            return RawWriter.toRaw(adapter(), (T) content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
