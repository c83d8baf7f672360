package dev.lockstep.client.internal;

import dev.lockstep.client.RetryClass;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads configured text. Messages say what would be right. */
final class ConfigValues {
    private static final Pattern SIMPLE = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h)");

    private ConfigValues() {}

    static RetryClass retryClass(String text) {
        return RetryClass.ofConfigName(text);
    }

    static int attempts(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 10) {
            throw new IllegalArgumentException("not a number from 1 to 10: '" + bounded(text) + "'");
        }
        return Integer.parseInt(text);
    }

    /** {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h} or ISO 8601 ({@code PT30S}). */
    static Duration duration(String text) {
        Matcher simple = SIMPLE.matcher(text.toLowerCase(Locale.ROOT));
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            return switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "not a duration: '" + bounded(text) + "'; write 500ms, 30s, 2m or PT30S", e);
        }
    }

    /** A deadline or timeout: 1 ms to 1 day. */
    static Duration limit(String text) {
        Duration value = duration(text);
        if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("must be 1 ms to 1 day, not '" + bounded(text) + "'");
        }
        return value;
    }

    private static String bounded(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
