package dev.lockstep.client.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Any header text: never an exception, never a wait that is negative or beyond nanoseconds; digits are seconds. Two lines: Retry-After and Date. */
public final class RetryAfterFuzz {
    private static final Instant CLOCK = Instant.parse("2026-01-01T00:00:00Z");

    private RetryAfterFuzz() {}

    /** Called by the fuzzer, and with each file of the corpus. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
        Headers.Builder headers = new Headers.Builder()
                .addUnsafeNonAscii("Retry-After", lines[0].replace('\r', ' ').replace('\0', ' '));
        if (lines.length == 2) {
            headers.addUnsafeNonAscii(
                    "Date", lines[1].replace('\n', ' ').replace('\r', ' ').replace('\0', ' '));
        }
        Duration wait = RetryAfter.parse(headers.build(), CLOCK);
        if (wait != null && wait.isNegative()) {
            throw new AssertionError("a negative wait: " + wait);
        }
        String text = lines[0].strip();
        if (!text.isEmpty() && text.length() < 9 && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            same(Duration.ofSeconds(Long.parseLong(text)), wait);
        }
        if (wait != null && (wait.toNanos() < 0 || CallRun.words(wait).isEmpty())) {
            throw new AssertionError("not to be told: " + wait);
        }
    }

    private static void same(Duration expected, @Nullable Duration actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
    }
}
