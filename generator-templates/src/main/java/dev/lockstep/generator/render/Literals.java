package dev.lockstep.generator.render;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The one writer of Java literals: whatever text a document holds, the compiled constant equals it. */
public final class Literals {
    /** What a class file holds of one constant, in bytes of modified UTF-8 (JVMS 4.4.7). */
    private static final int CONSTANT_BYTES = 65_535;

    /** Sure to fit, at three bytes a character. */
    private static final int CHUNK = CONSTANT_BYTES / 3;

    private Literals() {}

    /**
     * An expression of type String. A text that no single constant can hold becomes a {@code String.join} of several, and
     * is then no constant expression.
     */
    public static String string(String text) {
        if (text.length() <= CHUNK) {
            return quoted(text);
        }
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += CHUNK) {
            parts.add(quoted(text.substring(start, Math.min(text.length(), start + CHUNK))));
        }
        return "java.lang.String.join(\"\", " + String.join(", ", parts) + ")";
    }

    /** Whether {@link #string} gives a constant expression, as annotations and switch labels need. */
    public static boolean isConstant(String text) {
        return text.length() <= CHUNK;
    }

    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        boolean broken = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            switch (codePoint) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> escape(codePoint, literal);
            }
            if (i < text.length() && isLoneHighSurrogate(codePoint)) {
                // javac 17 loses count of the backslashes that follow such an escape.
                literal.append("\" + \"");
                broken = true;
            }
        }
        literal.append('"');
        return broken ? "(" + literal + ")" : literal.toString();
    }

    private static void escape(int codePoint, StringBuilder literal) {
        if (VisibleText.is(codePoint)) {
            literal.appendCodePoint(codePoint);
            return;
        }
        for (char c : Character.toChars(codePoint)) {
            literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }

    private static boolean isLoneHighSurrogate(int codePoint) {
        return codePoint >= Character.MIN_HIGH_SURROGATE && codePoint <= Character.MAX_HIGH_SURROGATE;
    }

    /** An expression of type int. */
    public static String int32(int value) {
        return Integer.toString(value);
    }

    /** An expression of type long. */
    public static String int64(long value) {
        return value + "L";
    }

    /**
     * An expression of type double.
     *
     * @throws IllegalArgumentException when the value is infinite or not a number: JSON has no such number
     */
    public static String float64(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a JSON number: " + value);
        }
        return value + "d";
    }

    /** An expression of type BigInteger. */
    public static String bigInteger(BigInteger value) {
        return "new java.math.BigInteger(\"" + value + "\")";
    }

    /** An expression of type BigDecimal, with the value's own scale. */
    public static String bigDecimal(BigDecimal value) {
        return "new java.math.BigDecimal(\"" + value + "\")";
    }
}
