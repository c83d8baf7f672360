package dev.lockstep.client.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;

/**
 * A value is well-formed JSON of another type than documented. An adapter that throws it has consumed the whole value, so
 * that the reader stands behind it and decoding can go on.
 */
public final class JsonMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JsonValue raw;
    private final String reason;
    private final String path;

    JsonMismatchException(JsonValue raw, String reason, String path) {
        super(reason + " at path " + path);
        this.raw = raw;
        this.reason = reason;
        this.path = path;
    }

    /** Consumes the reader's next value and says what was expected in its place. */
    static JsonMismatchException consume(JsonReader reader, String expected) throws IOException {
        String path = reader.getPath();
        JsonValue raw = JsonValue.read(reader);
        return new JsonMismatchException(
                raw, "expected " + expected + " but was " + raw.kind().article(), path);
    }

    /** The value as it came. */
    JsonValue raw() {
        return raw;
    }

    /** What was expected and what was there, without the value. */
    public String reason() {
        return reason;
    }

    /** The value's JSON path in the body. */
    public String path() {
        return path;
    }
}
