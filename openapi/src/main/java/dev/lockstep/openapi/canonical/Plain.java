package dev.lockstep.openapi.canonical;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which texts may stand in YAML without quotes: those that YAML 1.1 and 1.2 both read as the same string. */
final class Plain {
    private static final Set<String> WORDS = Set.of(
            "", "~", "null", "true", "false", "yes", "no", "y", "n", "on", "off", "=", "<<", ".inf", "+.inf", "-.inf",
            ".nan");
    /** Numbers in all spellings, base-60 numbers, dates and times of YAML 1.1. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?(?:"
            + String.join(
                    "|",
                    "0[xX][0-9a-fA-F_]+",
                    "0[oO][0-7_]+",
                    "0b[01_]+",
                    "(?:[0-9][0-9_,]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]*)?",
                    "[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?",
                    "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \\t].*)?")
            + ")");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

    private Plain() {}

    static boolean isPlain(String text) {
        if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean dashWord =
                (first == '-' || first == '?' || first == ':') && text.length() > 1 && isWordCharacter(text.charAt(1));
        if ((INDICATORS.indexOf(first) >= 0 && !dashWord) || first == ' ' || last == ' ' || last == ':') {
            return false;
        }
        if (text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || !isPrintable(c) || Character.isSurrogate(c)) {
                return false;
            }
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if ((c == ':' && next == ' ') || (c == ' ' && next == '#')) {
                return false;
            }
        }
        return !NUMBER_LIKE.matcher(text).matches();
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c != '\n' && !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    /** Left to quotes and escapes: controls, all line separators but the line feed, invisible and bidi characters. */
    private static boolean isPrintable(char c) {
        return c >= ' ' && (c < 0x7F || c > 0xA0) && c < 0xFFFE && !isInvisible(c) && !Character.isSurrogate(c);
    }

    /** Characters that change what a reader sees without being seen: soft hyphen, zero width, bidi, byte order mark. */
    static boolean isInvisible(char c) {
        return c == 0xAD
                || c == 0x61C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF;
    }

    /** A literal block keeps its text only when no line begins or ends in white space that the reader would count. */
    static boolean fitsLiteral(String text) {
        return !text.startsWith(" ")
                && !text.startsWith("\n")
                && !text.contains(" \n")
                && !text.endsWith(" ")
                && !text.endsWith("\n\n")
                && !text.equals("\n");
    }
}
