package dev.lockstep.openapi;

import java.util.Locale;

/** A vendor's text inside a message: short, on one line, and unable to hide or to turn around what follows it. */
public final class Quote {
    private static final int SHOWN = 80;

    private Quote() {}

    /** The text in double quotes, with everything invisible as a backslash, {@code u} and four digits, cut after 80 characters. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length() && i < SHOWN; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || (c > '~' && !Character.isLetterOrDigit(c))) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append(text.length() > SHOWN ? "…\"" : "\"").toString();
    }
}
