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
        Map<String, T> values = new LinkedHashMap<>();
        JsonMismatchException mismatch = null;
        Map<String, JsonValue> raw = Map.of();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (mismatch != null) {
                raw.put(name, JsonValue.read(reader));
                continue;
            }
            try {
                values.put(name, value.fromJson(reader));
            } catch (JsonMismatchException e) {
                mismatch = e;
                raw = new LinkedHashMap<>();
                for (Map.Entry<String, T> decoded : values.entrySet()) {
                    raw.put(decoded.getKey(), RawWriter.toRaw(value, decoded.getValue()));
                }
                raw.put(name, e.raw());
            }
        }
        reader.endObject();
        if (mismatch != null) {
            throw new JsonMismatchException(JsonValue.of(raw), mismatch.reason(), mismatch.path());
        }
        return Collections.unmodifiableMap(values);
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
