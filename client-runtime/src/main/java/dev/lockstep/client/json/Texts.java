package dev.lockstep.client.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Locale;
import okio.BufferedSink;

/**
 * Writes strings whole. UTF-8 has no half of a surrogate pair, and Moshi writes one as a question mark; JSON can hold it as an
 * escape (RFC 8259, 8.2), which is how it came.
 */
final class Texts {
    private Texts() {}

    static void write(JsonWriter writer, String text) throws IOException {
        if (wellFormed(text)) {
            writer.value(text);
            return;
        }
        try (BufferedSink json = writer.valueSink()) {
            json.writeUtf8(literal(text));
        }
    }

    /** Whether every surrogate of the text is half of a pair. */
    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** A JSON string of ASCII alone. */
    private static String literal(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character > 0x7e || character == '"' || character == '\\') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
