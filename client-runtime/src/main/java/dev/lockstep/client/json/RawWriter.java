package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Turns typed values back into raw ones. */
final class RawWriter {
    private RawWriter() {}

    static <T> JsonValue toRaw(JsonAdapter<T> adapter, @Nullable T value) throws IOException {
        if (value == null) {
            return JsonValue.ofNull();
        }
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setLenient(true); // a top-level scalar
            adapter.toJson(writer, value);
        }
        try (JsonReader reader = JsonReader.of(buffer)) {
            reader.setLenient(true);
            return JsonValue.read(reader);
        }
    }
}
