package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign text in messages: short, one line, without what looks like a secret. */
class RedactorTest {
    private static String snippet(String text, String... secrets) {
        return Redactor.of(List.of(secrets)).snippet(text);
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

    private static final String KEY = "sk-Live/A+9.k_2~x y";

    /** The key sk-Live/A+9.k_2~x y as servers echo it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-Live/A+9.k_2~x y",
                "SK-LIVE/A+9.K_2~X Y",
                "sk-live/a+9.k_2~x y",
                "sk-Live\\/A+9.k_2~x y",
                "sk\\u002dLive\\u002fA\\u002b9.k_2~x\\u0020y",
                "\\u0073\\u006b\\u002D\\u004cive\\u002FA\\u002B9.k_2~x y",
                "\\U0073k-Live/A+9.k_2~x y",
                "\\uu0073k-Live/A+9.k_2~x y",
                "\\x73k\\x2dLive\\/A\\x2B9.k_2~x y",
                "sk\\u{2d}Live/A+9.k_2~x y",
                "sk%2DLive%2FA%2B9%2Ek%5F2%7Ex%20y",
                "sk%2dLive%2fA%2b9.k_2%7ex+y",
                "sk-Live%2FA%2B9.k_2~x+y",
                "sk&#45;Live&#47;A&#43;9.k_2~x&#32;y",
                "sk&#x2d;Live&#x2F;A&#X2b;9.k_2&#126;x y",
                "sk&#0045;Live&sol;A&plus;9&period;k&lowbar;2~x&nbsp;y",
                "sk&#45Live&#x2f;A+9.k_2~x y",
                "sk&amp;#45;Live/A+9.k_2~x y",
                "sk\\\\u002dLive\\\\/A+9.k_2~x y",
                "sk\\\\\\\\u002dLive/A+9.k_2~x y",
                "sk%u002DLive%u002fA%U002b9%u002ek%u005F2~x%u0020y",
                "sk%25u002DLive/A+9.k_2~x y",
                "sk%252DLive%252fA%25252B9.k_2~x y",
                "sk%5Cu002dLive%5C/A+9.k_2~x y",
                "sk\\u0025\\u0032\\u0064Live/A+9.k_2~x y",
                "sk\\u0026#45;Live/A+9.k_2~x y",
                "sk-Live/\nA+9.k_2~\r\n\tx y",
                "sk-Live/\\nA+9.k_2~\\r\\n\\tx y",
                "sk-Live/\\\\nA+9.k_2~x y",
                "s k - L i v e / A + 9 . k _ 2 ~ x y",
                "sk-\u00adLive/\u200bA+9.\u2060k_2~x\ufeff y",
                "sk-\\u00adLive/&shy;A+9.%E2%80%8Bk_2~x&#8203; y",
                "sk-\ufe0fLive/A+9.k_2~x\u00a0y",
            })
    void keysUnderEscapes(String echo) {
        assertEquals("{\"error\":\"key *** is bad\"}", snippet("{\"error\":\"key " + echo + " is bad\"}", KEY));
    }

    @Test
    void keysWithCharactersThatEscapesAreMadeOf() {
        for (String key :
                List.of("a%41b%zz&amp;c", "p\\u0041ss\\nword", "^(.*)+$[k]{2}|\\d", "x&#45;y&#4;1z", "$1\\Q.\\E***")) {
            for (String echo : List.of(
                    key,
                    json(key),
                    json(json(key)),
                    percent(key),
                    percent(percent(key)),
                    html(key),
                    html(json(percent(key))),
                    percent(json(html(key))))) {
                assertEquals("key *** bad", snippet("key " + echo + " bad", key), () -> key + " as " + echo);
            }
        }
    }

    @Test
    void keysThatAreNotAscii() {
        String password = "p\u00e4\u00dfw\u00f6rd\ud83d\ude00";
        String login = "user:" + password;
        for (String echo : List.of(
                password,
                "P\u00c4\u00dfW\u00d6RD\ud83d\ude00",
                json(password),
                percent(password),
                percent(percent(password)),
                html(password),
                "p&#228;&#xdf;w&#246;rd&#128512;",
                "p&auml;&szlig;w&ouml;rd&#128512;",
                "P&Auml;&szlig;W&Ouml;RD&#x1f600;",
                "p&amp;auml;&szlig;w&#38;ouml;rd\ud83d\ude00",
                "p%E4%DFw%F6rd%uD83D%uDE00",
                "p%u00E4%u00DFw%u00F6rd%uD83D%uDE00",
                "p\\u00e4\\u00dfw\\u00f6rd\\u{1f600}")) {
            assertEquals("pw *** bad", snippet("pw " + echo + " bad", login), echo);
        }
    }

    /** Every character of Latin-1 and the letters after it by its name in HTML. */
    @Test
    void keysUnderNamesOfCharacters() {
        String key = "\u00a1\u00e9\u00ff\u0142\u017e\u20ac\u2013\u00d7\u00df9";
        assertEquals(
                "key *** bad",
                snippet("key &iexcl;&eacute;&yuml;&lstrok;&zcaron;&euro;&ndash;&times;&szlig;9 bad", key));
        assertEquals(
                "key *** bad",
                snippet("key &iexcl;&Eacute;&#255;&Lstrok;&Zcaron;\u20ac\u2013&times;&szlig;9 bad", key));
    }

    @Test
    void referencesWithAnyNumberOfZeros() {
        for (int zeros : List.of(0, 1, 6, 7, 8, 27, 28, 29, 31, 32, 33, 1000, 50_000)) {
            String nought = "0".repeat(zeros);
            for (String echo : List.of(
                    "hun&#" + nought + "116;er2",
                    "hun&#x" + nought + "74;er2",
                    "hun&#" + nought + "116er2",
                    "hu&#X" + nought + "6Eter2",
                    "hun&amp;#" + nought + "116;er2")) {
                String shown = Redactor.of(List.of("hunter2")).mask("key " + echo + " bad");
                assertEquals("key *** bad", shown, () -> zeros + " zeros");
            }
        }
    }

    @Test
    void base64OfLoginsKeysAndPasswords() {
        String login = "ada:hunter2??>";
        String whole = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        String password = Base64.getEncoder().encodeToString("hunter2??>".getBytes(StandardCharsets.UTF_8));
        String url =
                Base64.getUrlEncoder().withoutPadding().encodeToString("hunter2??>".getBytes(StandardCharsets.UTF_8));
        for (String echo : List.of(whole, password, url, percent(whole), json(password), "hunter2??>", login)) {
            assertEquals("got ***, sorry", snippet("got " + echo + ", sorry", login), echo);
        }
        assertEquals("Authorization: Basic ***, sorry", snippet("Authorization: Basic " + whole + ", sorry", login));
        assertEquals("key: Token ***!", snippet("key: Token abc.12!", "abc.12"));
    }

    @Test
    void shortKeysAsTheyAreWritten() {
        assertEquals("the *** of t est, TEST and tes", snippet("the test of t est, TEST and tes", "test"));
        assertEquals("the *** of it", snippet("the t\\u0065st of it", "test"));
        assertEquals("a b c", snippet("a b c", "abc"));
        assertEquals("*** or ab c", snippet("a b c or ab c", "a b c"));
    }

    @Test
    void keysAreMaskedBeforeTheTextIsCut() {
        String key = "key-0123456789abcdefghij-xyz";
        for (int before = 150; before < 210; before++) {
            String shown = snippet("ab ".repeat(70).substring(0, before) + " " + key + " and more", key);
            assertEquals(-1, shown.indexOf("key-"), shown);
        }
        for (int before = 1950; before < 1990; before++) {
            String shown = snippet(" ".repeat(before) + key + " and more", key);
            assertEquals("*** and", shown.substring(0, 7));
        }
        assertEquals("cut ***", snippet("cut key-0123456789", key));
        assertEquals("cut key-0", snippet("cut key-0", key));
    }

    @Test
    void whatIsNoKeyStays() {
        String text = "{\"path\":\"C:\\\\new\\/x\",\"url\":\"?a=%20b&amp;c&#45;d\",\"text\":\"1 + 1 \\u0041\"}";
        assertEquals(text, snippet(text, KEY));
        assertEquals("%", snippet("%", KEY));
        assertEquals("\\u00 &#; &; &#x; %4 \\x4 \\u{} \\", snippet("\\u00 &#; &; &#x; %4 \\x4 \\u{} \\", KEY));
    }

    @Test
    void severalKeysAndTheSameTwice() {
        assertEquals(
                "*** then *** then ***", snippet("key-1-one then key-2-two then KEY-1-ONE", "key-1-one", "key-2-two"));
        assertEquals("***", snippet("key-1-onekey-1-one", "key-1-one"));
        assertEquals("*** end", snippet("aaaaaaaaa end", "aaaaaa"));
    }

    @Test
    void exceptionsThatNameAKeyAnywhere() {
        Redactor redactor = Redactor.of(List.of(KEY));
        IOException harmless = new IOException("reset", new IOException("broken pipe"));
        assertSame(harmless, redactor.printable(harmless));
        IOException suppressing = new IOException("reset");
        suppressing.addSuppressed(new IOException("x", new IOException("status sk%2DLive/A+9.k_2~x y")));
        assertEquals(
                "java.io.IOException: java.io.IOException",
                redactor.printable(suppressing).toString());
        IOException circle = new IOException("one");
        circle.initCause(new IOException("two", circle));
        assertSame(circle, redactor.printable(circle));
        RuntimeException unreadable = new RuntimeException("x") {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new IllegalStateException(KEY);
            }
        };
        assertEquals(IOException.class, redactor.printable(unreadable).getClass());
    }

    static String json(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\' || unit == '/') {
                escaped.append('\\').append(unit);
            } else if (Character.isLetterOrDigit(unit) && unit < 0x80) {
                escaped.append(unit);
            } else {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
        return escaped.toString();
    }

    static String percent(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= 0 && Character.isLetterOrDigit(octet);
            escaped.append(plain ? (char) octet + "" : String.format("%%%02X", octet & 0xff));
        }
        return escaped.toString();
    }

    static String html(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean plain = point < 0x80 && Character.isLetterOrDigit(point);
            escaped.append(plain ? Character.toString(point) : point == '&' ? "&amp;" : "&#" + point + ";");
        });
        return escaped.toString();
    }
}
