package dev.lockstep.client.json;

import com.squareup.moshi.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Hears where a body differs from what the vendor documents, while it is decoded. Install one with
 * {@code reader.setTag(DriftSink.class, sink)}; adapters stay silent on a reader without it.
 *
 * <p>Paths are JSON paths of the body, such as {@code $.items[2].status}. Names come from the document or the body;
 * values are passed only where they are an enum's text.
 */
public interface DriftSink {

    /** An object holds a property that its schema does not name. */
    void unknownProperty(String type, String property, String path);

    /** An open enum met a value that the document does not list. */
    void unknownEnumValue(String type, String value, String path);

    /** A property holds another JSON type than documented; by default also one that is missing or null. */
    void invalidProperty(String type, String property, String path, String reason);

    /** A property is missing although required. */
    default void missingProperty(String type, String property, String path) {
        invalidProperty(type, property, path, "required, but missing");
    }

    /** A property is null although not nullable. */
    default void nullProperty(String type, String property, String path) {
        invalidProperty(type, property, path, "null, but not nullable");
    }

    /** No documented variant of a union fits the value. */
    void unknownVariant(String type, String path);

    /**
     * The reader's sink.
     *
     * @return null if the reader carries none
     */
    static @Nullable DriftSink of(JsonReader reader) {
        return reader.tag(DriftSink.class);
    }
}
