package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.lockstep.client.json.DriftSink;
import dev.lockstep.client.json.JsonMismatchException;
import dev.lockstep.client.json.JsonValue;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Decodes a whole body, and names what is wrong with one that is no such JSON. */
final class JsonDecoder {
    private static final ByteString BOM = ByteString.decodeHex("EFBBBF");

    private JsonDecoder() {}

    /** The decoded body; never null. */
    static Object decode(
            JsonAdapter<?> adapter, Type type, ByteString body, @Nullable MediaType contentType, DriftSink sink)
            throws DecodeFailure {
        checkCharset(contentType);
        ByteString json = body.startsWith(BOM) ? body.substring(BOM.size()) : body;
        checkStart(json, contentType);
        JsonReader reader = JsonReader.of(new Buffer().write(json));
        reader.setTag(DriftSink.class, sink);
        try {
            if (reader.peek() == JsonReader.Token.NULL && type != JsonValue.class) {
                throw new DecodeFailure("the body is the JSON value null", "$", null);
            }
            Object value = adapter.fromJson(reader);
            if (value == null) {
                throw new DecodeFailure("the body decodes to nothing", "$", null);
            }
            checkEnd(reader);
            return value;
        } catch (JsonMismatchException e) {
            throw new DecodeFailure(e.reason(), e.path(), traceOf(e));
        } catch (EOFException e) {
            throw new DecodeFailure("the JSON ends too early", reader.getPath(), traceOf(e));
        } catch (JsonEncodingException e) {
            boolean cut = String.valueOf(e.getMessage()).startsWith("Unterminated string");
            throw new DecodeFailure(cut ? "the JSON ends too early" : "malformed JSON", reader.getPath(), traceOf(e));
        } catch (JsonDataException e) {
            String message = String.valueOf(e.getMessage());
            String reason = message.startsWith("Nesting too deep")
                    ? "the JSON is nested too deep"
                    : "a value is not of the documented type";
            throw new DecodeFailure(reason, reader.getPath(), traceOf(e));
        } catch (DecodeFailure e) {
            throw e;
        } catch (Throwable e) {
            throw new DecodeFailure("the adapter threw " + ForeignCode.name(e), reader.getPath(), traceOf(e));
        }
    }

    /** RFC 8259, 8.1: JSON between systems is UTF-8. */
    private static void checkCharset(@Nullable MediaType contentType) throws DecodeFailure {
        if (contentType == null || contentType.parameter("charset") == null) {
            return;
        }
        Charset charset = contentType.charset(null);
        if (!StandardCharsets.UTF_8.equals(charset) && !StandardCharsets.US_ASCII.equals(charset)) {
            throw new DecodeFailure(
                    "the charset is " + (charset == null ? "unknown" : charset.name()) + " instead of UTF-8",
                    "$",
                    null);
        }
    }

    private static void checkStart(ByteString json, @Nullable MediaType contentType) throws DecodeFailure {
        int start = 0;
        while (start < json.size() && isBlank(json.getByte(start))) {
            start++;
        }
        if (start == json.size()) {
            throw new DecodeFailure("the body is empty", "$", null);
        }
        if (json.getByte(start) == '<') {
            boolean html = contentType == null || contentType.subtype().contains("html");
            throw new DecodeFailure("the body is " + (html ? "HTML" : "markup") + " instead of JSON", "$", null);
        }
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private static void checkEnd(JsonReader reader) throws DecodeFailure {
        boolean end;
        try {
            end = reader.peek() == JsonReader.Token.END_DOCUMENT;
        } catch (IOException e) {
            end = false;
        }
        if (!end) {
            throw new DecodeFailure("text follows the JSON value", "$", null);
        }
    }

    /** Moshi's messages quote values: only the place in the code is kept. */
    private static Throwable traceOf(Throwable failure) {
        Throwable trace = new IOException(failure.getClass().getName());
        trace.setStackTrace(failure.getStackTrace());
        return trace;
    }
}
