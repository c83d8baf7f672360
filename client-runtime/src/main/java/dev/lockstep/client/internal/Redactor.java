package dev.lockstep.client.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text that a peer sent fit to be printed: bounded, one line, without credentials. */
final class Redactor {
    private static final int MAX_SNIPPET = 200;
    private static final int MAX_INPUT = 2000;
    private static final String MASK = "***";

    /** What follows the name of an authentication scheme, and long runs that look like keys rather than words or ids. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b(?:bearer|token|basic)\\s+[A-Za-z0-9._~+/=-]{8,}|\\b[A-Za-z0-9_~+/=.-]{24,}");

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Redactor() {}

    /**
     * At most 200 characters of the text.
     *
     * @param secrets credentials of the call
     */
    static String snippet(String text, List<String> secrets) {
        String start = mask(text.length() > MAX_INPUT ? text.substring(0, MAX_INPUT) : text, secrets);
        Matcher matcher = SECRET.matcher(start);
        StringBuilder masked = new StringBuilder(start.length());
        while (matcher.find()) {
            String run = matcher.group();
            boolean keep = UUID.matcher(run).matches() || run.chars().noneMatch(Character::isDigit);
            matcher.appendReplacement(masked, Matcher.quoteReplacement(keep ? run : MASK));
        }
        matcher.appendTail(masked);
        return oneLine(masked);
    }

    /** The text with each secret masked, as it is and as Base64 or percent-encoding would not hide it. */
    static String mask(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            if (secret.length() >= 4) {
                masked = masked.replace(secret, MASK);
            }
            int colon = secret.indexOf(':');
            if (colon >= 0 && secret.length() - colon > 4) {
                masked = masked.replace(secret.substring(colon + 1), MASK);
            }
        }
        return masked;
    }

    private static String oneLine(CharSequence text) {
        StringBuilder line = new StringBuilder(MAX_SNIPPET + 3);
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int character = Character.codePointAt(text, i);
            i += Character.charCount(character);
            int type = Character.getType(character);
            boolean unprintable = Character.isWhitespace(character)
                    || type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            if (unprintable) {
                blank = line.length() > 0;
                continue;
            }
            int needed = Character.charCount(character) + (blank ? 1 : 0);
            if (line.length() + needed > MAX_SNIPPET) {
                return line.append("...").toString();
            }
            if (blank) {
                line.append(' ');
                blank = false;
            }
            line.appendCodePoint(character);
        }
        return line.toString();
    }
}
