package dev.lockstep.client.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text's characters with their escapes undone, however often they were applied, and without what a reader does not see: white
 * space, control and format characters. Each character knows where it stands in the text. Takes linear time.
 *
 * <p>Undone are the escapes of JSON and its relatives (a backslash before a character, before {@code x41}, before {@code u} and
 * four digits), percent-encoding (RFC 3986) and HTML's character references. A backslash and a plus sign count as unseen: the one
 * escapes whatever follows it, the other may be a blank.
 */
final class DecodedText {
    /** Which escapes are undone. What one reading takes for an escape, another takes for plain text. */
    enum Reading {
        /** None: the text as it is. */
        PLAIN(false, false, false),
        /** All but the two below. */
        ESCAPES(true, false, false),
        /** Also a letter after a backslash, {@code \n}, as white space. */
        LETTERS(true, true, false),
        /** Also references that no semicolon ends, {@code &#45}. */
        OPEN_REFERENCES(true, true, true);

        private final boolean escapes;
        private final boolean letters;
        private final boolean openReferences;

        Reading(boolean escapes, boolean letters, boolean openReferences) {
            this.escapes = escapes;
            this.letters = letters;
            this.openReferences = openReferences;
        }

        /** Whether this reading of a text can differ from the readings before it. */
        boolean differs(String text) {
            return !letters || text.indexOf('\\') >= 0 || text.indexOf('%') >= 0 || text.indexOf('&') >= 0;
        }
    }

    /** Marks a byte of percent-encoded UTF-8. */
    private static final int BYTE = 1 << 24;

    private static final int LONGEST_REFERENCE = 32;

    /** References by name (HTML, 13.5) to what keys are made of, and to what is unseen: each name with its character behind it. */
    private static final Map<String, Integer> NAMES = Stream.of(
                    "Tab\t",
                    "NewLine\n",
                    "excl!",
                    "quot\"",
                    "QUOT\"",
                    "num#",
                    "dollar$",
                    "percnt%",
                    "amp&",
                    "AMP&",
                    "apos'",
                    "lpar(",
                    "rpar)",
                    "ast*",
                    "midast*",
                    "plus+",
                    "comma,",
                    "period.",
                    "sol/",
                    "colon:",
                    "semi;",
                    "lt<",
                    "LT<",
                    "equals=",
                    "gt>",
                    "GT>",
                    "quest?",
                    "commat@",
                    "lsqb[",
                    "lbrack[",
                    "bsol\\",
                    "rsqb]",
                    "rbrack]",
                    "Hat^",
                    "lowbar_",
                    "UnderBar_",
                    "grave`",
                    "DiacriticalGrave`",
                    "lcub{",
                    "lbrace{",
                    "verbar|",
                    "vert|",
                    "VerticalLine|",
                    "rcub}",
                    "rbrace}",
                    "nbsp\u00a0",
                    "shy\u00ad",
                    "ZeroWidthSpace\u200b",
                    "zwnj\u200c",
                    "zwj\u200d")
            .collect(Collectors.toUnmodifiableMap(
                    entry -> entry.substring(0, entry.length() - 1), entry -> (int) entry.charAt(entry.length() - 1)));

    private final boolean escapes;
    private final boolean letters;
    private final boolean openReferences;
    /** UTF-16 units, code points and marked bytes while the text is read; then code points. */
    private final int[] values;

    private final int[] starts;
    private final int[] ends;
    /** How many backslashes stand before a value. */
    private final int[] backslashes;

    private int size;

    /** The backslashes before all values, and after the last one, apart from them: one within an escape may escape its parts. */
    private final int[] backslashStarts;

    private final int[] backslashWidths;
    private int backslashCount;
    /** Those after the last value. */
    private int open;

    private DecodedText(Reading reading, int length) {
        escapes = reading.escapes;
        letters = reading.letters;
        openReferences = reading.openReferences;
        values = new int[length];
        starts = new int[length];
        ends = new int[length];
        backslashes = new int[length];
        backslashStarts = new int[length];
        backslashWidths = new int[length];
    }

    /** Reads a text. */
    static DecodedText of(String text, Reading reading) {
        DecodedText decoded = new DecodedText(reading, text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            decoded.read(codePoint, at, end);
            at = end;
        }
        if (decoded.openReferences) {
            decoded.closeReference(' ');
        }
        decoded.finish();
        return decoded;
    }

    /** Number of characters. */
    int size() {
        return size;
    }

    /** Code points of all characters. */
    int[] codePoints() {
        return Arrays.copyOf(values, size);
    }

