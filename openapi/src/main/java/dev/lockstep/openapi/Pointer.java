package dev.lockstep.openapi;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) in the form {@code #/a/b~1c}; {@code #} is the whole document. */
public final class Pointer {
    /** The whole document. */
    public static final String ROOT = "#";

    private static final String SCHEMA = "#/components/schemas/";

    private Pointer() {}

    /** The pointer that leads through the given keys and indices. */
    public static String of(String... tokens) {
        StringBuilder pointer = new StringBuilder(ROOT);
        for (String token : tokens) {
            pointer.append('/').append(escape(token));
        }
        return pointer.toString();
    }

    /** The pointer to a key beneath another pointer. */
    public static String child(String pointer, String token) {
        return pointer + '/' + escape(token);
    }

    /** The pointer to an array item beneath another pointer. */
    public static String child(String pointer, int index) {
        return pointer + '/' + index;
    }

    /** The pointer one level up; the root is its own parent. */
    public static String parent(String pointer) {
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? ROOT : pointer.substring(0, slash);
    }

    /**
     * The unescaped keys and indices of a pointer.
     *
     * @throws IllegalArgumentException when it is not of the form {@code #} or {@code #/…}
     */
    public static List<String> tokens(String pointer) {
        if (pointer.equals(ROOT)) {
            return List.of();
        }
        if (!pointer.startsWith("#/")) {
            throw new IllegalArgumentException("not a pointer: " + pointer);
        }
        List<String> tokens = new ArrayList<>();
        int start = 2;
        while (true) {
            int slash = pointer.indexOf('/', start);
            tokens.add(unescape(slash < 0 ? pointer.substring(start) : pointer.substring(start, slash)));
            if (slash < 0) {
                return List.copyOf(tokens);
            }
            start = slash + 1;
        }
    }

    /**
     * The pointer that the text of a local {@code $ref} means: its percent-encoded octets decoded (RFC 6901, section 6).
     *
     * @return empty when the text is not a local reference, or its encoding is broken
     */
    public static Optional<String> ofReference(String reference) {
        if (!reference.equals(ROOT) && !reference.startsWith("#/")) {
            return Optional.empty();
        }
        if (reference.indexOf('%') < 0) {
            return Optional.of(reference);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(reference.length());
        byte[] raw = reference.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                octets.write(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            octets.write(high << 4 | low);
            i += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text of a {@code $ref} that means a pointer. */
    public static String reference(String pointer) {
        return pointer.replace("%", "%25");
    }

    /** Whether a pointer is that of a schema under {@code components}. */
    public static boolean isSchema(String pointer) {
        return pointer.startsWith(SCHEMA) && pointer.indexOf('/', SCHEMA.length()) < 0;
    }

    /** The name of a schema under {@code components}; null for the pointer of anything else. */
    public static @Nullable String schemaName(String pointer) {
        return isSchema(pointer) ? unescape(pointer.substring(SCHEMA.length())) : null;
    }

    /** A key as it stands inside a pointer: {@code ~} becomes {@code ~0} and {@code /} becomes {@code ~1}. */
    public static String escape(String token) {
        return token.indexOf('~') < 0 && token.indexOf('/') < 0
                ? token
                : token.replace("~", "~0").replace("/", "~1");
    }

    /** The reverse of {@link #escape}. */
    public static String unescape(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }
}
