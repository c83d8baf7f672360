package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.DriftSink;
import dev.lockstep.client.json.InvalidPropertyException;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Any body is decoded, or refused as undecodable; what was decoded is written as JSON that decodes to the same. */
public final class JsonFuzz {
    private static final DriftSink NOBODY = new DriftSink() {
        @Override
        public void unknownProperty(String type, String property, String path) {}

        @Override
        public void unknownEnumValue(String type, String value, String path) {}

        @Override
        public void invalidProperty(String type, String property, String path, String reason) {}

        @Override
        public void unknownVariant(String type, String path) {}
    };

    /** A name with the escape of a surrogate, paired or not. */
    private static final Pattern HALF_IN_NAME = Pattern.compile("(?is)\\\\ud[89a-f](?:[^\"\\\\]|\\\\.)*\"\\s*:");

    private JsonFuzz() {}

    /** Called by the fuzzer, and with each file of the corpus. */
    public static void fuzzerTestOneInput(byte[] input) {
        ByteString body = ByteString.of(input);
        roundTrip(decode(Json.VALUE, JsonValue.class, body), Json.VALUE, body);
        FuzzModel model = decode(FuzzModel.ADAPTER, FuzzModel.class, body);
        if (model != null) {
            try {
                model.validate();
            } catch (InvalidPropertyException found) {
                model.presence("text");
            }
            String unused = model.toString();
            roundTrip(model, FuzzModel.ADAPTER, body);
        }
    }

    private static <T> @Nullable T decode(JsonAdapter<T> adapter, Class<T> type, ByteString body) {
        try {
            return type.cast(JsonDecoder.decode(adapter, type, body, null, NOBODY));
        } catch (DecodeFailure refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.startsWith("the adapter threw")) {
                throw new AssertionError(message, refused.getCause());
            }
            return null;
        }
    }

    /** Names hold no half of a surrogate pair when they are written, which UTF-8 has not; everything else comes back. */
    private static <T> void roundTrip(@Nullable T value, JsonAdapter<T> adapter, ByteString body) {
        if (value == null || HALF_IN_NAME.matcher(body.utf8()).find()) {
            return;
        }
        String json = adapter.serializeNulls().toJson(value);
        T again = decode(adapter, typeOf(value), ByteString.encodeString(json, StandardCharsets.UTF_8));
        if (!value.equals(again)) {
            throw new AssertionError("written as " + json);
        }
    }

    @SuppressWarnings("unchecked") // an object's class is the class of its type here: neither has subclasses
    private static <T> Class<T> typeOf(T value) {
        return (Class<T>) value.getClass();
    }
}
