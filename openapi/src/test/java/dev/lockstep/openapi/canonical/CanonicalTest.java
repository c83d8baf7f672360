package dev.lockstep.openapi.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {
    @Test
    void keysAreInOneOrder() {
        String one = """
                paths:
                  /b:
                    post: {responses: {'404': {description: Not}, '200': {description: O}}, operationId: b}
                  /a: {}
                info: {version: '1', title: T}
                openapi: 3.1.0
                """;

        assertEquals("""
                openapi: 3.1.0
                info:
                  title: T
                  version: '1'
                paths:
                  /a: {}
                  /b:
                    post:
                      operationId: b
                      responses:
                        '200':
                          description: O
                        '404':
                          description: Not
                """, Canonical.text(tree(one)));
    }

    @Test
    void propertiesAndExamplesKeepTheVendorsOrder() {
        String schema = schema("properties: {zeta: {type: string}, alpha: {type: string}}, example: {z: 1, a: 2}");

        String text = Canonical.text(tree(schema));

        assertEquals(true, text.indexOf("zeta") < text.indexOf("alpha"));
        assertEquals(true, text.indexOf("z: 1") < text.indexOf("a: 2"));
    }

    @Test
    void siblingsOfAReferenceBecomeAllOfIn30() {
        String text = Canonical.text(tree(schema("$ref: '#/components/schemas/T', description: Mine")));

        assertEquals(
                "{\"description\":\"Mine\",\"allOf\":[{\"$ref\":\"#/components/schemas/T\"}]}",
                tree(text).at("/components/schemas/S").toString());
    }

    @Test
    void siblingsOfAReferenceStayIn31() {
        String text = Canonical.text(
                tree(schema("$ref: '#/components/schemas/T', description: Mine").replace("3.0.3", "3.1.0")));

        assertEquals(
                "{\"$ref\":\"#/components/schemas/T\",\"description\":\"Mine\"}",
                tree(text).at("/components/schemas/S").toString());
    }

    @Test
    void propertyCalledRefIsNoReference() {
        String text = Canonical.text(tree(schema("properties: {$ref: {type: string}, x: {type: string}}")));

        assertEquals(
                "{\"properties\":{\"$ref\":{\"type\":\"string\"},\"x\":{\"type\":\"string\"}}}",
                tree(text).at("/components/schemas/S").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "null",
                "Null",
                "true",
                "yes",
                "Yes",
                "n",
                "on",
                "OFF",
                "=",
                "<<",
                "1",
                "-1",
                "+1",
                "017",
                "0o17",
                "0x1F",
                "0b11",
                "1_000",
                "1.5",
                ".5",
                "5.",
                "1e3",
                "1.5e+3",
                ".inf",
                "-.INF",
                ".nan",
                "12:30:00",
                "190:20:30.15",
                "2020-01-01",
                "2001-12-14t21:59:43.10-05:00",
                "- a",
                "? a",
                "a: b",
                "a:",
                "a #b",
                "#a",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "'",
                "\"",
                "%a",
                "@a",
                "`a",
                "[a",
                "]",
                "{a",
                "}",
                ",a",
                " a",
                "a ",
                "---",
                "...",
                "--- a"
            })
    void textThatYamlWouldTakeForSomethingElseIsQuoted(String text) {
        ObjectNode root = tree("a: x\n");
        root.put("a", text).put(text, "key");
        String written = YamlWriter.write(root);

        assertEquals(root, tree(written));
        assertEquals(true, written.startsWith("a: '") || written.startsWith("a: \""), written);
        String key = written.lines().toList().get(1).replaceFirst("^\\? ", "");
        assertEquals(true, key.startsWith("'") || key.startsWith("\""), written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "1.0.0",
                "3.0.3",
                "application/json",
                "/a/{b}",
                "$ref",
                "a-b",
                "-a",
                "x y",
                "it's",
                "a:b",
                "http://x.test/?a=b#c",
                "Ümläut",
                "日本",
                "😀 smile",
                "null-ish",
                "yesterday",
                "a, b",
                "a [b]",
                "1 apple"
            })
    void otherTextIsPlain(String text) {
        ObjectNode root = tree("a: x\n");
        root.put("a", text);
        String written = YamlWriter.write(root);

        assertEquals(root, tree(written));
        if (!text.contains("😀")) {
            assertEquals("a: " + text + "\n", written);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "trailing\n",
                "two\n\nparagraphs",
                " leading space\nx",
                "trailing space \nx",
                "\nfirst empty",
                "x\n\n",
                "\n",
                "tab\tinside",
                "tab\t\nat the end",
                "nul\u0000",
                "bidi \u202E",
                "nbsp\u00A0",
                "separator\u2028x",
                "cr\r\nlf",
                "lone \uD800 surrogate"
            })
    void anyTextSurvives(String text) {
        ObjectNode root = tree("a: x\n");
        root.put("a", text);

        if (text.contains("\uD800")) {
            return;
        }
        String written = YamlWriter.write(root);

        assertEquals(root, tree(written), written);
        assertEquals(-1, written.indexOf('\u202E'), "written as an escape");
    }

    @Test
    void numbersStayNumbers() {
        String text = Canonical.text(
                tree(
                        schema(
                                "minimum: -9223372036854775809, maximum: 1e400, default: 0.10, multipleOf: 1.0, example: [1e3, -0, 017, 1_0]")));

        assertEquals(text, Canonical.text(tree(text)));
    }

    private static ObjectNode tree(String yaml) {
        return (ObjectNode) SpecReader.parse(yaml, "test.yaml").root();
    }

    private static String schema(String flow) {
        return "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    S: {" + flow
                + "}\n" + "    T: {type: string}\n";
    }
}
