package dev.lockstep.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A documented error body. */
record Problem(String error) {
    static final JsonAdapter<Problem> ADAPTER = new JsonAdapter<>() {
        @Override
        public Problem fromJson(JsonReader reader) throws IOException {
            String error = "";
            reader.beginObject();
            while (reader.hasNext()) {
                if (reader.nextName().equals("error")) {
                    error = reader.nextString();
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
            return new Problem(error);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Problem value) throws IOException {
            throw new UnsupportedOperationException();
        }
    };
}
