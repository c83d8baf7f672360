package dev.lockstep.client.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value, immutable. Stands wherever a document gives no type, and keeps what a model does not know. Numbers keep
 * every digit; objects keep the order of their members.
 */
public final class JsonValue {
    private static final JsonValue NULL = new JsonValue(Kind.NULL, null);

    /** The six kinds of JSON value. */
    public enum Kind {
        OBJECT("an object"),
        ARRAY("an array"),
        STRING("a string"),
        NUMBER("a number"),
        BOOLEAN("a boolean"),
        NULL("null");

        private final String article;

        Kind(String article) {
            this.article = article;
        }

        String article() {
            return article;
        }
    }

    private final Kind kind;
    private final @Nullable Object content;

    private JsonValue(Kind kind, @Nullable Object content) {
        this.kind = kind;
        this.content = content;
    }

    /** JSON {@code null}. */
    public static JsonValue ofNull() {
        return NULL;
    }

    public static JsonValue of(String text) {
        return new JsonValue(Kind.STRING, Objects.requireNonNull(text, "text"));
    }

    public static JsonValue of(boolean value) {
        return new JsonValue(Kind.BOOLEAN, value);
    }

    public static JsonValue of(long number) {
        return new JsonValue(Kind.NUMBER, BigDecimal.valueOf(number));
    }

    public static JsonValue of(BigDecimal number) {
        return new JsonValue(Kind.NUMBER, Objects.requireNonNull(number, "number"));
    }

    /** An array of these elements. */
    public static JsonValue of(List<JsonValue> elements) {
        return new JsonValue(Kind.ARRAY, List.copyOf(elements));
    }

    /** An object of these members, in the map's order. */
    public static JsonValue of(Map<String, JsonValue> members) {
        LinkedHashMap<String, JsonValue> copy = new LinkedHashMap<>();
        members.forEach((name, value) ->
                copy.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value")));
        return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(copy));
    }

    /**
     * Parses JSON text.
     *
     * @throws IllegalArgumentException if the text is not exactly one JSON value
     */
    public static JsonValue parse(String json) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
            JsonValue value = read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new IllegalArgumentException("more than one JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    public Kind kind() {
        return kind;
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /**
     * The text of a JSON string.
     *
     * @throws IllegalStateException if this is another kind of value
     */
    public String asString() {
        return content(Kind.STRING, String.class);
    }

    /**
     * The number, with every digit the vendor sent.
     *
     * @throws IllegalStateException if this is another kind of value
     */
    public BigDecimal asNumber() {
        return content(Kind.NUMBER, BigDecimal.class);
    }

    /**
     * The boolean.
     *
     * @throws IllegalStateException if this is another kind of value
     */
    public boolean asBoolean() {
        return content(Kind.BOOLEAN, Boolean.class);
    }

    /**
     * The elements of a JSON array, unmodifiable.
     *
     * @throws IllegalStateException if this is another kind of value
     */
    @SuppressWarnings("unchecked") // the factories put List<JsonValue> under ARRAY and nothing else
    public List<JsonValue> asList() {
        return (List<JsonValue>) content(Kind.ARRAY, List.class);
    }

    /**
     * The members of a JSON object in their order, unmodifiable.
     *
     * @throws IllegalStateException if this is another kind of value
     */
    @SuppressWarnings("unchecked") // the factories put Map<String, JsonValue> under OBJECT and nothing else
    public Map<String, JsonValue> asMap() {
        return (Map<String, JsonValue>) content(Kind.OBJECT, Map.class);
    }

    private <T> T content(Kind expected, Class<T> type) {
        if (kind != expected) {
            throw new IllegalStateException("expected " + expected.article + " but was " + kind.article);
        }
        return type.cast(Objects.requireNonNull(content));
    }

    static JsonValue read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    members.put(reader.nextName(), read(reader));
                }
                reader.endObject();
                yield new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(members));
            }
            case BEGIN_ARRAY -> {
                List<JsonValue> elements = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    elements.add(read(reader));
                }
                reader.endArray();
                yield new JsonValue(Kind.ARRAY, Collections.unmodifiableList(elements));
            }
            case STRING -> of(reader.nextString());
            case NUMBER -> of(Numbers.parse(reader.nextString(), reader));
            case BOOLEAN -> of(reader.nextBoolean());
            default -> {
                reader.<Void>nextNull();
                yield NULL;
            }
        };
    }

    void write(JsonWriter writer) throws IOException {
        switch (kind) {
            case OBJECT -> {
                writer.beginObject();
                for (Map.Entry<String, JsonValue> member : asMap().entrySet()) {
                    writer.name(member.getKey());
                    member.getValue().write(writer);
                }
                writer.endObject();
            }
            case ARRAY -> {
                writer.beginArray();
                for (JsonValue element : asList()) {
                    element.write(writer);
                }
                writer.endArray();
            }
            case STRING -> Texts.write(writer, asString());
            case NUMBER -> writer.value(asNumber());
            case BOOLEAN -> writer.value(asBoolean());
            case NULL -> Json.writeNull(writer);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof JsonValue that) || kind != that.kind) {
            return false;
        }
        return kind == Kind.NUMBER ? asNumber().compareTo(that.asNumber()) == 0 : Objects.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return kind == Kind.NUMBER ? Double.hashCode(asNumber().doubleValue()) : Objects.hashCode(content);
    }

    /** This value as JSON text. */
    @Override
    public String toString() {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setLenient(true);
            write(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }
}
