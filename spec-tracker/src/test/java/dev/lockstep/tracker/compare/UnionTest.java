package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One schema becomes several, and several are written otherwise. */
class UnionTest {
    private static final String SCHEMAS = """
            openapi: 3.1.0
            info: {title: Guards, version: '1'}
            paths:
              /guard:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Ask'}}}}
            components:
              schemas:
                Ask: {type: object, properties: {guard: {anyOf: [%s, {type: 'null'}]}}}
                Plain: {title: Plain, type: object, required: [kind], properties: {kind: {type: string, const: Plain}}}
                Grey: {title: Grey, type: object, required: [kind], properties: {kind: {type: string, const: Grey}, limit: {type: integer}}}
                Wild: {title: Wild, type: object, properties: {kind: {type: string, const: Wild}}}
            """;

    private static final String ALL =
            "{oneOf: [{$ref: '#/components/schemas/Grey'}, {$ref: '#/components/schemas/%s'}]%s}";

    private static List<String> changes(String before, String after) {
        SpecDocument old = SpecReader.parse(SCHEMAS.formatted(before), "old.yaml");
        SpecDocument now = SpecReader.parse(SCHEMAS.formatted(after), "new.yaml");
        return Comparer.compare(ComparisonInput.of(old), ComparisonInput.of(now)).findings().stream()
                .map(Finding::id)
                .filter(id -> !id.startsWith("java-"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void whatMayBeNullBecomesOneOfSeveralAndMayStillBe() {
        assertEquals(
                List.of("request-became-union", "response-became-union-of-kin"),
                changes("{$ref: '#/components/schemas/Plain'}", ALL.formatted("Plain", "")));
    }

    @Test
    void shapesThatLackWhatWasRequiredAreNoKin() {
        assertEquals(
                List.of("request-became-union", "response-became-union"),
                changes("{$ref: '#/components/schemas/Grey'}", ALL.formatted("Wild", "")));
    }

    @Test
    void aUnionInAUnionIsKnownByItsShapes() {
        String text = "{anyOf: [{type: string}, %s]}";

        assertEquals(
                List.of("docs-changed", "request-variant-added", "response-variant-added"),
                changes(
                        text.formatted(ALL.formatted("Plain", ", title: Guard")),
                        text.formatted(
                                ALL.formatted("Plain'}, {$ref: '#/components/schemas/Wild", ", title: Guard-Input"))));
    }
}
