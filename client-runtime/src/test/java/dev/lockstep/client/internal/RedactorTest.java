package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Foreign text in messages: short, one line, without what looks like a secret. */
class RedactorTest {
    private static String snippet(String text, String... secrets) {
        return Redactor.snippet(text, List.of(secrets));
    }

    @Test
    void ordinaryTextStays() {
        assertEquals("{\"error\":\"no such conversation\"}", snippet("{\"error\":\"no such conversation\"}"));
    }

    @Test
    void credentialsOfTheCall() {
        assertEquals("key *** is bad", snippet("key hunter2 is bad", "hunter2"));
        assertEquals("*** is bad", snippet("user:hunter2 is bad", "user:hunter2"));
    }

    @Test
    void passwordsOfBasicCredentialsAlone() {
        assertEquals("password *** is bad", snippet("password hunter2 is bad", "user:hunter2"));
    }

    @Test
    void authorizationHeadersAndLongKeys() {
        assertEquals("*** x", snippet("Bearer abcdefg1 x"));
        assertEquals("the token provided expired", snippet("the token provided expired"));
        assertEquals("*** x", snippet("Token abc.def-gh1 x"));
        assertEquals("sent ***, sorry", snippet("sent A1b2C3d4E5f6G7h8I9j0K1l2, sorry"));
    }

    @Test
    void idsAndLongWordsStay() {
        assertEquals("no 6f2c4f7e-2c43-4f53-9d3f-0f7a0c1b2d3e", snippet("no 6f2c4f7e-2c43-4f53-9d3f-0f7a0c1b2d3e"));
        assertEquals("conversation_already_ended_by_participant", snippet("conversation_already_ended_by_participant"));
    }

    @Test
    void oneLineOf200Characters() {
        assertEquals("a b c", snippet(" a\r\n\t b\u0000\u202e\u2028c "));
        assertEquals("ab ".repeat(66) + "ab...", snippet("ab ".repeat(500)));
        assertEquals("", snippet(""));
    }

    @Test
    void aCharacterOfTwoUnitsIsNotSplit() {
        String text = "x".repeat(19) + " ";
        assertEquals(
                text.repeat(9) + "x".repeat(19) + "...", snippet(text.repeat(9) + "x".repeat(19) + "\ud83d\ude00"));
    }
}
