package dev.lockstep.client.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text's characters with their escapes undone, however often they were applied, and without what a reader does not see: white
 * space, control and format characters. Each character knows where it stands in the text. Takes linear time.
 *
 * <p>Undone are the escapes of JSON and its relatives (a backslash before a character, before {@code x41}, before {@code u} and
 * four digits), percent-encoding (RFC 3986, and {@code %u} before four digits) and HTML's character references. A backslash and a plus sign count as unseen: the one
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

    private static final int LONGEST_NAME = 32;

    /** As many digits hold every code point. */
    private static final int MOST_DIGITS = 8;

    /**
     * References by name (HTML, 13.5) to what keys and passwords are made of, and to what is unseen: all of ASCII, Latin-1, Latin
     * Extended-A and general punctuation. Names of one character after another, from the code points behind {@code =} on; those of
     * the same one have a bar between them.
     */
    private static final Map<String, Integer> NAMES = names("""
            =9 Tab NewLine =21 excl QUOT|quot num dollar percnt AMP|amp apos lpar rpar ast|midast plus comma =2e period
            sol =3a colon semi LT|lt equals GT|gt quest commat =5b lbrack|lsqb bsol rbrack|rsqb Hat UnderBar|lowbar
            DiacriticalGrave|grave =7b lbrace|lcub VerticalLine|verbar|vert rbrace|rcub =a0 NonBreakingSpace|nbsp iexcl
            cent pound curren yen brvbar sect Dot|DoubleDot|die|uml COPY|copy ordf laquo not shy REG|circledR|reg
            macr|strns deg PlusMinus|plusmn|pm sup2 sup3 DiacriticalAcute|acute micro para CenterDot|centerdot|middot
            Cedilla|cedil sup1 ordm raquo frac14 frac12|half frac34 iquest Agrave Aacute Acirc Atilde Auml Aring|angst
            AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml
            times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil
            egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml div|divide
            oslash ugrave uacute ucirc uuml yacute thorn yuml Amacr amacr Abreve abreve Aogon aogon Cacute cacute Ccirc
            ccirc Cdot cdot Ccaron ccaron Dcaron dcaron Dstrok dstrok Emacr emacr =116 Edot edot Eogon eogon Ecaron
            ecaron Gcirc gcirc Gbreve gbreve Gdot gdot Gcedil =124 Hcirc hcirc Hstrok hstrok Itilde itilde Imacr imacr
            =12e Iogon iogon Idot imath|inodot IJlig ijlig Jcirc jcirc Kcedil kcedil kgreen Lacute lacute Lcedil lcedil
            Lcaron lcaron Lmidot lmidot Lstrok lstrok Nacute nacute Ncedil ncedil Ncaron ncaron napos ENG eng Omacr
            omacr =150 Odblac odblac OElig oelig Racute racute Rcedil rcedil Rcaron rcaron Sacute sacute Scirc scirc
            Scedil scedil Scaron scaron Tcedil tcedil Tcaron tcaron Tstrok tstrok Utilde utilde Umacr umacr Ubreve
            ubreve Uring uring Udblac udblac Uogon uogon Wcirc wcirc Ycirc ycirc Yuml Zacute zacute Zdot zdot Zcaron
            zcaron =192 fnof =2c6 circ =2dc DiacriticalTilde|tilde =2002 ensp emsp emsp13 emsp14 =2007 numsp puncsp
            ThinSpace|thinsp VeryThinSpace|hairsp
            NegativeMediumSpace|NegativeThickSpace|NegativeThinSpace|NegativeVeryThinSpace|ZeroWidthSpace zwnj zwj lrm
            rlm dash|hyphen =2013 ndash mdash horbar Verbar|Vert =2018 OpenCurlyQuote|lsquo
            CloseCurlyQuote|rsquo|rsquor lsquor|sbquo =201c OpenCurlyDoubleQuote|ldquo
            CloseCurlyDoubleQuote|rdquo|rdquor bdquo|ldquor =2020 dagger Dagger|ddagger bull|bullet =2025 nldr
            hellip|mldr =2030 permil pertenk prime Prime tprime backprime|bprime =2039 lsaquo rsaquo =203e
            OverBar|oline =2041 caret =2043 hybull frasl =204f bsemi =2057 qprime =205f MediumSpace NoBreak
            ApplyFunction|af InvisibleTimes|it InvisibleComma|ic =20ac euro =2122 TRADE|trade
            """);

    private final boolean escapes;
    private final boolean letters;
    private final boolean openReferences;
    /** UTF-16 units, code points and marked bytes while the text is read; then code points. */
    private final int[] values;

    private final int[] starts;
    private final int[] ends;
    /** How many zeros in a row end at a value. */
    private final int[] zeros;
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
        zeros = new int[length];
        backslashes = new int[length];
        backslashStarts = new int[length];
        backslashWidths = new int[length];
    }

    private static Map<String, Integer> names(String table) {
        Map<String, Integer> names = new HashMap<>();
        int next = 0;
        for (String token : table.strip().split("\\s+", -1)) {
            if (token.startsWith("=")) {
                next = Integer.parseInt(token, 1, token.length(), 16);
            } else {
                for (String name : token.split("\\|", -1)) {
                    names.put(name, next);
                }
                next++;
            }
        }
        return Map.copyOf(names);
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
        zeros[size] = value != '0' ? 0 : size == 0 ? 1 : zeros[size - 1] + 1;
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

    /** {@code u} may be repeated, as Java allows; JavaScript's {@code escape} has a percent sign for the backslash. */
    private boolean unicode() {
        int first = 5;
        while ((back(first) == 'u' || back(first) == 'U') && !escaped(first)) {
            first++;
        }
        int number = number(4, 0, 16);
        return (first == 6 && back(first) == '%')
                ? replaced(first, number)
                : (back(first) == 'u' || back(first) == 'U') && unescaped(first, number);
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
        if (numeric(1, 10) || numeric(1, 16)) {
            return true;
        }
        int ampersand = 2;
        while (ampersand < LONGEST_NAME && back(ampersand) >= 0 && back(ampersand) != '&') {
            ampersand++;
        }
        return back(ampersand) == '&' && replaced(ampersand, named(ampersand));
    }

    /** A numeric reference whose digits end before a distance from the end; zeros before them are many at a time. */
    private boolean numeric(int distance, int radix) {
        int digits = 0;
        while (digits < MOST_DIGITS && digit(back(distance + digits + 1), radix) >= 0) {
            digits++;
        }
        int before = distance + digits + 1;
        before += back(before) == '0' ? zeros[size - before] : 0;
        boolean marked = radix == 10 || back(before) == 'x' || back(before) == 'X';
        int hash = radix == 10 ? before : before + 1;
        return (digits > 0 && marked && back(hash) == '#' && back(hash + 1) == '&')
                && replaced(hash + 1, number(digits, distance, radix));
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
        boolean ends = next != ';' && digit(next, 10) < 0;
        if (ends && (numeric(0, 10) || (digit(next, 16) < 0 && numeric(0, 16)))) {
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
