package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.gate.ChangedClient;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Code against yesterday's client compiles and links where the comparison says that it does: by javac and japicmp. */
class KeptJavaTest {
    private static final String SPEC = """
            openapi: 3.1.0
            info: {title: Calls, version: '1'}
            security: [{key: []}]
            paths:
              /calls/{id}/end:
                post:
                  operationId: endCall
                  parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                  requestBody:
                    content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}
                  responses:
                    '200':
                      description: ended
                      content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
              schemas:
                Note:
                  type: object
                  properties:
                    text: {type: string}
                    tone: {type: string, enum: [kind, curt]}
                Cat: {type: object, properties: {purrs: {type: boolean}}}
                Dog: {type: object, properties: {barks: {type: boolean}}}
                Call:
                  type: object
                  required: [id, state]
                  properties:
                    id: {type: string}
                    state: {type: string, enum: [ended, failed, lost]}
                    level: {type: integer, enum: [1, 2]}
                    note: {$ref: '#/components/schemas/Note'}
                    pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
                    detail: {type: object, properties: {at: {type: string, enum: [start, end]}}}
            """;

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> compatible() {
        return Stream.of(
                Arguments.of("enum values removed", "enum: [ended, failed, lost]", "enum: [ended]"),
                Arguments.of("number removed", "enum: [1, 2]", "enum: [2]"),
                Arguments.of("enum dropped", "{type: string, enum: [kind, curt]}", "{type: string}"),
                Arguments.of(
                        "union reordered",
                        "[{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]",
                        "[{$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Cat'}]"),
                Arguments.of("schema renamed with what is in it", "Call'}}}", "CallView'}}}"),
                Arguments.of(
                        "inlined",
                        "note: {$ref: '#/components/schemas/Note'}",
                        "note: {allOf: [{$ref: '#/components/schemas/Note'}]}"),
                Arguments.of(
                        "a second scheme",
                        "key: {type: apiKey, in: header, name: X-Key}",
                        "key: {type: apiKey, in: header, name: X-Key}\n    token: {type: http, scheme: bearer}"));
    }

    private static SpecDocument changed(String from, String to) {
        String text = SPEC.replace(from, to);
        assertNotEquals(SPEC, text, "the document no longer holds " + from);
        return document(to.equals("CallView'}}}") ? text.replace("    Call:\n", "    CallView:\n") : text);
    }

    private static SpecDocument document(String text) {
        return SpecReader.parse(text, "calls.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("compatible")
    void keepsEveryMember(String change, String from, String to) throws Exception {
        SpecDocument after = changed(from, to);

        Comparison comparison = Comparer.compare(ComparisonInput.of(document(SPEC)), ComparisonInput.of(after));

        assertNotEquals(
                JavaImpact.BREAKING, comparison.java(), comparison.findings().toString());
        assertEquals(List.of(), ChangedClient.problems(document(SPEC), after, folder));
    }

    @Test
    void aConstantThatIsGoneIsDeprecatedAndUnknown() {
        GeneratedClient old = ClientGenerator.generate(document(SPEC), options().build());
        GeneratedClient fresh = ClientGenerator.generate(
                changed("enum: [ended, failed, lost]", "enum: [ended]"),
                options().names(old.model().names()).build());
        GeneratedClient later = ClientGenerator.generate(
                changed("enum: [ended, failed, lost]", "enum: [ended]"),
                options().names(fresh.model().names()).build());

        String source = fresh.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("/CallState.java"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertTrue(
                source.contains(
                        "    @Deprecated\n    public static final CallState LOST = new CallState(Values.LOST);"),
                source);
        assertTrue(source.contains("    public static final CallState ENDED = ADAPTER.add(Values.ENDED);"), source);
        assertEquals(fresh.files(), later.files());
    }

    private static GeneratorOptions.Builder options() {
        return GeneratorOptions.builder("calls").server("https://calls.example");
    }
}
