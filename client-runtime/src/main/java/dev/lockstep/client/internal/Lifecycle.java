package dev.lockstep.client.internal;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of the headers with which a vendor announces an end: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594). */
final class Lifecycle {
    /** A date of RFC 9651, 3.3.7, with the parameters that may follow it. */
    private static final Pattern STRUCTURED = Pattern.compile("@(-?[0-9]{1,12})(?:\\s*;.*)?");

    private static final long YEAR_1 = -62_135_596_800L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private Lifecycle() {}

    /** Seconds since 1970 after an {@code @}, or a date as drafts of the RFC had it; null for anything else. */
    static @Nullable Instant deprecation(String value) {
        Matcher structured = STRUCTURED.matcher(value.strip());
        if (!structured.matches()) {
            return RetryAfter.date(value.strip());
        }
        long seconds = Long.parseLong(structured.group(1));
        return seconds < YEAR_1 || seconds >= YEAR_10000 ? null : Instant.ofEpochSecond(seconds);
    }

    /** An HTTP date, or null. */
    static @Nullable Instant sunset(String value) {
        return RetryAfter.date(value.strip());
    }
}
