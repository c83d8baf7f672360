package dev.lockstep.tracker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Wire;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final String CHANGELOG = """
            # Changes at things

            ## 2.0.0, 2026-03-04

            Accepted: agreed

            - `a` is gone. (risky on the wire, breaking in Java)
            - `b` is new. (compatible on the wire, compatible in Java)

            ## 1.0.0, 2026-01-02

            - First locked: GET /a.

            ## 0.9.0, 2026-99-99

            - Written by hand.
            """;

    @Test
    void oldestFirstWithTheWorstOfEachUpdate() {
        assertEquals(
                List.of(
                        new History.Update("1.0.0", LocalDate.of(2026, 1, 2), Wire.NONE, JavaImpact.NONE, 0),
                        new History.Update("2.0.0", LocalDate.of(2026, 3, 4), Wire.RISKY, JavaImpact.BREAKING, 2)),
                History.of(CHANGELOG).updates());
    }

    @Test
    void pictureHasADotForEachUpdateAndARingForNow() {
        String svg = HistoryPicture.svg(History.of(CHANGELOG), Wire.BREAKING);

        assertTrue(
                svg.contains("<circle class=\"none\" cx=\"12\" cy=\"14\" r=\"4\"><title>2026-01-02: 1.0.0</title>"),
                svg);
        assertTrue(
                svg.contains(
                        "<circle class=\"breaking\" cx=\"312\" cy=\"14\" r=\"6\"><title>2026-03-04: 2.0.0, 2 changes, breaking</title>"),
                svg);
        assertTrue(svg.contains("<circle class=\"now breaking\""), svg);
        assertTrue(svg.contains("aria-label=\"2 updates so far\""), svg);
    }

    @Test
    void surfaceChangeIsByClass() {
        String before = """
                public final class dev.acme.Api {
                    public ApiCall<Void> end(String)
                    public ApiCall<Void> ping()
                }
                """;
        String after = """
                public final class dev.acme.Api {
                    public ApiCall<Void> end(String, String)
                    public ApiCall<Pong> ping()
                }
                """;

        assertEquals(
                List.of(
                        "  Api",
                        "- public ApiCall<Void> end(String)",
                        "+ public ApiCall<Void> end(String, String)",
                        "- public ApiCall<Void> ping()",
                        "+ public ApiCall<Pong> ping()"),
                SurfaceChange.lines(before, after));
        assertEquals(List.of(), SurfaceChange.lines(before, before));
    }
}
