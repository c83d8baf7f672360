package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of a discriminator's mapping: those that values can have, and those that only stand in the document. */
class DiscriminatorTest {
    private static final String SPEC = """
            openapi: 3.1.0
            info: {title: Calls, version: '1'}
            paths:
              /calls/{id}:
                get:
                  parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema:
                            oneOf:
                              - $ref: '#/components/schemas/Voice'
                              - $ref: '#/components/schemas/Video'
                            discriminator:
                              propertyName: kind
                              mapping:
                                voice__1: '#/components/schemas/Voice'
                                video__1: '#/components/schemas/Video'
            components:
              schemas:
                Voice:
                  type: object
                  properties: {kind: {type: string, const: voice}, codec: {type: string}}
                Video:
                  type: object
                  properties: {kind: {type: string, const: video}, width: {type: integer}}
            """;
    private static final String OPEN = SPEC.replace(", const: voice", "").replace(", const: video", "");

    private static List<String> told(String before, String after) {
        return Comparer.compare(
                        ComparisonInput.of(SpecReader.parse(before, "old.yaml")),
                        ComparisonInput.of(SpecReader.parse(after, "new.yaml")))
                .findings()
                .stream()
                .filter(finding -> finding.wire() != Wire.DOCS_ONLY)
                .map(Finding::id)
                .toList();
    }

    @Test
    void nameThatNoValueHasIsRenamed() {
        String after = SPEC.replace("voice__1", "tools__voice__2");

        assertEquals(List.of(), told(SPEC, after));
        assertEquals(List.of(), told(after, SPEC));
    }

    @Test
    void nameThatValuesHaveIsRenamed() {
        assertEquals(
                List.of("discriminator-mapping-removed", "discriminator-mapping-added"),
                told(OPEN, OPEN.replace("voice__1", "tools__voice__2")));
    }

    @Test
    void nameThatValuesHaveComesBesideOneThatNoneHas() {
        String after = SPEC.replace("voice__1: '#/components/schemas/Voice'", "voice: '#/components/schemas/Voice'");

        assertEquals(List.of("discriminator-mapping-added"), told(SPEC, after));
        assertEquals(List.of("discriminator-mapping-removed"), told(after, SPEC));
    }

    @Test
    void variantIsRenamedAndChanged() {
        String after = SPEC.replace("Voice", "VoiceCall")
                .replace("voice__1", "voice_call__1")
                .replace("codec: {type: string}", "codec: {type: string}, rate: {type: integer}");

        assertEquals(List.of("response-property-added"), told(SPEC, after));
    }

    @Test
    void variantGoes() {
        String after = SPEC.replace("          - $ref: '#/components/schemas/Voice'\n", "")
                .replace("                  voice__1: '#/components/schemas/Voice'\n", "");

        assertTrue(
                told(SPEC, after).contains("response-variant-removed")
                        || told(SPEC, after).contains("response-became-single"),
                told(SPEC, after).toString());
    }
}
