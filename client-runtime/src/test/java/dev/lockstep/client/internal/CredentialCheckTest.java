package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lockstep.client.SecurityScheme;
import org.junit.jupiter.api.Test;

/** What a credential may be, at its very edges. */
class CredentialCheckTest {
    private static final SecurityScheme KEY = SecurityScheme.apiKeyHeader("key", "X-Key");
    private static final SecurityScheme BASIC = SecurityScheme.basic("basic");
    private static final SecurityScheme COOKIE = SecurityScheme.apiKeyCookie("cookie", "session");

    private static void fits(SecurityScheme scheme, String value) {
        assertNull(CredentialCheck.problem(scheme, value));
    }

    private static void refused(SecurityScheme scheme, String value, String problem) {
        assertEquals(problem, CredentialCheck.problem(scheme, value));
    }

    private static String notVisible(int index) {
        return "has a character at index " + index + " that a header cannot carry (only visible ASCII can)";
    }

    @Test
    void nothing() {
        assertEquals("is null", CredentialCheck.problem(KEY, null));
        refused(KEY, "", "is blank");
        refused(KEY, " \t", "is blank");
    }

    @Test
    void length() {
        fits(KEY, "k".repeat(8192));
        refused(KEY, "k".repeat(8193), "has 8193 characters; at most 8192 are allowed");
    }

    @Test
    void visibleAscii() {
        fits(KEY, "!~");
        fits(KEY, "a b");
        refused(KEY, "a\u007f", notVisible(1));
        refused(KEY, "\u001fa", notVisible(0));
        refused(KEY, "a\u00e9", notVisible(1));
    }

    @Test
    void blanksAtTheEdges() {
        refused(KEY, " a", "has a blank at its start or end");
        refused(KEY, "ab ", "has a blank at its start or end");
    }

    @Test
    void lineBreaks() {
        String problem = "has a line break at index 1, perhaps the last one of the file that it was read from";
        refused(KEY, "a\n", problem);
        refused(KEY, "a\r", problem);
        refused(BASIC, ":\n", problem);
    }

    @Test
    void basicIsUserAndPassword() {
        fits(BASIC, "user:pass word\u00e9");
        fits(BASIC, ":x");
        fits(BASIC, " : ");
        refused(BASIC, "user", "is not of the form user:password");
        refused(BASIC, "a:\u001f", notVisible(2));
        refused(BASIC, "\u007f:a", notVisible(0));
    }

    @Test
    void cookies() {
        String problem = "that a cookie cannot carry (RFC 6265)";
        fits(COOKIE, "a=b");
        refused(COOKIE, "\"a", "has a character at index 0 " + problem);
        refused(COOKIE, "a\\b", "has a character at index 1 " + problem);
        refused(COOKIE, "a b", "has a character at index 1 " + problem);
        fits(KEY, "a\"b,c;d\\e");
    }

    @Test
    void carriedPrefixes() {
        String rest = "'; give the bare key, the client writes what belongs before it";
        refused(KEY, "bearer abc", "starts with 'Bearer" + rest);
        refused(KEY, "TOKEN abc", "starts with 'Token" + rest);
        refused(KEY.withPrefix("Key "), "key abc", "starts with 'Key" + rest);
        fits(KEY.withPrefix("Key "), "keyabc");
        fits(KEY, "bearerabc");
    }
}
