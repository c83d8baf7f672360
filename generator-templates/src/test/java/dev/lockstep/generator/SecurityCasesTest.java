package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hostile documents through the whole generator. {@code ClientGenerator} itself parses every generated file again, so that a
 * client that comes out at all holds no foreign declaration; the tests look at what became of the text.
 */
final class SecurityCasesTest {
    private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** Texts that broke out of a stock generator's output, or that try to. */
    private static final String[] HOSTILE = {
        "x */ class P{} /*",
        "\\u002a\\u002f class P{} /*",
        "\\uuuu002a\\uu002f static { P(); }",
        "C:\\users\\name",
        "v\" + P() + \"",
        "v\\u0022 + P() + \\u0022",
        "\\u0022; static { P(); } String x = \\u0022",
        "\"; static { P(); }",
        "a\nb\r\u2028c\0d",
        "\ud800",
        "{{{mustache}}}",
        "{{=<% %>=}}",
        "${jndi:ldap://x}",
        "%s %n %1$s",
        "]]>",
        "a\"); P(); (\"",
        "(a+)+$",
        "\u202e\u2066 evil",
        "@deprecated",
        "{@link Runtime}",
        "<script>",
        "class",
        "getClass",
        "hashCode",
        "__proto__",
        ""
    };

    private static String quoted(String text) {
        return TextNode.valueOf(text)
                .toString()
                .replace("\u2028", "\\u2028")
                .replace("\u202e", "\\u202e")
                .replace("\u2066", "\\u2066")
                .replace("\ud800", "\\ud800");
    }

    private static SortedMap<String, String> generate(String json) {
        return ClientGenerator.generate(
                        SpecReader.parse(json, "s.json"),
                        GeneratorOptions.builder("x").packageName("a.b").build())
                .files();
    }

    private static String document(String paths, String schemas, String more) {
        return """
                {"openapi": "3.0.3", "info": {"title": "T", "version": "1"},
                 "servers": [{"url": "https://h.example"}], %s
                 "paths": {%s}, "components": {"schemas": {%s}}}
                """.formatted(more, paths, schemas);
    }

    private static String get(String path, String operation) {
        return "%s: {\"get\": {%s \"responses\": {\"204\": {\"description\": \"ok\"}}}}"
                .formatted(quoted(path), operation);
    }

    private static String code(Map<String, String> files) {
        return COMMENTS.matcher(String.join("\n", files.values())).replaceAll("");
    }

    private static String refusal(String json) {
        return assertThrows(SpecException.class, () -> generate(json)).reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x */ class P{} /*",
                "\\u002a\\u002f class P{} /*",
                "\\uuuuu002a\\u002f class P{} /*",
                "C:\\users",
                "@deprecated\n@see P",
                "{{{mustache}}} {{=<% %>=}} ${x} %s ]]>"
            })
    void cases1to5and29and44textStaysInComments(String text) {
        String docs =
                "\"description\": %1$s, \"summary\": %1$s, \"externalDocs\": {\"url\": %1$s, \"description\": %1$s},"
                        .formatted(quoted(text));
        SortedMap<String, String> files = generate(document(
                get("/a", docs + "\"operationId\": \"a\", \"tags\": [\"T\"],"),
                "\"A\": {\"type\": \"object\", \"title\": %1$s, \"description\": %1$s, \"properties\": {\"p\": {\"type\": \"string\", \"description\": %1$s}}}"
                        .formatted(quoted(text)),
                ""));

        assertFalse(code(files).contains("class P"), code(files));
        assertEquals(
                generate(document(
                                get("/a", "\"operationId\": \"a\", \"tags\": [\"T\"],"),
                                "\"A\": {\"type\": \"object\", \"properties\": {\"p\": {\"type\": \"string\"}}}",
                                ""))
                        .keySet(),
                files.keySet());
    }

    @Test
    void cases6to9and15and16and43everyTextIsALiteralOrASafeName() {
        StringBuilder properties = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (String text : HOSTILE) {
            properties
                    .append(properties.isEmpty() ? "" : ",")
                    .append(quoted(text))
                    .append(": {\"type\": \"string\"}");
            values.append(values.isEmpty() ? "" : ",").append(quoted(text));
        }

        SortedMap<String, String> files = generate(document(
                get("/a", "\"operationId\": \"a\","),
                "\"A\": {\"type\": \"object\", \"properties\": {%s}}, \"E\": {\"type\": \"string\", \"enum\": [%s]}"
                        .formatted(properties, values),
                ""));

        String code = String.join("\n", files.values());
        assertTrue(code.contains("\"v\\\" + P() + \\\"\""), code);
        assertTrue(code.contains("\"v\\\\u0022 + P() + \\\\u0022\""), code);
        assertTrue(code.contains("\"a\\nb\\r\\u2028c\\u0000d\""), code);
        assertTrue(code.contains("\"\\u202e\\u2066 evil\""), code);
    }

    @Test
    void case9and16collidingNamesDoNotDependOnOrder() {
        String one = "\"fooBar\": {\"type\": \"string\"}";
        String two = "\"foo_bar\": {\"type\": \"string\"}";
        String schema = "\"A\": {\"type\": \"object\", \"properties\": {%s, %s}}";

        String forth = code(generate(document(get("/a", ""), schema.formatted(one, two), "")));
        String back = code(generate(document(get("/a", ""), schema.formatted(two, one), "")));

        assertEquals(
                forth.lines().filter(l -> l.contains("public String ")).sorted().toList(),
                back.lines().filter(l -> l.contains("public String ")).sorted().toList());
    }

    @Test
    void case17schemaNamesStayUnderTheRoot() {
        String names =
                "\"../../../X\": {%1$s}, \"con\": {%1$s}, \"a/b\": {%1$s}, \"Object\": {%1$s}, \"String\": {%1$s}, \"%2$s\": {%1$s}"
                        .formatted(
                                "\"type\": \"object\", \"properties\": {\"p\": {\"type\": \"string\"}}",
                                "L".repeat(300));

        for (String file : generate(document(get("/a", ""), names, "")).keySet()) {
            assertTrue(file.matches("a/b/[A-Za-z][A-Za-z0-9-]*\\.java"), file);
            assertFalse(file.equalsIgnoreCase("a/b/con.java"), file);
            assertFalse(file.equals("a/b/String.java") || file.equals("a/b/Object.java"), file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../X", "a(){} class P{} void z", "class", "", "\\u0022", "\u202ex"})
    void case18tagsAndOperationIds(String text) {
        SortedMap<String, String> files = generate(
                document(get("/a/things", "\"operationId\": %1$s, \"tags\": [%1$s],".formatted(quoted(text))), "", ""));

        assertFalse(code(files).contains("class P"), code(files));
        files.keySet().forEach(file -> assertTrue(file.matches("a/b/[A-Za-z][A-Za-z0-9-]*\\.java"), file));
    }

    @Test
    void cases19and20extensionsChangeNothing() {
        String schema =
                "\"A\": {\"type\": \"object\", %s \"properties\": {\"p\": {%s \"type\": \"string\", \"enum\": [\"a\"]}}}";
        String extensions = "\"x-class-extra-annotation\": \"@P\", \"x-field-extra-annotation\": \"@P\","
                + " \"x-setter-extra-annotation\": \"@P\", \"x-implements\": [\"P\"], \"x-enum-varnames\": [\"P\"],"
                + " \"x-enum-descriptions\": [\"*/\"], \"x-lockstep-evidence\": \"e\",";

        assertEquals(
                generate(document(get("/a", ""), schema.formatted("", ""), "")),
                generate(document(
                        get("/a", "\"x-operation-extra-annotation\": \"@P\", \"x-lockstep-retry\": \"always\","),
                        schema.formatted(extensions, extensions),
                        "\"x-group\": \"@P\",")));
    }