    /** Code points of all characters without their case. */
    int[] withoutCase() {
        int[] folded = codePoints();
        for (int i = 0; i < size; i++) {
            folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
        }
        return folded;
    }

    /** Where a character starts in the text. */
    int start(int index) {
        return starts[index];
    }

    /** Where a character ends in the text. */
    int end(int index) {
        return ends[index];
    }

    private void read(int codePoint, int start, int end) {
        if (openReferences) {
            closeReference(codePoint);
        }
        push(codePoint, start, end);
        if (escapes) {
            reduceAll();
        }
    }

    /** What an escape gives may be the last part of another. */
    private void reduceAll() {
        boolean again = true;
        while (again) {
            again = reduced();
        }
    }

    /** Unseen characters are left out at once: one within an escape does not hide it. Halves of a pair may yet meet. */
    private void push(int value, int start, int end) {
        if (value < BYTE && isUnseen(value) && !isSurrogate(value)) {
            return;
        }
        if (escapes && value == '\\') {
            backslashStarts[backslashCount] = start;
            backslashWidths[backslashCount] = end - start;
            backslashCount++;
            open++;
            return;
        }
        values[size] = value;
        starts[size] = start;
        ends[size] = end;
        backslashes[size] = open;
        size++;
        open = 0;
    }

    /** The value at this distance from the end, or -1. */
    private int back(int distance) {
        return size < distance ? -1 : values[size - distance];
    }

    private boolean escaped(int distance) {
        return size >= distance && backslashes[size - distance] > 0;
    }

    /** Undoes the escape that ends here; false if there is none. */
    private boolean reduced() {
        int last = back(1);
        if (open > 0 || last < 0) {
            return false;
        }
        if (last >= BYTE) {
            return utf8();
        }
        if (isSurrogate(last)) {
            return surrogates();
        }
        if (digit(last, 16) >= 0 && (percent() || unicode() || hexadecimal())) {
            return true;
        }
        if ((last == '}' && codePointEscape()) || (last == ';' && reference())) {
            return true;
        }
        return letters && escaped(1) && "bfnrtv".indexOf(last) >= 0 && unescaped(1, ' ');
    }

    /** Puts a value in the place of the last ones, whose first a backslash escapes; false if it is no code point. */
    private boolean unescaped(int length, int value) {
        if (value < 0) {
            return false;
        }
        dropBackslashes(length - 1);
        int first = size - length;
        int same = 1;
        while (same < backslashes[first] && sameWidth(backslashCount - same)) {
            same++;
        }
        // Of two backslashes the first escapes the second, and of four; of three it does, and the third what follows.
        int level = same;
        while (level % 2 == 0) {
            level /= 2;
        }
        int used = same - level / 2;
        backslashCount -= used;
        backslashes[first] -= used;
        return replaced(length, value, backslashStarts[backslashCount]);
    }

    private boolean sameWidth(int index) {
        return backslashWidths[index - 1] == backslashWidths[index];
    }

    private void dropBackslashes(int values) {
        for (int i = 1; i <= values; i++) {
            backslashCount -= backslashes[size - i];
            backslashes[size - i] = 0;
        }
    }

    /** Puts a value in the place of the last ones; false if it is no code point. */
    private boolean replaced(int length, int value) {
        if (value < 0) {
            return false;
        }
        dropBackslashes(length - 1);
        return replaced(length, value, starts[size - length]);
    }

    private boolean replaced(int length, int value, int start) {
        int end = ends[size - 1];
        size -= length;
        open = backslashes[size];
        push(value, start, end);
        return true;
    }

    private static int digit(int value, int radix) {
        return value < 0x80 ? Character.digit(value, radix) : -1;
    }

    /** The code point that so many digits before a distance from the end stand for, or -1. */
    private int number(int digits, int distance, int radix) {
        int number = digits == 0 ? -1 : 0;
        for (int i = distance + digits; i > distance && number >= 0; i--) {
            int digit = digit(back(i), radix);
            number = digit < 0 || number > Character.MAX_CODE_POINT ? -1 : number * radix + digit;
        }
        return number > Character.MAX_CODE_POINT ? -1 : number;
    }

    private boolean percent() {
        if (back(3) != '%') {
            return false;
        }
        int octet = number(2, 0, 16);
        return replaced(3, octet < 0x80 ? octet : octet | BYTE);
    }

