package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteFileTest {
    private static final String OLD = """
            openapi: 3.0.3
            info: {title: Calls, version: '1'}
            servers: [{url: 'https://a.example'}]
            paths:
              /calls:
                post:
                  parameters: [{in: query, name: reason, schema: {type: string}}]
                  responses: {'204': {description: ended}}
            """;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Comparison compare(String from, String to) {
        return Comparer.compare(
                ComparisonInput.of(SpecReader.parse(OLD, "old.yaml")),
                ComparisonInput.of(SpecReader.parse(OLD.replace(from, to), "new.yaml")));
    }

    private static Comparison required() {
        return compare("name: reason,", "name: reason, required: true,");
    }

    private static MuteFile file(String fingerprint, String expires) {
        return MuteFile.of(SpecReader.parse("""
                muted:
                  - fingerprint: '%s'
                    reason: The server takes calls without it
                    expires: %s
                """.formatted(fingerprint, expires), "muted.yaml"));
    }

    @Test
    void aMutedFindingCountsForNothingAndIsKept() {
        Comparison every = required();
        String fingerprint = every.findings().get(0).fingerprint();

        Comparison comparison = file(fingerprint, "2026-11-21").mute(every, TODAY);

        assertEquals(List.of(), comparison.findings());
        assertEquals(Wire.NONE, comparison.wire());
        assertFalse(comparison.breaking());
        assertFalse(comparison.needsAcceptance());
        assertEquals(
                List.of(new Muting.Muted(
                        every.findings().get(0), "The server takes calls without it", LocalDate.of(2026, 11, 21))),
                comparison.muting().muted());
        assertEquals(List.of(), comparison.muting().notes());
    }

    @Test
    void anExpiredEntrySpeaksUpAgain() {
        Comparison every = required();
        String fingerprint = every.findings().get(0).fingerprint();

        Comparison comparison = file(fingerprint, "2026-11-20").mute(every, TODAY);

        assertEquals(every.findings(), comparison.findings());
        assertTrue(comparison.breaking());
        assertEquals(
                List.of("muted.yaml:2: muted until 2026-11-20, so that " + fingerprint
                        + " counts again; it was muted because: The server takes calls without it"),
                comparison.muting().notes());
    }

    @Test
    void anEntryWithoutFindingIsNamed() {
        Comparison comparison = file("0123456789ab", "2027-01-31").mute(required(), TODAY);

        assertTrue(comparison.breaking());
        assertEquals(
                List.of("muted.yaml:2: no finding has the fingerprint 0123456789ab; remove the entry"),
                comparison.muting().notes());
    }

    @Test
    void aMutedHostStillWaitsForAcceptance() {
        Comparison every = compare("https://a.example", "https://b.example");

        Comparison comparison =
                file(every.findings().get(0).fingerprint(), "2027-01-31").mute(every, TODAY);

        assertFalse(comparison.breaking());
        assertTrue(comparison.needsAcceptance());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mutes: []                                                                           | muted.yaml:1: mutes: not a key of this file; it holds muted
            muted: {}                                                                           | muted.yaml:1: muted: a list, each with fingerprint, reason and expires
            muted: [{fingerprint: abc, reason: r, expires: 2027-01-31}]                         | muted.yaml:1: fingerprint: abc is not 12 hex digits, as they follow a finding; quote it if it is all digits
            muted: [{reason: r, expires: 2027-01-31}]                                           | muted.yaml:1: fingerprint: missing; it is the 12 hex digits that follow a finding
            muted: [{fingerprint: 0123456789ab, expires: 2027-01-31}]                           | muted.yaml:1: reason: missing; it is why the finding is wrong
            muted: [{fingerprint: 0123456789ab, reason: r}]                                     | muted.yaml:1: expires: missing; it is the last day, as 2027-01-31
            muted: [{fingerprint: 0123456789ab, reason: r, expires: soon}]                      | muted.yaml:1: expires: soon is no day, as 2027-01-31
            muted: [{fingerprint: 0123456789ab, reason: r, expires: 2027-01-31, until: x}]      | muted.yaml:1: until: an entry has fingerprint, reason and expires
            """)
    void mistakes(String yaml, String message) {
        SpecException refusal =
                assertThrows(SpecException.class, () -> MuteFile.of(SpecReader.parse(yaml + "\n", "muted.yaml")));

        assertEquals(message, refusal.getMessage());
    }
}
