package dev.lockstep.tracker.compare;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which media types a media type of a content map stands for: ranges (RFC 9110) and structured suffixes (RFC 6839). */
final class MediaType {
    private MediaType() {}

    /** Without its parameters and in small letters. */
    static String plain(String written) {
        String type = written.contains(";") ? written.substring(0, written.indexOf(';')) : written;
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** The key of {@code content} that a body of this type goes on under, or null where none does. What the client sends
     * must fit the new type; of what it receives, the new must fit the old. */
    static @Nullable String kept(String type, Map<String, SpecNode> content, Direction direction) {
        if (content.containsKey(type)) {
            return type;
        }
        for (String candidate : content.keySet()) {
            if (direction == Direction.REQUEST ? isA(type, candidate) : isA(candidate, type)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether every body of the first type is one of the second: {@code application/hal+json} is {@code application/json}. */
    static boolean isA(String type, String range) {
        if (type.equals(range) || range.equals("*/*")) {
            return true;
        }
        int slash = range.indexOf('/');
        if (slash < 0 || !type.startsWith(range.substring(0, slash + 1))) {
            return false;
        }
        String subtype = range.substring(slash + 1);
        return subtype.equals("*") || type.endsWith("+" + subtype);
    }

    /** Whether bodies of this type carry JSON types; a form's fields are told apart too. */
    static boolean isTyped(String type) {
        return type.endsWith("/json")
                || type.endsWith("+json")
                || type.contains("*")
                || type.equals("multipart/form-data")
                || type.equals("application/x-www-form-urlencoded");
    }
}
