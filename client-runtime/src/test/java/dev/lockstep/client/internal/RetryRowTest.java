package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.RetryClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The retry table as runtime.md has it. */
class RetryRowTest {
    @ParameterizedTest
    @CsvSource({
        // row, only-if-unsent, always, throttled, ambiguous
        "UNSENT, true, true, false, false",
        "DISTRUST, false, false, false, false",
        "THROTTLED, true, true, true, false",
        "UNAVAILABLE_UNTIL, true, true, true, false",
        "REQUEST_TIMEOUT, true, true, false, false",
        "UNCERTAIN, false, true, false, true",
        "UNAUTHORIZED, false, false, false, false",
        "FINAL, false, false, false, false",
        "STOPPED, false, false, false, false",
        "STOPPED_UNCERTAIN, false, false, false, true"
    })
    void row(RetryRow row, boolean onlyIfUnsent, boolean always, boolean throttled, boolean ambiguous) {
        assertEquals(onlyIfUnsent, row.repeats(RetryClass.ONLY_IF_UNSENT));
        assertEquals(always, row.repeats(RetryClass.ALWAYS));
        assertEquals(throttled, row.throttled());
        assertEquals(ambiguous, row.ambiguous());
    }

    @ParameterizedTest
    @CsvSource({
        // status, without Retry-After, with it
        "200, FINAL, FINAL",
        "204, FINAL, FINAL",
        "302, FINAL, FINAL",
        "400, FINAL, FINAL",
        "401, UNAUTHORIZED, UNAUTHORIZED",
        "403, FINAL, FINAL",
        "408, REQUEST_TIMEOUT, REQUEST_TIMEOUT",
        "409, FINAL, FINAL",
        "429, THROTTLED, THROTTLED",
        "499, FINAL, FINAL",
        "500, UNCERTAIN, UNCERTAIN",
        "501, FINAL, FINAL",
        "502, UNCERTAIN, UNCERTAIN",
        "503, UNCERTAIN, UNAVAILABLE_UNTIL",
        "504, UNCERTAIN, UNCERTAIN",
        "505, FINAL, FINAL",
        "599, UNCERTAIN, UNCERTAIN"
    })
    void status(int status, RetryRow without, RetryRow with) {
        assertEquals(without, RetryRow.ofStatus(status, false));
        assertEquals(with, RetryRow.ofStatus(status, true));
    }
}
