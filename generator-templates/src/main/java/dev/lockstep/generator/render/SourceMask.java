package dev.lockstep.generator.render;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Masks what is no code in Java source, so that a search for a bracket or a name finds code only. The mask has the length of
 * the source, and its line ends.
 */
final class SourceMask {
    /** Stands for each character between the quotes of a string or character literal; the quotes stay. */
    static final char LITERAL = '\uE000';

    /** Stands for each character of a comment or text block, and of what cannot be told apart from one. */
    static final char OPAQUE = '\uE001';

    private static final Pattern ASCII = Pattern.compile("00(?:[2-6][0-9a-fA-F]|7[0-9a-eA-E])");

    private final String text;
    private final char[] mask;

    private SourceMask(String text) {
        this.text = text;
        this.mask = text.toCharArray();
    }

    /** The mask of a source; any text has one. */
    static String of(String text) {
        SourceMask mask = new SourceMask(text);
        for (int i = 0; i < text.length(); ) {
            i = mask.next(i);
        }
        return new String(mask.mask);
    }

    /** Masks what starts at an index, and returns where it ends. */
    private int next(int start) {
        if (text.startsWith("/*", start)) {
            int end = text.indexOf("*/", start + 2);
            return hide(start, end < 0 ? text.length() : end + 2);
        }
        if (text.startsWith("//", start)) {
            return hide(start, lineEnd(start));
        }
        if (text.startsWith("\"\"\"", start)) {
            return hide(start, blockEnd(start + 3));
        }
        char c = text.charAt(start);
        if (c == '"' || c == '\'') {
            return literal(start, c);
        }
        // A Unicode escape outside of a literal may spell anything, a quote too (JLS 3.3).
        return c == '\\' || c == LITERAL ? hide(start, start + 1) : start + 1;
    }

    private int literal(int start, char quote) {
        int end = lineEnd(start);
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == quote) {
                Arrays.fill(mask, start + 1, i, LITERAL);
                return i + 1;
            }
            if (c == '\\') {
                if (text.startsWith("u", i + 1) && spellsAscii(i + 1)) {
                    break;
                }
                i++;
            }
        }
        return hide(start, end);
    }

    /** Whether a Unicode escape spells a printable ASCII character, which may be the quote or a backslash. */
    private boolean spellsAscii(int start) {
        int digits = start;
        while (text.startsWith("u", digits)) {
            digits++;
        }
        return ASCII.matcher(text).region(digits, text.length()).lookingAt();
    }

    private int blockEnd(int start) {
        int i = start;
        while (i < text.length() && !text.startsWith("\"\"\"", i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), i + 3);
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int hide(int start, int end) {
        for (int i = start; i < end; i++) {
            if (mask[i] != '\n' && mask[i] != '\r') {
                mask[i] = OPAQUE;
            }
        }
        return end;
    }
}
