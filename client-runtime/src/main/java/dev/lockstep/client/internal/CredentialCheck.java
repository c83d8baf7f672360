package dev.lockstep.client.internal;

import dev.lockstep.client.SecurityScheme;
import dev.lockstep.client.SecurityScheme.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses credentials that HTTP cannot carry or that were copied with their prefix. Messages never hold the value. */
final class CredentialCheck {
    private static final int MAX_LENGTH = 8192;
    private static final List<String> PREFIXES = List.of("Bearer ", "Token ", "Basic ");

    private CredentialCheck() {}

    /** What is wrong with the value, in words that follow "the credential x "; null if nothing is. */
    static @Nullable String problem(SecurityScheme scheme, @Nullable String value) {
        if (value == null) {
            return "is null";
        }
        if (value.isBlank()) {
            return "is blank";
        }
        if (value.length() > MAX_LENGTH) {
            return "has " + value.length() + " characters; at most " + MAX_LENGTH + " are allowed";
        }
        if (scheme.kind() == Kind.BASIC) {
            return value.indexOf(':') < 0 ? "is not of the form user:password" : control(value);
        }
        String prefix = carriedPrefix(scheme, value);
        if (prefix != null) {
            return "starts with '" + prefix.strip() + "'; give the bare key, the client writes what belongs before it";
        }
        return unusual(scheme, value);
    }

    private static @Nullable String carriedPrefix(SecurityScheme scheme, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (!scheme.prefix().isBlank() && lower.startsWith(scheme.prefix().toLowerCase(Locale.ROOT))) {
            return scheme.prefix();
        }
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix.toLowerCase(Locale.ROOT))) {
                return prefix;
            }
        }
        return null;
    }

    private static @Nullable String control(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < 0x20 || character == 0x7f) {
                return at(character, i);
            }
        }
        return null;
    }

    private static @Nullable String unusual(SecurityScheme scheme, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            boolean edge = i == 0 || i == value.length() - 1;
            boolean blank = character == ' ';
            if (character < 0x20 || character >= 0x7f || (blank && edge)) {
                return at(character, i);
            }
            if (scheme.kind() == Kind.API_KEY_COOKIE && (blank || "\",;\\".indexOf(character) >= 0)) {
                return "has a character at index " + i + " that a cookie cannot carry (RFC 6265)";
            }
        }
        return null;
    }

    private static String at(char character, int index) {
        return switch (character) {
            case '\n', '\r' ->
                "has a line break at index " + index + ", perhaps the last one of the file that it was read from";
            case ' ' -> "has a blank at its start or end";
            default -> "has a character at index " + index + " that a header cannot carry (only visible ASCII can)";
        };
    }
}
