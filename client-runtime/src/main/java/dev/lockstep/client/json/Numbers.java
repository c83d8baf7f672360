package dev.lockstep.client.json;

import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads JSON numbers exactly, and never expands a huge exponent. */
final class Numbers {
    private static final int MAX_DIGITS = 1_000;

    private Numbers() {}

    static BigDecimal parse(String text, JsonReader reader) throws IOException {
        if (text.length() <= MAX_DIGITS) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                // falls through: an exponent that does not fit in an int
            }
        }
        throw new JsonEncodingException("number out of range at path " + reader.getPath());
    }

    /** @throws ArithmeticException if the number has a fraction or does not fit */
    static long toLong(String text) {
        return isShort(text) ? Long.parseLong(text) : whole(text).longValueExact();
    }

    /** @throws ArithmeticException if the number has a fraction or more than 1,000 digits */
    static BigInteger toBigInteger(String text) {
        return whole(text).toBigIntegerExact();
    }

    /** @throws ArithmeticException if the number is beyond what 32 bits hold: JSON could not say it again */
    static float toFloat(String text) {
        float number = Float.parseFloat(text);
        if (Float.isInfinite(number)) {
            throw new ArithmeticException("out of range");
        }
        return number;
    }

    /** @throws ArithmeticException if the number is beyond what 64 bits hold: JSON could not say it again */
    static double toDouble(String text) {
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new ArithmeticException("out of range");
        }
        return number;
    }

    /** Without an exponent, unless that would take more than 1,000 digits. */
    static String text(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_DIGITS ? number.toString() : number.toPlainString();
    }

    /** Digits that no long is too short for, and perhaps a sign. */
    private static boolean isShort(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        if (text.length() - start > 18 || text.length() == start) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal whole(String text) {
        if (text.length() > MAX_DIGITS) {
            throw new ArithmeticException("more than " + MAX_DIGITS + " digits");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new ArithmeticException("exponent out of range");
        }
        if (Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw new ArithmeticException("exponent out of range");
        }
        return number;
    }
}