    @Test
    void cases21and22and41defaultsAndPatternsAreTypedOrDropped() {
        String properties = """
                "a": {"type": "string", "default": "\\"; P(); \\""},
                "b": {"type": "integer", "default": "1; int p=2"},
                "c": {"type": "string", "format": "date-time", "default": "\\");"},
                "d": {"type": "string", "pattern": "a\\"); P(); (\\""},
                "e": {"type": "string", "pattern": "%s"},
                "f": {"type": "number", "default": 1e999999999},
                "g": {"type": "integer", "format": "int64", "default": 9223372036854775807},
                "h": {"type": "integer", "format": "int64", "default": -9223372036854775808},
                "i": {"type": "integer", "default": -0}
                """.formatted("(a+)+$".repeat(170_000));

        String code = code(generate(document(
                get("/a", ""), "\"A\": {\"type\": \"object\", \"properties\": {%s}}".formatted(properties), "")));

        assertFalse(code.contains("int p=2"), "an integer's default that is no integer");
        assertFalse(code.contains("P(); (\""), "a pattern");
        assertFalse(code.contains("(a+)+$"), "a pattern");
        assertFalse(code.contains("Infinity") || code.contains("999999999"), "a number that nothing holds");
    }

    @Test
    void cases10to14and23and27refusals() {
        assertTrue(refusal(document(get("/b/x\\u0022) class P{}", ""), "", "")).startsWith("the path "));
        assertTrue(refusal(document(get("/b/\"", ""), "", "")).startsWith("the path "));
        assertTrue(
                refusal(document(get("/a", "\"parameters\": [{\"name\": \"X\\r\\nY\", \"in\": \"header\"}],"), "", ""))
                        .startsWith("the header name "));
        assertTrue(refusal(document(
                        "\"/a\": {\"post\": {\"requestBody\": {\"content\": {\"application/json\\\" + P() + \\\"\": {}}}}}",
                        "",
                        ""))
                .startsWith("the media type "));
    }

    @Test
    void case12queryNamesAreLiterals() {
        String code = code(generate(document(
                get(
                        "/a",
                        "\"operationId\": \"a\", \"parameters\": [{\"name\": \"q\\\"\\\\u0022\", \"in\": \"query\", \"required\": true,"
                                + " \"schema\": {\"type\": \"string\"}}],"),
                "",
                "")));

        assertTrue(code.contains("\"q\\\"\\\\u0022\""), code);
    }

    @Test
    void sameBytesTwice() {
        String json = document(get("/a", "\"operationId\": \"a\","), "\"A\": {\"type\": \"object\"}", "");

        assertEquals(generate(json), generate(json));
    }
}
