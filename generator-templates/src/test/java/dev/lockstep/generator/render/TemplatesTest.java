package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of a user: what they say comes out as it is written, and ours stand in for what they leave out. */
class TemplatesTest {
    private static final ClientModel MODEL = ClientGenerator.model(
            SpecReader.parse("""
                    openapi: 3.1.0
                    info: {title: T, version: '1'}
                    paths:
                      /kinds/{id}:
                        get:
                          operationId: getKind
                          parameters:
                            - {in: path, name: id, required: true, schema: {type: string}}
                            - {in: query, name: page, required: true, schema: {type: integer}}
                          responses: {'200': {description: x}}
                    components: {schemas: {Kind: {type: string, enum: [a]}}}
                    """, "template.yaml"),
            GeneratorOptions.builder("shop").build());

    @TempDir
    Path folder;

    private String rendered(String className, String template, String text) throws IOException {
        Files.writeString(folder.resolve(template + ".mustache"), text);
        return Objects.requireNonNull(
                ClientRenderer.render(MODEL, folder).get("dev/lockstep/vendor/shop/" + className + ".java"));
    }

    private void comesOutAsWritten(String text) throws IOException {
        String source = rendered("Kind", "enum", text);
        assertTrue(source.startsWith("package dev.lockstep.vendor.shop;\n\n"), source);
        assertTrue(source.endsWith("\n\n" + text), () -> text + "\nbecame\n" + source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "        return first(second).third(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", other).fourth().build();\n",
                "                assertEquals(aaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbb.build();\n",
                "            case aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:\n",
                "        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.with(callOptions);\n",
                "        // a comment (of a user, who writes long ones) = about .build(); and .with(callOptions); that end in a call();\n",
                "        int x = 1; /* a comment (of a user, who writes long ones) = about that */ int second = method(1, 2, 333333333);\n",
                "    String text = \"\"\"\n        a, (b, c) = d that is a long line of a text block, longer than any line of code may be, as .build();\n"
                        + "        and one more \\\"\"\" (that, is, long) = enough to be broken, if it were code, which it is not.with(callOptions);\n"
                        + "        \"\"\";\n",
                "    /* the first line of a comment\n     , (b, c) = d that is a long line of a comment, longer than any line of code may be, as .build();\n */\n",
                "        text = \"this is not the end \\u0022, (b, c) = d that is a long line, longer than any line of code may be, a.build();\n",
                "    String s = f(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb).build();\r\n",
                "\n\n   \n",
                "no line end",
                "    static final Object BUILT = new StringBuilder().append(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\").build();\n",
                "        return service.aaaaaaaaaaaaaaaaaaaaaaaaa(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccccccccccccccc).with(callOptions);\n",
                "    void call(java.util.List<String> aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, java.util.List<String> bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) {\n",
                "    @SuppressWarnings({\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\", \"ccccccccccccc\"})\n"
            })
    void linesOfAnyLengthStayAsTheyAre(String text) throws IOException {
        comesOutAsWritten(text);
    }

    /** What a line may be made of; each is one token or several. An underline is a space. */
    private static final List<String> TOKENS = list("""
            ( ) () ({ }) { } < > -> :: = == >= @ , ; . ? : + name Type int case default extends return new class public final
            12 1.5 7L .with(callOptions); .build(); .withPrefix( .configuredAs( .scheme( Json.list( @Nullable @Query( _=_ _->_
            _extends_ case_ "" '_' '(' '"' '\\'' /*_(_,_*/ //_(_,_"
            """);

    /** What a literal may be made of. */
    private static final List<String> TEXTS = list("""
            ( ) a,_b _=_ _->_ _extends_ .build(); .with(callOptions); .configuredAs( // /* */ ' \\" \\\\ { } < > ___ \\u00e9 \\u0007 @
            ; Json.list(
            """);

    private static List<String> list(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.replace('_', ' '))
                .toList();
    }

    private static String literal(Random random, int length) {
        StringBuilder text = new StringBuilder("\"");
        while (text.length() < length) {
            text.append(random.nextInt(3) == 0 ? "word" : TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return text.append('"').toString();
    }

    @Test
    void anyTokensStayAsTheyAre() throws Exception {
        List<String> starts = list("_ case_ @A( @A({ return_ x_=_ static_final_Type_NAME_=_ .scheme( a,_ *_");
        List<String> ends = List.of("", "", ".build();", ".with(callOptions);", " {", ");", "})");
        Random random = new Random(13);
        StringBuilder lines = new StringBuilder();
        for (int round = 0; round < 6000; round++) {
            // Literals stand at, before and behind columns at which a formatter breaks: 80 and 120.
            int from = List.of(0, 60, 76, 80, 100, 116, 120, 130).get(random.nextInt(8)) + random.nextInt(5);
            StringBuilder line = new StringBuilder(" ".repeat(4 * random.nextInt(5)))
                    .append(starts.get(random.nextInt(starts.size())));
            int length = 40 + random.nextInt(160);
            boolean placed = false;
            while (line.length() < length) {
                if (!placed && line.length() >= from) {
                    line.append(' ')
                            .append(literal(random, 2 + random.nextInt(130)))
                            .append(' ');
                    placed = true;
                }
                String token = TOKENS.get(random.nextInt(TOKENS.size()));
                line.append(token).append(random.nextBoolean() ? " " : "");
            }
            // Two braces are Mustache's own.
            String text = line + ends.get(random.nextInt(ends.size()));
            lines.append(text.replaceAll("\\{(?=\\{)", "{ ")).append('\n');
        }
        comesOutAsWritten(lines.toString());
    }

    @Test
    void aLiteralAtAnyColumnStaysWhole() throws Exception {
        String text = "\"GET /a(b, c) = d -> {e} 'f' /* g */ // h .build(); extends\"";
        StringBuilder lines = new StringBuilder();
        for (int column = 40; column < 130; column++) {
            String before = "x".repeat(column - 30);
            for (String line : List.of(
                    "        public static final String " + before + " = " + text + ";",
                    "        @Operation(name = \"" + before + "\", key = " + text + ")",
                    "        return service." + before + "(" + text + ", value).with(callOptions);",
                    "        return service." + before + "(value, f(" + text + ")).build();",
                    "            case \"" + before + "\" -> " + text + ";",
                    "    void " + before + "(@Header(" + text + ") @Nullable String value);")) {
                lines.append(line).append('\n');
            }
        }
        comesOutAsWritten(lines.toString());
    }

    @Test
    void variablesAreFilledIn() throws IOException {
        String source = rendered("Kind", "enum", "final class {{name}} { {{#constants}}{{literal}} {{/constants}}}\n");

        assertEquals("package dev.lockstep.vendor.shop;\n\nfinal class Kind { \"a\" }\n", source);
    }

    @Test
    void whatOursIncludeCanBeReplacedAlone() throws IOException {
        String source = rendered("KindsApi", "argument", "{{#parameter}}own({{expression}}){{/parameter}}\n");

        String call = "service.getKind(own(id),\n" + " ".repeat(24) + "own(page))\n" + " ".repeat(16)
                + ".with(callOptions);\n";
        assertTrue(source.contains("        return " + call), source);
        assertTrue(source.contains("    public ApiCall<Void> getKind(String id, Long page) {\n"), source);
    }

    /** As a template of 0.1 has it. */
    @Test
    void aPackageIsDescribed() throws IOException {
        assertEquals(
                "/** Client of T. */\npackage dev.lockstep.vendor.shop;\n",
                rendered("package-info", "package-info", "{{{javadoc}}}package {{package}};\n"));
    }

    @Test
    void aVariableThatIsNoneIsNamed() {
        assertEquals(
                "template api: No method or field with name 'call' on line 2; docs/templates.md lists what templates may use",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> rendered("KindsApi", "api", "class {{name}} {\n{{call}}}"))
                        .getMessage());
    }
}
