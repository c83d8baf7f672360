package dev.lockstep.tracker.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftListener;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients write, the command line reads. */
class DriftLogTest {
    @ParameterizedTest
    @EnumSource
    void everyKindThatClientsLog(DriftEvent.Kind kind) throws Exception {
        List<String> lines = new ArrayList<>();
        DriftListener listener = DriftListener.logging(lines::add);
        for (int i = 0; i < 10; i++) {
            listener.onDrift(new DriftEvent(
                    kind,
                    "acme",
                    "endThing",
                    200,
                    "Thing",
                    "n\"\\\u202e",
                    "$.a[*].n\"\\\u202e",
                    Instant.parse("2026-12-31T23:59:59Z")));
        }
        DriftLog log = new DriftLog();
        log.read(new StringReader(String.join("\n", lines)), "log");

        assertEquals(List.of(), log.malformed());
        assertEquals(2, log.lines());
        assertEquals(1, log.kinds("acme"));
        DriftLine event = log.events().firstKey();
        assertEquals("n\"\\\u202e", event.name());
        assertEquals(
                kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                event.kind().word());
        Seen seen = log.events().get(event);
        assertEquals(10, seen == null ? 0 : seen.atLeast());
        assertEquals("2026-12-31T23:59:59Z", seen == null ? "" : seen.date());
    }
}
