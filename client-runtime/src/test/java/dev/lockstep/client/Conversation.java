package dev.lockstep.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.lockstep.client.json.DriftSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A success body, as a generated model would be but smaller. */
record Conversation(String id, @Nullable String status) {
    static final JsonAdapter<Conversation> ADAPTER = new JsonAdapter<>() {
        @Override
        public Conversation fromJson(JsonReader reader) throws IOException {
            String id = "";
            String status = null;
            DriftSink sink = DriftSink.of(reader);
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "id" -> id = reader.nextString();
                    case "status" -> status = reader.nextString();
                    case "broken" -> throw new JsonDataException("value was s3cr3t-value at " + reader.getPath());
                    default -> {
                        String path = reader.getPath();
                        if (sink != null) {
                            sink.unknownProperty("Conversation", path.substring(path.lastIndexOf('.') + 1), path);
                        }
                        reader.skipValue();
                    }
                }
            }
            reader.endObject();
            return new Conversation(id, status);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Conversation value) throws IOException {
            if (value == null) {
                writer.nullValue();
                return;
            }
            writer.beginObject()
                    .name("id")
                    .value(value.id)
                    .name("status")
                    .value(value.status)
                    .endObject();
        }
    };
}