    /** {@code u} may be repeated, as Java allows. */
    private boolean unicode() {
        int first = 5;
        while ((back(first) == 'u' || back(first) == 'U') && !escaped(first)) {
            first++;
        }
        return (back(first) == 'u' || back(first) == 'U') && unescaped(first, number(4, 0, 16));
    }

    private boolean hexadecimal() {
        return (back(3) == 'x' || back(3) == 'X') && escaped(3) && unescaped(3, number(2, 0, 16));
    }

    /** As JavaScript and Rust have it: braces around the digits. */
    private boolean codePointEscape() {
        int digits = 0;
        while (digits < 8 && digit(back(digits + 2), 16) >= 0) {
            digits++;
        }
        int first = digits + 3;
        return back(first - 1) == '{'
                && (back(first) == 'u' || back(first) == 'x')
                && escaped(first)
                && unescaped(first, number(digits, 1, 16));
    }

    /** A named or numeric character reference. */
    private boolean reference() {
        int ampersand = 2;
        while (ampersand < LONGEST_REFERENCE && back(ampersand) >= 0 && back(ampersand) != '&') {
            ampersand++;
        }
        if (back(ampersand) != '&') {
            return false;
        }
        int value;
        if (back(ampersand - 1) != '#') {
            value = named(ampersand);
        } else if (back(ampersand - 2) == 'x' || back(ampersand - 2) == 'X') {
            value = number(ampersand - 4, 1, 16);
        } else {
            value = number(ampersand - 3, 1, 10);
        }
        return replaced(ampersand, value);
    }

    private int named(int ampersand) {
        StringBuilder name = new StringBuilder(ampersand);
        for (int i = ampersand - 1; i > 1; i--) {
            name.appendCodePoint(back(i) & ~BYTE);
        }
        return NAMES.getOrDefault(name.toString(), -1);
    }

    /** Undoes a numeric reference that ends before this character without a semicolon. */
    private void closeReference(int next) {
        int digits = 0;
        while (digits < 9 && digit(back(digits + 1), 16) >= 0) {
            digits++;
        }
        boolean hexadecimal = back(digits + 1) == 'x' || back(digits + 1) == 'X';
        int radix = hexadecimal ? 16 : 10;
        int hash = digits + (hexadecimal ? 2 : 1);
        boolean ends = digits > 0 && next != ';' && digit(next, radix) < 0;
        if (ends && back(hash) == '#' && back(hash + 1) == '&' && replaced(hash + 1, number(digits, 0, radix))) {
            reduceAll();
        }
    }

    private static boolean isSurrogate(int value) {
        return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    }

    /** A unit of UTF-16 that an escape gave, after its first half. */
    private boolean surrogates() {
        int high = back(2);
        return isSurrogate(high)
                && Character.isSurrogatePair((char) high, (char) back(1))
                && replaced(2, Character.toCodePoint((char) high, (char) back(1)));
    }

    /** The last byte of a sequence of UTF-8 (RFC 3629). */
    private boolean utf8() {
        int width = 1;
        while (width < 4 && (back(width) & ~0x3f) == (BYTE | 0x80)) {
            width++;
        }
        int lead = back(width) & ~BYTE;
        int expected = (lead & 0xe0) == 0xc0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : (lead & 0xf8) == 0xf0 ? 4 : 0;
        if (back(width) < BYTE || width != expected) {
            return false;
        }
        int codePoint = lead & (0xff >> (width + 1));
        for (int i = width - 1; i > 0; i--) {
            codePoint = (codePoint << 6) | (back(i) & 0x3f);
        }
        return codePoint <= Character.MAX_CODE_POINT && replaced(width, codePoint);
    }

    /**
     * Leaves out halves of pairs. A character starts with the backslash before it. A byte that is no UTF-8 is a character of
     * ISO 8859-1 where that has one.
     */
    private void finish() {
        int length = size;
        size = 0;
        open = 0;
        int before = 0;
        for (int i = 0; i < length; i++) {
            before += backslashes[i];
            int value = values[i] >= (BYTE | 0xa0) ? values[i] & ~BYTE : values[i];
            if (!isSurrogate(value) && !(escapes && value == '+')) {
                push(value, backslashes[i] == 0 ? starts[i] : backslashStarts[before - 1], ends[i]);
            }
        }
    }

    /** Whether a character has no shape of its own: white space, control and format characters, parts of characters. */
    static boolean isUnseen(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7f) {
            return false;
        }
        int type = Character.getType(codePoint);
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || codePoint == 0x034f // combining grapheme joiner
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f); // variation selectors
    }
}
