package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The adapters of scalars, lists, maps and raw values that generated models are put together from. */
public final class Json {
    /** Any JSON string. */
    public static final JsonAdapter<String> STRING =
            new ScalarAdapter<>(Token.STRING, "a string", text -> text, Texts::write);

    public static final JsonAdapter<Boolean> BOOLEAN =
            new ScalarAdapter<>(Token.BOOLEAN, "a boolean", Boolean::valueOf, JsonWriter::value);

    /** A whole number of 32 bits. */
    public static final JsonAdapter<Integer> INTEGER = new ScalarAdapter<>(
            Token.NUMBER, "a 32-bit integer", text -> Math.toIntExact(Numbers.toLong(text)), JsonWriter::value);

    /** A whole number of 64 bits. */
    public static final JsonAdapter<Long> LONG =
            new ScalarAdapter<>(Token.NUMBER, "a 64-bit integer", Numbers::toLong, JsonWriter::value);

    /** A whole number of at most 1,000 digits. */
    public static final JsonAdapter<BigInteger> BIG_INTEGER =
            new ScalarAdapter<>(Token.NUMBER, "an integer", Numbers::toBigInteger, JsonWriter::value);

    /** Rounded to 32 bits; what is beyond them does not fit. */
    public static final JsonAdapter<Float> FLOAT =
            new ScalarAdapter<>(Token.NUMBER, "a 32-bit number", Numbers::toFloat, JsonWriter::value);

    /** Rounded to 64 bits; what is beyond them does not fit. */
    public static final JsonAdapter<Double> DOUBLE =
            new ScalarAdapter<>(Token.NUMBER, "a 64-bit number", Numbers::toDouble, JsonWriter::value);

    /** A number with all its digits. */
    public static final JsonAdapter<BigDecimal> DECIMAL =
            new ScalarAdapter<>(Token.NUMBER, "a number", BigDecimal::new, JsonWriter::value);

    /** A decimal number written as a string. */
    public static final JsonAdapter<BigDecimal> DECIMAL_TEXT = text("a decimal number in a string", BigDecimal::new);

    /** A timestamp with an offset, RFC 3339 section 5.6. */
    public static final JsonAdapter<OffsetDateTime> DATE_TIME = new ScalarAdapter<>(
            Token.STRING,
            "an RFC 3339 date-time",
            OffsetDateTime::parse,
            (writer, value) -> writer.value(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value)));

    public static final JsonAdapter<LocalDate> DATE = text("an RFC 3339 date", LocalDate::parse);

    /** A time with an offset, RFC 3339 section 5.6. */
    public static final JsonAdapter<OffsetTime> TIME = new ScalarAdapter<>(
            Token.STRING,
            "an RFC 3339 time",
            OffsetTime::parse,
            (writer, value) -> writer.value(DateTimeFormatter.ISO_OFFSET_TIME.format(value)));

    /** An ISO 8601 duration without years, months or weeks. */
    public static final JsonAdapter<Duration> DURATION = text("an ISO 8601 duration", Duration::parse);

    public static final JsonAdapter<UUID> UUID = text("a UUID", Json::parseUuid);

    public static final JsonAdapter<URI> URI = text("a URI", java.net.URI::create);

    /** Bytes in base64. */
    public static final JsonAdapter<ByteString> BYTES = new ScalarAdapter<>(
            Token.STRING, "bytes in base64", Json::parseBase64, (writer, value) -> writer.value(value.base64()));

    /** Any JSON value, {@code null} included. */
    public static final JsonAdapter<JsonValue> VALUE = new JsonAdapter<>() {
        @Override
        public JsonValue fromJson(JsonReader reader) throws IOException {
            return JsonValue.read(reader);
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
            (value == null ? JsonValue.ofNull() : value).write(writer);
        }
    };

    private Json() {}

    /** An array; elements that are JSON {@code null} do not fit. */
    public static <T> JsonAdapter<List<T>> list(JsonAdapter<T> element) {
        return new ListAdapter<>(element);
    }

    /** An object of any names whose values are all alike, in the body's order. */
    public static <T> JsonAdapter<Map<String, T>> map(JsonAdapter<T> value) {
        return new MapAdapter<>(value);
    }

    /** The same, and JSON {@code null} is null. */
    public static <T> JsonAdapter<@Nullable T> nullable(JsonAdapter<T> adapter) {
        return adapter.nullSafe();
    }

    /** Writes {@code null} even where the writer leaves nulls out. */
    static void writeNull(JsonWriter writer) throws IOException {
        boolean serializeNulls = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        try {
            writer.nullValue();
        } finally {
            writer.setSerializeNulls(serializeNulls);
        }
    }

    private static <T> JsonAdapter<T> text(String expected, ScalarAdapter.Parser<T> parser) {
        return new ScalarAdapter<>(Token.STRING, expected, parser, (writer, value) -> writer.value(value.toString()));
    }

    private static UUID parseUuid(String text) {
        if (text.length() != 36) { // java.util.UUID also reads shortened groups
            throw new IllegalArgumentException("not a UUID");
        }
        return java.util.UUID.fromString(text);
    }

    private static ByteString parseBase64(String text) {
        ByteString bytes = ByteString.decodeBase64(text);
        if (bytes == null) {
            throw new IllegalArgumentException("not base64");
        }
        return bytes;
    }
}
