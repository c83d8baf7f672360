package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndStatusTest {
    @ParameterizedTest
    @ValueSource(strings = {"ended", "ending", "not_ended", "unknown"})
    void knownValuesAreTheConstants(String value) {
        assertSame(EndStatus.of(value), EndStatus.of(value));
        assertEquals(value, EndStatus.of(value).value());
    }

    @Test
    void otherValuesAreStatusesToo() {
        assertEquals(EndStatus.of("hung_up"), EndStatus.of("hung_up"));
        assertEquals(EndStatus.of("hung_up").hashCode(), EndStatus.of("hung_up").hashCode());
        assertNotEquals(EndStatus.ENDED, EndStatus.of("hung_up"));
        assertEquals("hung_up", EndStatus.of("hung_up").toString());
    }

    @Test
    void refusesABlankValue() {
        assertEquals(
                "an end status must not be blank",
                assertThrows(IllegalArgumentException.class, () -> EndStatus.of(" "))
                        .getMessage());
    }
}
