package dev.lockstep.generator.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import dev.lockstep.client.json.DriftSink;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.generator.sample.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Decodes JSON, encodes it again and listens to the drift on the way. */
final class RoundTrip {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(Samples.JSON)
            .build();

    private final List<String> drift = new ArrayList<>();
    private final @Nullable Object decoded;
    private final @Nullable String failure;

    private RoundTrip(JsonAdapter<Object> adapter, JsonNode input) {
        Object value = null;
        String problem = null;
        try {
            value = read(adapter, input);
            JsonNode output = JSON.readTree(adapter.toJson(value));
            if (!same(input, output)) {
                problem = "comes back as " + output;
            } else if (!value.equals(read(adapter, input))
                    || value.hashCode() != read(adapter, input).hashCode()) {
                problem = "decoded twice is not equal";
            } else if (value.toString().isEmpty() && !input.isTextual()) {
                problem = "has no text";
            }
        } catch (IOException | RuntimeException | LinkageError e) {
            problem = "fails: " + e;
        }
        this.decoded = value;
        this.failure = problem;
    }

    static RoundTrip of(JsonAdapter<Object> adapter, JsonNode input) {
        return new RoundTrip(adapter, input);
    }

    private Object read(JsonAdapter<Object> adapter, JsonNode input) throws IOException {
        drift.clear();
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(JSON.writeValueAsString(input)));
        reader.setLenient(true); // a top-level scalar
        reader.setTag(DriftSink.class, new Sink());
        Object value = adapter.fromJson(reader);
        if (value == null) {
            throw new IOException("decodes as null");
        }
        return value;
    }

    /** Equal as JSON: the order of members and the writing of numbers do not count. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                (a, b) -> a.isNumber() && b.isNumber()
                        ? a.decimalValue().compareTo(b.decimalValue())
                        : a.equals(b) ? 0 : 1,
                other);
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** What went wrong; null if the input came back. */
    @Nullable
    String failure() {
        return failure;
    }

    /** What the adapters reported, one word first: {@code property}, {@code value}, {@code invalid} or {@code variant}. */
    List<String> drift() {
        return drift;
    }

    /** What {@code validate()} says; null if it is happy. */
    @Nullable
    String invalid() {
        if (decoded instanceof JsonModel<?> model) {
            try {
                model.validate();
            } catch (RuntimeException e) {
                return "validate() says " + e.getMessage();
            }
        }
        return null;
    }

    /** Null if it did not decode. */
    @Nullable
    Object decoded() {
        return decoded;
    }

    private final class Sink implements DriftSink {
        @Override
        public void unknownProperty(String type, String property, String path) {
            drift.add("property " + property + " of " + type + " at " + path);
        }

        @Override
        public void unknownEnumValue(String type, String value, String path) {
            drift.add("value " + value + " of " + type + " at " + path);
        }

        @Override
        public void invalidProperty(String type, String property, String path, String reason) {
            drift.add("invalid " + property + " of " + type + " at " + path + ": " + reason);
        }

        @Override
        public void unknownVariant(String type, String path) {
            drift.add("variant of " + type + " at " + path);
        }
    }
}
