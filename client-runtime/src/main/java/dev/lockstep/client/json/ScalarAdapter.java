package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that is one JSON token. Unlike Moshi's own adapters it never reads a string as a number or the reverse. */
final class ScalarAdapter<T> extends JsonAdapter<T> {
    /** From a token's text; an IllegalArgumentException, ArithmeticException or DateTimeException says that it does not fit. */
    interface Parser<T> {
        T parse(String text);
    }

    interface Printer<T> {
        void print(JsonWriter writer, T value) throws IOException;
    }

    private final JsonReader.Token token;
    private final String expected;
    private final Parser<T> parser;
    private final Printer<T> printer;

    ScalarAdapter(JsonReader.Token token, String expected, Parser<T> parser, Printer<T> printer) {
        this.token = token;
        this.expected = expected;
        this.parser = parser;
        this.printer = printer;
    }

    @Override
    public T fromJson(JsonReader reader) throws IOException {
        if (reader.peek() != token) {
            throw JsonMismatchException.consume(reader, expected);
        }
        if (token == JsonReader.Token.BOOLEAN) {
            return parser.parse(String.valueOf(reader.nextBoolean()));
        }
        String text = reader.nextString();
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            JsonValue raw =
                    token == JsonReader.Token.NUMBER ? JsonValue.of(Numbers.parse(text, reader)) : JsonValue.of(text);
            throw new JsonMismatchException(
                    raw,
                    "expected " + expected + " but was another " + token.name().toLowerCase(java.util.Locale.ROOT),
                    Paths.consumed(reader));
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        printer.print(writer, Objects.requireNonNull(value, "value"));
    }

    JsonReader.Token token() {
        return token;
    }

    @Override
    public String toString() {
        return "JsonAdapter(" + expected + ")";
    }
}
