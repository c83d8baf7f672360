package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LiteralsTest {
    @TempDir
    Path classes;

    @Test
    void hostileTextsCompileToThemselves() throws Exception {
        List<String> texts = List.of(
                "",
                " ",
                "v\" + P() + \"",
                "v\\u0022 + P() + \\u0022",
                "\\\\u0022",
                "\\uuuu005c",
                "\\",
                "\\\\\\",
                "line\nbreak\r\n\t\b\f",
                "\0",
                "\u001a",
                "\u2028\u2029\u0085",
                "\ud800",
                "\udc00\ud800",
                "\ud83d\ude00",
                "\u202ertl\u2066",
                "\u200bzero\ufeff",
                "naïve – 漢字 שלום",
                "*/ class P{} /*",
                "\uffff",
                "\uda20" + "\\" + "\u202e");
        StringBuilder source = new StringBuilder("public class T { public static final String[] TEXTS = {");
        texts.forEach(text -> source.append(Literals.string(text)).append(",\n"));
        source.append("}; }");

        assertEquals("", Javac.complaints(source.toString(), classes, "-Xlint:all"));

        assertEquals(texts, List.of((String[]) Javac.field(classes, "TEXTS")));
        assertEquals(1, Javac.classFiles(classes));
    }

    @Test
    void randomTextsCompileToThemselves() throws Exception {
        Random random = new Random(42);
        String alphabet = "\\u02u5c\"'/*\n\r{}@$%n0\ud800\udc00\u202e\ud83d\ude00";
        String[] texts = new String[3_000];
        StringBuilder source = new StringBuilder("public class T { public static final String[] TEXTS = {");
        for (int i = 0; i < texts.length; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(0x10000)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            texts[i] = text.toString();
            source.append(Literals.string(texts[i])).append(",\n");
        }
        source.append("}; }");

        assertEquals("", Javac.complaints(source.toString(), classes, "-Xlint:all"));

        assertEquals(List.of(texts), List.of((String[]) Javac.field(classes, "TEXTS")));
    }

    @Test
    void textTooLongForOneConstantIsJoined() throws Exception {
        String text = "漢".repeat(100_000);

        assertEquals(
                "",
                Javac.complaints(
                        "public class T { public static final String TEXT = " + Literals.string(text) + "; }",
                        classes));

        assertEquals(text, Javac.field(classes, "TEXT"));
        assertFalse(Literals.isConstant(text));
        assertTrue(Literals.isConstant("short"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`plain`              | \"plain\"",
                "`say \"hi\"`         | \"say \\\"hi\\\"\"",
                "`C:\\users`          | \"C:\\\\users\"",
                "`naïve – 漢字 😀`     | \"naïve – 漢字 😀\"",
                "`a\u202eb`           | \"a\\u202eb\"",
                "`\u200b`             | \"\\u200b\"",
                "`שלום`               | \"\\u05e9\\u05dc\\u05d5\\u05dd\"",
            })
    void readableCharactersStayTheOthersAreEscaped(String text, String literal) {
        assertEquals(literal, Literals.string(text));
    }

    @Test
    void numbers() {
        assertEquals("-2147483648", Literals.int32(Integer.MIN_VALUE));
        assertEquals("-9223372036854775808L", Literals.int64(Long.MIN_VALUE));
        assertEquals("1.0E-5d", Literals.float64(0.00001));
        assertEquals("-0.0d", Literals.float64(-0.0));
        assertEquals("new java.math.BigInteger(\"18446744073709551616\")", Literals.bigInteger(BigInteger.TWO.pow(64)));
        assertEquals("new java.math.BigDecimal(\"1.10\")", Literals.bigDecimal(new BigDecimal("1.10")));
    }

    @Test
    void numbersThatJsonLacksHaveNoLiteral() {
        assertEquals(
                "not a JSON number: NaN",
                assertThrows(IllegalArgumentException.class, () -> Literals.float64(Double.NaN))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Literals.float64(Double.POSITIVE_INFINITY));
    }
}
