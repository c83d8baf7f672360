package dev.lockstep.tracker.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1 10 100, 100",
        "100 10 1, 100",
        "1 1 1, 3", // three processes
        "1 1 10 10, 20", // two, in any order
        "1 10 1 1, 12",
        "100, 100", // the beginning of the log is lost
        "9223372036854775807 9223372036854775807, 9223372036854775807"
    })
    void atLeast(String counts, long expected) {
        Seen seen = new Seen();
        for (String count : counts.split(" ", -1)) {
            seen.add(Long.parseLong(count), "");
        }
        assertEquals(expected, seen.atLeast());
    }
}
