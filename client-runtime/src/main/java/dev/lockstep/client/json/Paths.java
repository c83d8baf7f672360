package dev.lockstep.client.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;

/** Finds a value's path once it is wanted: of a thousand values, none may need one. */
final class Paths {
    private Paths() {}

    /** The JSON path of the value that the reader has just consumed. */
    static String consumed(JsonReader reader) throws IOException {
        String next = reader.getPath();
        if (next.equals("$")) {
            return next;
        }
        Token token = reader.peek();
        if (token == Token.NAME || token == Token.END_OBJECT) {
            return next;
        }
        // An array's index has gone on to the next element.
        int open = next.lastIndexOf('[');
        int index = Integer.parseInt(next.substring(open + 1, next.length() - 1));
        return next.substring(0, open + 1) + (index - 1) + "]";
    }
}
