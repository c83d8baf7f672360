package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The documented variants of one union, in the document's order. A union's static initialiser declares them; from then on
 * the shape does not change.
 *
 * @param <U> the union
 */
public final class UnionShape<U extends JsonUnion> {
    private final String name;
    private final @Nullable String discriminator;
    private final Class<U> type;
    private final List<Variant<?>> variants = new ArrayList<>();
    private @Nullable Variant<JsonValue> unknown;

    /** A union whose variants are told apart by what they look like. */
    public UnionShape(Class<U> type) {
        this(type, null);
    }

    /**
     * A union with a property that names the variant.
     *
     * @param discriminator the property's JSON name, null if there is none
     */
    public UnionShape(Class<U> type, @Nullable String discriminator) {
        this.type = Objects.requireNonNull(type, "type");
        this.name = type.getSimpleName();
        this.discriminator = discriminator;
    }

    /** A variant, and the discriminator's values that stand for it. */
    public <T> Variant<T> variant(
            Supplier<? extends JsonAdapter<T>> adapter, Function<T, U> constructor, String... tags) {
        Variant<T> variant = new Variant<>(adapter, constructor, List.of(tags));
        variants.add(variant);
        return variant;
    }

    /** What keeps a value that fits no variant. */
    public Variant<JsonValue> unknown(Function<JsonValue, U> constructor) {
        Variant<JsonValue> variant = new Variant<>(() -> Json.VALUE, constructor, List.of());
        unknown = variant;
        return variant;
    }

    public JsonAdapter<U> adapter() {
        return new UnionAdapter();
    }

    /** Reads a value as the variant that it names or, where it names none, that fits it best. */
    final class UnionAdapter extends JsonAdapter<U> {
        @Override
        public U fromJson(JsonReader reader) throws IOException {
            Variant<?> variant = VariantChoice.choose(variants, discriminator, reader);
            if (variant == null) {
                DriftSink sink = DriftSink.of(reader);
                if (sink != null) {
                    sink.unknownVariant(name, reader.getPath());
                }
                variant = Objects.requireNonNull(unknown, name);
            }
            return type.cast(variant.read(reader));
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable U value) throws IOException {
            U union = Objects.requireNonNull(value, "value");
            union.variant().write(writer, union.content());
        }

        @Override
        public String toString() {
            return "JsonAdapter(" + name + ")";
        }
    }
}
