package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every form of the header, and what is none. */
class RetryAfterParseTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

    private static @Nullable Duration parse(String value) {
        return RetryAfter.parse(Headers.of("Retry-After", value), NOW);
    }

    @Test
    void seconds() {
        assertEquals(Duration.ofMinutes(2), parse("120"));
        assertEquals(Duration.ofMinutes(2), parse(" 120 "));
        assertEquals(Duration.ZERO, parse("0"));
        assertEquals(Duration.ofSeconds(7), parse("0007"));
    }

    @Test
    void secondsSaturate() {
        assertEquals(Duration.ofSeconds(9223372036L), parse("9223372036"));
        assertEquals(Duration.ofSeconds(9223372036L), parse("99999999999"));
        assertEquals(Duration.ofSeconds(9223372036L), parse("9".repeat(5000)));
    }

    @Test
    void theLongestOfSeveralLinesCounts() {
        Headers headers = Headers.of("Retry-After", "7", "retry-after", "60", "Retry-After", "soon");
        assertEquals(Duration.ofMinutes(1), RetryAfter.parse(headers, NOW));
    }

    @Test
    void valuesInOneLineAreAsLinesOfTheirOwn() {
        assertEquals(Duration.ofMinutes(1), parse("30, 60"));
        assertEquals(Duration.ofMinutes(1), parse("60,30,"));
        assertEquals(Duration.ofMinutes(1), parse("soon, 60 , later"));
        assertEquals(Duration.ofSeconds(7), parse("Sun, 06 Nov 1994 08:49:37 GMT, 5"));
        assertEquals(Duration.ofSeconds(9), parse("9, Sun, 06 Nov 1994 08:49:37 GMT"));
        assertEquals(Duration.ofSeconds(8), parse("Sun, 06 Nov 1994 08:49:37 GMT,Sunday, 06-Nov-94 08:49:38 GMT"));
        assertEquals(Duration.ofSeconds(8), parse("Sun Nov  6 08:49:38 1994, Sun Nov  6 08:49:37 1994"));
        assertNull(parse(","));
    }

    @Test
    void theThreeFormsOfADate() {
        assertEquals(Duration.ofSeconds(7), parse("Sun, 06 Nov 1994 08:49:37 GMT"));
        assertEquals(Duration.ofSeconds(7), parse("Sunday, 06-Nov-94 08:49:37 GMT"));
        assertEquals(Duration.ofSeconds(7), parse("Sun Nov  6 08:49:37 1994"));
    }

    @Test
    void datesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals(Duration.ofSeconds(7), parse("Sun, 06 Nov 1994 08:49:37 GMT"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theResponsesDateGoesBeforeTheClock() {
        Headers headers =
                Headers.of("Date", "Mon, 01 Jan 2024 00:00:00 GMT", "Retry-After", "Mon, 01 Jan 2024 00:01:00 GMT");
        assertEquals(Duration.ofMinutes(1), RetryAfter.parse(headers, NOW));
    }

    @Test
    void aDateOfGarbageFallsBackToTheClock() {
        Headers headers = Headers.of("Date", "yesterday", "Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT");
        assertEquals(Duration.ofSeconds(7), RetryAfter.parse(headers, NOW));
    }

    @Test
    void thePastIsZero() {
        assertEquals(Duration.ZERO, parse("Sun, 06 Nov 1994 08:49:29 GMT"));
    }

    @Test
    void farAwayIsAsLongAsNanosecondsCan() {
        Duration wait = parse("Fri, 31 Dec 9999 23:59:59 GMT");
        assertEquals(Duration.ofSeconds(9_223_372_036L), wait);
        assertEquals(parse("99999999999"), wait);
    }

    @Test
    void nearerThanThatIsExact() {
        Duration wait = parse("Tue, 31 Dec 2199 23:59:59 GMT");
        assertEquals(Duration.between(NOW, Instant.parse("2199-12-31T23:59:59Z")), wait);
    }

    @Test
    void garbage() {
        for (String value : new String[] {
            "",
            " ",
            "-1",
            "+5",
            "1.5",
            "1e3",
            "5s",
            "soon",
            "\u0661",
            "0x10",
            "Sun, 06 Nov 1994",
            "6 Nov",
            "1 2",
            "Mon, 06 Nov 1994 08:49:37 GMT",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "x".repeat(10_000)
        }) {
            assertNull(
                    RetryAfter.parse(
                            new Headers.Builder()
                                    .addUnsafeNonAscii("Retry-After", value)
                                    .build(),
                            NOW),
                    value);
        }
        assertNull(RetryAfter.parse(Headers.EMPTY, NOW));
    }
}
