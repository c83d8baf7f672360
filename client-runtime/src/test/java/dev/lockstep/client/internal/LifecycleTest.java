package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@1688169599 | 2023-06-30T23:59:59Z",
                "' @1688169599;a=1 ' | 2023-06-30T23:59:59Z",
                "@-62135596800 | 0001-01-01T00:00:00Z",
                "Sun, 11 Nov 2018 23:59:59 GMT | 2018-11-11T23:59:59Z"
            })
    void deprecation(String value, Instant date) {
        assertEquals(date, Lifecycle.deprecation(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "@",
                "@1.5",
                "@253402300800",
                "@-62135596801",
                "@999999999999999",
                "@9999999999999999999",
                "1688169599"
            })
    void noDateOfADeprecation(String value) {
        assertNull(Lifecycle.deprecation(value));
    }

    @Test
    void sunset() {
        assertEquals(Instant.parse("2018-11-11T23:59:59Z"), Lifecycle.sunset("Sun, 11 Nov 2018 23:59:59 GMT"));
        assertNull(Lifecycle.sunset("soon"));
    }
}
