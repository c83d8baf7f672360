package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.generator.gate.CompiledClient;
import dev.lockstep.generator.gate.RetrofitCheck;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of a document, and lines of a user's template, that are longer than a line of Java should be. */
class LongTextsTest {
    @TempDir
    Path folder;

    /** Words around what a search for Java would take for Java. */
    private static String text(String piece) {
        return ("words " + piece + " ").repeat(14).strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", ")", "(a, b)", "= (", "-> {", "extends", ".build();", "\"", "\\", "'", "//", "/*", "{@", ","
            })
    void longTextsStayWholeWhereverTheyStand(String piece) throws Exception {
        String text = text(piece);
        String json = new ObjectMapper().writeValueAsString(text);
        String path = "/things/" + "(a),b".repeat(20);
        try (CompiledClient client = CompiledClient.of(
                SpecReader.parse("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                servers: [{url: 'https://example.com'}]
                paths:
                  '%PATH%':
                    post:
                      operationId: makeThing
                      parameters:
                        - {in: query, name: %TEXT%, required: true, schema: {type: string}}
                        - {in: cookie, name: b, schema: {$ref: '#/components/schemas/Kind'}}
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                      responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}}
                security: [{%TEXT%: []}]
                components:
                  securitySchemes: {%TEXT%: {type: apiKey, in: header, name: X-Key}}
                  schemas:
                    Kind: {type: string, enum: [%TEXT%]}
                    Number: {enum: [1, %TEXT%]}
                    Thing: {type: object, required: [%TEXT%], properties: {%TEXT%: {type: [string, 'null']}}}
                    Cat: {type: object, required: [type], properties: {type: {type: string}}}
                    Dog: {type: object, required: [type], properties: {type: {type: string}}}
                    Animal:
                      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                      discriminator: {propertyName: type, mapping: {%TEXT%: '#/components/schemas/Cat'}}
                """.replace("%PATH%", path).replace("%TEXT%", json), "long.yaml"), "long", folder)) {
            RetrofitCheck.validate(client);
            Class<?> values = Class.forName(
                    client.type("Kind").getName() + "$Values",
                    true,
                    client.type("Kind").getClassLoader());
            assertEquals(text, values.getFields()[0].get(null));
        }
    }

    @Test
    void aTemplateOfAUserMayHaveAnyLine() throws Exception {
        String ours = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/retrofit-moshi/enum.mustache"))
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        String quotes = "\"\"\"";
        String more = """
                    /* A comment, (whose first line is long) = and whose words would be broken by a formatter, were it code
                     , (or) = its second line, which is as long as the first one and does not begin with a star either .build();
                     */
                    private static final char QUOTE = '"', OPEN = '(';
                    static String text() {
                        return java.util.List.of("a", "b", "c").stream().collect(java.util.stream.Collectors.joining()).concat(QUOTE + "x").strip(); // the end, (of = it).build();
                    }
                    static String block() {
                        return QQQ
                                {"text": "of, (a block) = that is longer than a line", "more": "and so that it is really longer"}.build();
                                QQQ;
                    }
                    static Object built() { return new StringBuilder().append("aaaaaaaaaaaaaaaaaaaaaa").append(new Object() { Object build() { return 1; } }.build()); }
                """.replace("QQQ", quotes);
        int end = ours.lastIndexOf('}');
        Files.writeString(folder.resolve("enum.mustache"), ours.substring(0, end) + more + "}\n");
        GeneratedClient client = ClientGenerator.generate(
                SpecReader.parse("""
                        openapi: 3.1.0
                        info: {title: T, version: '1'}
                        paths: {}
                        components: {schemas: {Kind: {type: string, enum: [a]}}}
                        """, "template.yaml"),
                GeneratorOptions.builder("shop").templateDirectory(folder).build());

        String file = Objects.requireNonNull(client.files().get("dev/lockstep/vendor/shop/Kind.java"));
        assertTrue(
                file.contains(more),
                () -> more.lines().filter(line -> !file.contains(line)).collect(Collectors.joining("\n")));
        assertTrue(file.contains("import dev.lockstep.client.json.OpenEnum;\n"), file);
    }
}
