package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Typing of plain scalars by the core schema of YAML 1.2 (section 10.3.2). JSON's numbers are a part of it. */
final class Scalars {
    private Scalars() {}

    /** The typed node of a plain scalar; what matches nothing is text: {@code on}, {@code 1_000}, {@code 12:30:00}. */
    static JsonNode plain(String text) {
        if (text.isEmpty()) {
            return NullNode.getInstance();
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            return number(text);
        }
        return switch (text) {
            case "null", "Null", "NULL", "~" -> NullNode.getInstance();
            case "true", "True", "TRUE" -> BooleanNode.TRUE;
            case "false", "False", "FALSE" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
        };
    }

    /** The node of what begins like a number, or text where it is none. */
    static JsonNode number(String text) {
        if (text.startsWith("0o") && digits(text, 2, 8) == text.length() && text.length() > 2) {
            return integer(text.substring(2), 8);
        }
        if (text.startsWith("0x") && digits(text, 2, 16) == text.length() && text.length() > 2) {
            return integer(text.substring(2), 16);
        }
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        switch (text.substring(sign)) {
            case ".inf", ".Inf", ".INF" -> {
                return DoubleNode.valueOf(text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            }
            case ".nan", ".NaN", ".NAN" -> {
                return sign == 0 ? DoubleNode.valueOf(Double.NaN) : TextNode.valueOf(text);
            }
            default -> {
                return decimal(text, sign);
            }
        }
    }

    private static JsonNode decimal(String text, int sign) {
        int end = text.length();
        int whole = digits(text, sign, 10);
        if (whole == end && whole > sign) {
            return integer(text, 10);
        }
        int fraction = whole;
        if (whole < end && text.charAt(whole) == '.') {
            fraction = digits(text, whole + 1, 10);
        }
        int mantissa = whole - sign + Math.max(0, fraction - whole - 1);
        if (mantissa == 0) {
            return TextNode.valueOf(text);
        }
        if (fraction == end) {
            return real(text);
        }
        if (text.charAt(fraction) != 'e' && text.charAt(fraction) != 'E') {
            return TextNode.valueOf(text);
        }
        int power = fraction + 1;
        if (power < end && (text.charAt(power) == '-' || text.charAt(power) == '+')) {
            power++;
        }
        return power < end && digits(text, power, 10) == end ? real(text) : TextNode.valueOf(text);
    }

    private static JsonNode integer(String text, int radix) {
        if (text.length() > Limits.DIGITS) {
            return DoubleNode.valueOf(radix == 10 ? Double.parseDouble(text) : Double.POSITIVE_INFINITY);
        }
        if (text.length() <= 9) {
            return IntNode.valueOf(Integer.parseInt(text, radix));
        }
        BigInteger value = new BigInteger(text, radix);
        if (value.bitLength() < Integer.SIZE) {
            return IntNode.valueOf(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    /** Kept exactly within the limits; beyond them as a double, which may be infinite or zero. */
    private static JsonNode real(String text) {
        if (text.length() <= Limits.DIGITS) {
            try {
                BigDecimal value = new BigDecimal(text);
                long magnitude = (long) value.precision() - value.scale();
                if (Math.abs(magnitude) <= Limits.DIGITS) {
                    return DecimalNode.valueOf(value);
                }
            } catch (NumberFormatException e) {
                // The exponent is past an int: no exact value can be held.
            }
        }
        return DoubleNode.valueOf(Double.parseDouble(text));
    }

    private static int digits(String text, int from, int radix) {
        int at = from;
        while (at < text.length() && text.charAt(at) < 0x80 && Character.digit(text.charAt(at), radix) >= 0) {
            at++;
        }
        return at;
    }
}
