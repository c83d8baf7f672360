package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangelogTest {
    @Test
    void newestFirst() {
        String first =
                Changelog.with("", "things", "1.0.0", LocalDate.of(2026, 1, 2), List.of("First locked: GET /a."), null);
        String second = Changelog.with(
                first,
                "things",
                "2.0.0",
                LocalDate.of(2026, 3, 4),
                List.of("a\nremoved", "b added"),
                "agreed\nwith QA");

        assertEquals("""
                # Changes at things

                ## 2.0.0, 2026-03-04

                Accepted: agreed with QA

                - a removed
                - b added

                ## 1.0.0, 2026-01-02

                - First locked: GET /a.
                """, second);
    }
}
