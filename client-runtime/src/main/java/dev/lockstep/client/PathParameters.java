package dev.lockstep.client;

import dev.lockstep.client.json.Parameters;
import java.util.Objects;
import java.util.UUID;

/**
 * Checks of values that become one segment of a path. An empty or dotted segment would name another resource than the
 * caller meant.
 */
public final class PathParameters {
    private static final int MAX_LENGTH = 256;

    private PathParameters() {}

    /**
     * The value, if it can stand as one path segment: 1 to 256 characters, not blank, no control characters, no unpaired
     * surrogates, neither {@code .} nor {@code ..}. The client percent-encodes it when it writes the path, all but the
     * unreserved characters (RFC 3986, section 2.3).
     *
     * @param name the parameter's documented name, for the message
     * @throws IllegalArgumentException if it cannot
     * @throws NullPointerException if the value is null
     */
    public static String text(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException("path parameter " + name + " is blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("path parameter " + name + " has " + value.length()
                    + " characters; at most " + MAX_LENGTH + " are allowed");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(
                    "path parameter " + name + " is '" + value + "', which names another resource");
        }
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            int type = Character.getType(character);
            if (type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT) {
                throw new IllegalArgumentException(String.format(
                        java.util.Locale.ROOT,
                        "path parameter %s has the control character U+%04X at index %d",
                        name,
                        character,
                        i));
            }
            i += Character.charCount(character);
        }
        return value;
    }

    /**
     * A value of several parts, if its text can stand as one path segment.
     *
     * @param name the parameter's documented name, for the message
     * @throws IllegalArgumentException if it cannot, as {@link #text(String, String)} says
     * @throws NullPointerException if the value is null
     */
    public static Parameters.Segment text(String name, Parameters.Segment value) {
        text(name, Objects.requireNonNull(value, name).toString());
        return value;
    }

    /**
     * The canonical text of a UUID.
     *
     * @throws NullPointerException if the value is null
     */
    public static String uuid(String name, UUID value) {
        return Objects.requireNonNull(value, name).toString();
    }

    /**
     * The text of a number or boolean.
     *
     * @throws NullPointerException if the value is null
     */
    public static String scalar(String name, Object value) {
        return text(name, Objects.requireNonNull(value, name).toString());
    }
}
