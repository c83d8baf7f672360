package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object without named properties. One value of another type makes the whole object a mismatch. */
final class MapAdapter<T> extends JsonAdapter<Map<String, T>> {
    private final JsonAdapter<T> value;

    MapAdapter(JsonAdapter<T> value) {
        this.value = value;
    }

    @Override
    public Map<String, T> fromJson(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            throw JsonMismatchException.consume(reader, "an object");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        boolean mismatched = false;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            try {
                values.put(name, value.fromJson(reader));
            } catch (JsonMismatchException e) {
                values.put(name, e);
                mismatched = true;
            }
        }
        reader.endObject();
        if (mismatched) {
            check(values);
        }
        @SuppressWarnings("unchecked") // what is no mismatch came from the adapter of T
        Map<String, T> decoded = (Map<String, T>) Collections.unmodifiableMap(values);
        return decoded;
    }

    /** A name that stands again has its last value, which may fit where an earlier one did not. */
    private void check(Map<String, @Nullable Object> values) throws IOException {
        JsonMismatchException first = null;
        Map<String, JsonValue> raw = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
            if (entry.getValue() instanceof JsonMismatchException mismatch) {
                first = first == null ? mismatch : first;
                raw.put(entry.getKey(), mismatch.raw());
            } else {
                raw.put(entry.getKey(), toRaw(entry.getValue()));
            }
        }
        if (first != null) {
            throw new JsonMismatchException(JsonValue.of(raw), first.reason(), first.path());
        }
    }

    @SuppressWarnings("unchecked") // came from the adapter of T
    private JsonValue toRaw(@Nullable Object decoded) throws IOException {
        return RawWriter.toRaw(value, (T) decoded);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Map<String, T> map) throws IOException {
        writer.beginObject();
        for (Map.Entry<String, T> entry : Objects.requireNonNull(map, "map").entrySet()) {
            writer.name(entry.getKey());
            if (entry.getValue() == null) {
                Json.writeNull(writer);
            } else {
                value.toJson(writer, entry.getValue());
            }
        }
        writer.endObject();
    }

    JsonAdapter<T> value() {
        return value;
    }

    @Override
    public String toString() {
        return value + ".map()";
    }
}
