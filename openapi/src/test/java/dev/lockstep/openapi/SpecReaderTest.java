package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecReaderTest {
    @TempDir
    Path folder;

    private static JsonNode value(String plain) {
        return SpecReader.parse("a: " + plain + "\n", "spec.yaml").root().get("a");
    }

    private static String refusal(String text) {
        return Objects.requireNonNull(assertThrows(SpecException.class, () -> SpecReader.parse(text, "spec.yaml"))
                .getMessage());
    }

    private static String refusedWithin(Duration most, Supplier<String> text) {
        String hostile = text.get();
        return CpuTime.within(most, () -> refusal(hostile));
    }

    /** Looked for to the document's end, line by line, a sign that it lacks took minutes. */
    @Test
    void aLongDocumentWithoutACommentIsReadOnce() {
        StringBuilder text = new StringBuilder("a:\n  first: …\n");
        for (int i = 1; i < 60_000; i++) {
            text.append("  key").append(i).append(": some words that go on until the line is of the usual width\n");
        }

        JsonNode read = CpuTime.within(Duration.ofSeconds(3), () -> SpecReader.parse(text.toString(), "spec.yaml"))
                .root();

        assertEquals(60_000, read.path("a").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on",
                "off",
                "yes",
                "no",
                "y",
                "N",
                "1_000",
                "12:30:00",
                "2020-01-01",
                "2020-01-01T00:00:00Z",
                "0b101",
                "1.2.3",
                "1e",
                "e1",
                "+",
                ".",
                "..",
                "0o8",
                "0xg",
                "1,000",
                "NaN",
                "Infinity",
                "nUll",
                "tRue",
                "-.nan",
                "0o",
                "0x",
                "١٢"
            })
    void staysText(String plain) {
        assertEquals(plain, value(plain).textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "0o17, 15",
        "0x1F, 31",
        "017, 17",
        "-0, 0",
        "+12, 12",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9223372036854775808, 9223372036854775808",
        "1.10, 1.10",
        "1e3, 1E+3",
        "-.5, -0.5",
        "5., 5",
    })
    void isANumber(String plain, String number) {
        assertTrue(value(plain).isNumber());
        assertEquals(number, value(plain).asText());
    }

    @Test
    void numbersBeyondWhatAnyoneHoldsAreDoubles() {
        assertEquals(Double.POSITIVE_INFINITY, value("1e999999999").doubleValue());
        assertEquals(Double.POSITIVE_INFINITY, value("1e99999999999999999999").doubleValue());
        assertEquals(0.0, value("1e-999999999").doubleValue());
        assertEquals(Double.NEGATIVE_INFINITY, value("-.inf").doubleValue());
        assertTrue(Double.isNaN(value(".nan").doubleValue()));
        assertEquals(Double.POSITIVE_INFINITY, value("9".repeat(100_000)).doubleValue());
        assertEquals(
                Double.POSITIVE_INFINITY,
                SpecReader.parse("{\"a\": 1e999999999}", "spec.json")
                        .root()
                        .get("a")
                        .doubleValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
    void isNull(String plain) {
        assertTrue(value(plain).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE"})
    void isTrue(String plain) {
        assertTrue(value(plain).booleanValue());
    }

    @Test
    void quotedScalarsAreText() {
        assertEquals(
                List.of("true", "1", "", "~"),
                SpecReader.parse("a: ['true', \"1\", '', \"~\"]", "s")
                        .root()
                        .get("a")
                        .valueStream()
                        .map(JsonNode::textValue)
                        .toList());
    }

    @Test
    void keysAreAlwaysText() {
        JsonNode root = SpecReader.parse("200: a\non: b\ntrue: c\n~: d\n1.0: e\n2020-01-01: f\n? g\n", "s")
                .root();

        assertEquals(
                List.of("200", "on", "true", "~", "1.0", "2020-01-01", "g"),
                root.propertyStream().map(java.util.Map.Entry::getKey).toList());
    }

    @Test
    void everyPlaceHasItsLine() {
        SpecDocument document = SpecReader.parse("""
                # comment
                openapi: 3.1.0
                paths:
                  /a/b:
                    get:
                      tags:
                        - one
                        - two
                  "~x": {y: 1,
                    z: 2}
                """, "spec.yaml");

        assertEquals(2, document.line("#"));
        assertEquals(2, document.line("#/openapi"));
        assertEquals(4, document.line("#/paths/~1a~1b"));
        assertEquals(7, document.line("#/paths/~1a~1b/get/tags/0"));
        assertEquals(8, document.line("#/paths/~1a~1b/get/tags/1"));
        assertEquals(10, document.line("#/paths/~0x/z"));
        assertEquals(5, document.line("#/paths/~1a~1b/get/absent/deeper"));
        assertEquals(6, document.line("#/paths/~1a~1b/get/tags/7"));
        assertEquals("two", document.at("#/paths/~1a~1b/get/tags/1").textValue());
        assertTrue(document.at("#/paths/none").isMissingNode());
        assertEquals("spec.yaml:4 #/paths/~1a~1b", document.place("#/paths/~1a~1b"));
        assertTrue(document.is31());
    }

    @Test
    void jsonHasLinesToo() {
        SpecDocument document = SpecReader.parse("{\r\n \"a\": [\r\n  1,\r\n  {\"b\": 2}\r\n ]\r\n}", "spec.json");

        assertEquals(4, document.line("#/a/1/b"));
        assertEquals(3, document.line("#/a/0"));
    }

    @Test
    void blockOfAPageCountsThePagesLines() {
        SpecDocument document = SpecReader.parse("a: 1\nb: 2\n", "page.md", 40);

        assertEquals(41, document.line("#/b"));
        assertEquals(
                "page.md:41: duplicate key \"a\", first on line 40; keep one of the two",
                assertThrows(SpecException.class, () -> SpecReader.parse("a: 1\na: 2\n", "page.md", 40))
                        .getMessage());
    }

    @Test
    void manyKeysAreFoundByIndex() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append("k").append(i).append(": x\n");
        }

        assertEquals(778, SpecReader.parse(text.toString(), "s").line("#/k777"));
    }

    @Test
    void duplicateKeysAreRefusedInBothNotations() {
        assertEquals(
                "spec.yaml:3: duplicate key \"a\", first on line 1; keep one of the two",
                refusal("a: 1\nb: 2\na: 3\n"));
        assertEquals(
                "spec.yaml:1: duplicate key \"200\", first on line 1; keep one of the two",
                refusal("{200: 1, '200': 2}"));
        SpecException json = assertThrows(
                SpecException.class, () -> SpecReader.parse("{\"x\":\n{\"a\": 1,\n\"a\": 2}}", "spec.json"));
        assertEquals("spec.json:3: duplicate key \"a\", first on line 2; keep one of the two", json.getMessage());
        assertEquals("#/x", json.pointer());
    }

    @Test
    void yamlThatHidesThingsIsRefused() {
        assertEquals(
                "spec.yaml:1: the YAML tag \"tag:yaml.org,2002:javax.script.ScriptEngineManager\"; only untagged values are read",
                refusal("a: !!javax.script.ScriptEngineManager [x]\n"));
        assertEquals("spec.yaml:1: the YAML tag \"!local\"; only untagged values are read", refusal("a: !local x\n"));
        assertEquals("spec.yaml:2: a YAML merge key (<<); write the keys out", refusal("a: &x {b: 1}\n<<: *x\n"));
        assertEquals(
                "spec.yaml:2: a second YAML document begins here; one file holds one document",
                refusal("a: 1\n---\nb: 2\n"));
        assertEquals(
                "spec.yaml:1: a mapping key is a mapping or a sequence; keys are strings", refusal("? [a]\n: b\n"));
        assertEquals(
                "spec.yaml:1: the alias *x names no finished anchor before it",
                refusal("a: &x\n  b: *x\n".replace("\n  ", " {").replace("*x\n", "*x}\n")));
    }

    @Test
    void aliasesRepeatTheirAnchor() {
        SpecDocument document = SpecReader.parse("a: &x {b: 1}\nc: *x\nd: &k key\n*k : e\n", "s");

        assertEquals(1, document.at("#/c/b").intValue());
        assertEquals(1, document.line("#/c/b"));
        assertEquals("e", document.at("#/key").textValue());
    }

    @Test
    void quotedMergeKeyIsAName() {
        assertEquals(1, SpecReader.parse("'<<': 1\n", "s").at("#/<<").intValue());
    }

    @Test
    void aliasBombIsRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [*a%d".formatted(i, i, i - 1))
                    .append(", *a%d".formatted(i - 1).repeat(8))
                    .append("]\n");
        }
        assertTrue(bomb.length() < 900);

        String message = refusedWithin(Duration.ofSeconds(1), bomb::toString);

        assertEquals("spec.yaml:6: YAML aliases repeat more than 200000 nodes", message);
    }

    @Test
    void manyAliasesAreRefused() {
        assertEquals(
                "spec.yaml:2: more than 1000 YAML aliases", refusal("a: &a 1\nb: [" + "*a, ".repeat(1_001) + "]\n"));
    }

    @Test
    void depthIsBounded() {
        String message = "spec.yaml:1: nested more than 400 levels deep";

        assertEquals(message, refusedWithin(Duration.ofSeconds(2), () -> "a: " + "[".repeat(5_000)));
        assertEquals(message, refusedWithin(Duration.ofSeconds(2), () -> "{\"a\":".repeat(5_000)));
        assertEquals("spec.yaml:401: nested more than 400 levels deep", refusedWithin(Duration.ofSeconds(2), () -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 5_000; i++) {
                text.append(" ".repeat(i)).append("a:\n");
            }
            return text.toString();
        }));
        assertEquals(
                399,
                depth(SpecReader.parse("{\"a\":".repeat(399) + "1" + "}".repeat(399), "s")
                        .root()));
    }

    private static int depth(JsonNode node) {
        return node.isObject() ? 1 + depth(node.get("a")) : 0;
    }

    @Test
    void sizeIsBounded() {
        assertEquals(
                "spec.yaml:100001: more than 100000 entries in one mapping or sequence",
                refusedWithin(Duration.ofSeconds(2), () -> numbered("p%d: {type: string}\n", 200_000)));
        assertEquals(
                "spec.yaml:1: more than 100000 entries in one mapping or sequence",
                refusedWithin(Duration.ofSeconds(2), () -> "{" + numbered("\"p%d\":{},", 1_000_000) + "\"z\":1}"));
        assertEquals(
                "spec.yaml:2: a line of more than 2097152 characters",
                refusedWithin(Duration.ofSeconds(2), () -> "b: 1\na: '" + "x".repeat(10 * 1024 * 1024) + "'\n"));
        assertEquals(
                "spec.yaml:1: a text of more than 2097152 characters",
                refusedWithin(Duration.ofSeconds(2), () -> "a: |\n" + ("  " + "x".repeat(98) + "\n").repeat(100_000)));
        assertEquals(
                "spec.yaml:1: a text of more than 2097152 characters",
                refusedWithin(Duration.ofSeconds(2), () -> "{\"a\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}"));
        assertEquals("spec.yaml: is larger than 32 MiB", refusal(" ".repeat(32 * 1024 * 1024 + 1)));
        assertEquals(
                1_000_000, value("'" + "x".repeat(1_000_000) + "'").textValue().length());
    }

    private static String numbered(String line, int count) {
        StringBuilder text = new StringBuilder();
        String[] around = line.split("%d", 2);
        for (int i = 0; i < count; i++) {
            text.append(around[0]).append(i).append(around[1]);
        }
        return text.toString();
    }

    @Test
    void notADocument() {
        assertEquals("spec.yaml:1: is empty", refusal(""));
        assertEquals("spec.yaml:1: is empty", refusal("# only a comment\n"));
        assertEquals("spec.yaml:1: is not a mapping of keys to values at its top level", refusal("- a\n"));
        assertEquals("spec.yaml:1: is not a mapping of keys to values at its top level", refusal("Just text.\n"));
        assertEquals(
                "spec.yaml:1: is an HTML or XML page, not a YAML or JSON document",
                refusal("\n<!DOCTYPE html>\n<html>"));
    }

    @Test
    void syntaxErrorsNameTheirLine() {
        assertEquals("spec.yaml:2: is not YAML: mapping values are not allowed here", refusal("a: b\n c: d: e\n"));
        assertTrue(refusal("a: [1\nb: 2\n").startsWith("spec.yaml:2: is not YAML: "), refusal("a: [1\nb: 2\n"));
        assertEquals("spec.yaml:2: is not YAML: the character U+0007 is not allowed", refusal("a: b\nc: \u0007\n"));
        String json = assertThrows(SpecException.class, () -> SpecReader.parse("{\"a\":\n1,}", "spec.json"))
                .getMessage();
        assertEquals(
                "spec.json:2: is not JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
                json);
        assertEquals(
                "spec.json:1: is not JSON: text after the end of the document",
                assertThrows(SpecException.class, () -> SpecReader.parse("{} {}", "spec.json"))
                        .getMessage());
    }

    @Test
    void flowMappingInYamlIsNotMistakenForJson() {
        assertEquals(
                1, SpecReader.parse("{a: 1, 'b': [x]}\n", "spec.yaml").at("#/a").intValue());
    }

    @Test
    void wideBlankLineOfABlockScalarIsOverlooked() {
        SpecDocument document = SpecReader.parse("a: |+\n    \n  text\nb: 1\n", "s.yaml");

        assertEquals("\ntext\n", document.at("#/a").textValue());
        assertEquals(
                List.of("note s.yaml:1 #/a: a block scalar begins with a blank line that is wider than its text;"
                        + " the white space of such lines was ignored"),
                document.diagnostics().stream().map(Diagnostic::toString).toList());
    }

    @Test
    void loneSurrogatesAndNulsOfEscapesAreKept() {
        assertEquals("\ud800", value("\"\\ud800\"").textValue());
        assertEquals("\0", value("\"\\0\"").textValue());
        assertEquals(
                "\udc00x",
                SpecReader.parse("{\"a\": \"\\udc00x\"}", "s.json").at("#/a").textValue());
    }

    @Test
    void fileEncodings() throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.write(file, "\uFEFFopenapi: 3.0.3\r\ninfo: é\r\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("é", SpecReader.read(file).at("#/info").textValue());
        assertEquals(2, SpecReader.read(file).line("#/info"));

        Files.write(file, "\uFEFFopenapi: 3.0.3\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals("is encoded in UTF-16; only UTF-8 is read", reason(file));

        Files.write(file, new byte[] {'a', ':', '\n', ' ', (byte) 0xC3, (byte) 0x28});
        SpecException notUtf8 = assertThrows(SpecException.class, () -> SpecReader.read(file));
        assertEquals("is not UTF-8", notUtf8.reason());
        assertEquals(2, notUtf8.line());

        assertEquals("no such file", reason(folder.resolve("absent.yaml")));
    }

    private static String reason(Path file) {
        return assertThrows(SpecException.class, () -> SpecReader.read(file)).reason();
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(11);
        String alphabet = "ab:- \n\t{}[]\"'|>&*!%#?,~<\\\ud800\u202e01.\r";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(24); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                assertTrue(SpecReader.parse(text.toString(), "s").root().isObject());
            } catch (SpecException refused) {
                assertTrue(refused.reason().length() > 5, refused.reason());
            }
        }
    }
}
