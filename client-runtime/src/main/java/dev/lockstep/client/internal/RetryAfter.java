package dev.lockstep.client.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** Digits beyond what a wait can be: seconds saturate here. */
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1_000_000_000L;

    private static final int MAX_LENGTH = 64;

    /** A comma between two values; that of a date stands before a day and a month. */
    private static final Pattern BETWEEN = Pattern.compile(",(?!\\s*\\d\\d[ -][A-Z])");

    /** RFC 9110, 5.6.7: the preferred form, and the two obsolete ones that a recipient must accept. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC),
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * The wait that the headers ask for: whole seconds, or a date against the response's {@code Date} (without
     * one, the clock). A date in the past is zero. What is longer than nanoseconds can count (292 years) is as long as they can.
     * Of several lines, as a proxy before the vendor may add, the longest wait; values in one line are the same as lines of their
     * own (RFC 9110, 5.3).
     *
     * @return null without a valid header
     */
    static @Nullable Duration parse(Headers headers, Instant clock) {
        Duration longest = null;
        for (String line : headers.values("Retry-After")) {
            for (String value : BETWEEN.split(line, -1)) {
                Duration wait = parse(value.strip(), headers, clock);
                if (wait != null && (longest == null || wait.compareTo(longest) > 0)) {
                    longest = wait;
                }
            }
        }
        return longest;
    }

    private static @Nullable Duration parse(String value, Headers headers, Instant clock) {
        if (value.isEmpty()) {
            return null;
        }
        if (value.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return Duration.ofSeconds(saturated(value));
        }
        Instant date = date(value);
        if (date == null) {
            return null;
        }
        String sent = headers.get("Date");
        Instant reference = sent == null ? null : date(sent);
        Duration wait = Duration.between(reference != null ? reference : clock, date);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.toSeconds() < MAX_SECONDS ? wait : Duration.ofSeconds(MAX_SECONDS);
    }

    private static long saturated(String digits) {
        long seconds = 0;
        for (int i = 0; i < digits.length(); i++) {
            seconds = seconds * 10 + (digits.charAt(i) - '0');
            if (seconds >= MAX_SECONDS) {
                return MAX_SECONDS;
            }
        }
        return seconds;
    }

    /** An HTTP date (RFC 9110, 5.6.7), or null. */
    static @Nullable Instant date(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        for (DateTimeFormatter format : DATES) {
            try {
                return ZonedDateTime.parse(text, format).toInstant();
            } catch (DateTimeException notThisForm) {
                // Tried in order of preference; a text of no form is garbage and ignored.
            }
        }
        return null;
    }
}
