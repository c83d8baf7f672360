package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An array. One element of another type makes the whole array a mismatch, whose raw value is complete. */
final class ListAdapter<T> extends JsonAdapter<List<T>> {
    private final JsonAdapter<T> element;

    ListAdapter(JsonAdapter<T> element) {
        this.element = element;
    }

    @Override
    public List<T> fromJson(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
            throw JsonMismatchException.consume(reader, "an array");
        }
        List<T> elements = new ArrayList<>();
        JsonMismatchException mismatch = null;
        List<JsonValue> raw = List.of();
        reader.beginArray();
        while (reader.hasNext()) {
            if (mismatch != null) {
                raw.add(JsonValue.read(reader));
                continue;
            }
            try {
                elements.add(element.fromJson(reader));
            } catch (JsonMismatchException e) {
                mismatch = e;
                raw = new ArrayList<>();
                for (T decoded : elements) {
                    raw.add(RawWriter.toRaw(element, decoded));
                }
                raw.add(e.raw());
            }
        }
        reader.endArray();
        if (mismatch != null) {
            throw new JsonMismatchException(JsonValue.of(raw), mismatch.reason(), mismatch.path());
        }
        return Collections.unmodifiableList(elements);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable List<T> value) throws IOException {
        writer.beginArray();
        for (T each : Objects.requireNonNull(value, "value")) {
            if (each == null) {
                Json.writeNull(writer);
            } else {
                element.toJson(writer, each);
            }
        }
        writer.endArray();
    }

    @Override
    public String toString() {
        return element + ".list()";
    }
}
