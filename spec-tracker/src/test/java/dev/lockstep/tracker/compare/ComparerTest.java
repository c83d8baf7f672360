package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: Calls, version: '1'}
            paths:
              /calls/{id}/end:
                post:
                  operationId: endCall
                  security: [{key: []}]
                  parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: ended
                      content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}
              /calls/{id}/mute:
                post:
                  operationId: muteCall
                  parameters: [{in: path, name: id, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: muted
                      content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
              schemas:
                Call:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    state: {type: string, enum: [ended, failed]}
            """;

    private static SpecDocument document(String text, String source) {
        return SpecReader.parse(text, source);
    }

    private static Comparison compare(String from, String to) {
        return Comparer.compare(
                ComparisonInput.of(document(SPEC, "old.yaml")),
                ComparisonInput.of(document(SPEC.replace(from, to), "new.yaml")));
    }

    private static List<String> messages(Comparison comparison) {
        return comparison.findings().stream().map(Finding::message).toList();
    }

    @Test
    void aFindingNamesPlaceValuesAndWhatToDo() {
        Finding finding = compare("id: {type: string}\n", "id: {type: integer}\n")
                .findings()
                .get(0);

        assertEquals("response-type-changed", finding.id());
        assertEquals("POST /calls/{id}/end", finding.operation());
        assertEquals("Property `id` of the 200 response is integer now, string before.", finding.message());
        assertEquals("Read the new type.", finding.action());
        assertEquals("string", finding.before());
        assertEquals("integer", finding.after());
        assertEquals(new Place("new.yaml", 28, "#/components/schemas/Call/properties/id/type"), finding.at());
        assertEquals(JavaImpact.BREAKING, finding.java());
        assertTrue(
                finding.symbols().contains("dev.lockstep.vendor.client.Call#id()"),
                finding.symbols().toString());
    }

    @Test
    void everyOperationThatASchemaReachesIsTold() {
        assertEquals(
                List.of("POST /calls/{id}/end", "POST /calls/{id}/mute"),
                compare("id: {type: string}\n", "id: {type: integer}\n").findings().stream()
                        .map(Finding::operation)
                        .toList());
    }

    @Test
    void findingsOutsideTheSelectionAreCounted() {
        SpecDocument after = document(SPEC.replace("[ended, failed]", "[ended]").replace("muted", "quiet"), "new.yaml");

        assertEquals(1, Comparer.outside(document(SPEC, "old.yaml"), after, Set.of("POST /calls/{id}/mute")));
        assertEquals(2, Comparer.outside(document(SPEC, "old.yaml"), after, Set.of()));
    }

    @Test
    void aNewEnumValueBreaksForeignClientsOnly() {
        SpecDocument old = document(SPEC, "old.yaml");
        SpecDocument fresh = document(SPEC.replace("[ended, failed]", "[ended, failed, lost]"), "new.yaml");
        GeneratorOptions options = GeneratorOptions.builder("calls")
                .server("https://calls.example")
                .build();

        assertEquals(
                Wire.BREAKING,
                Comparer.compare(ComparisonInput.of(old), ComparisonInput.of(fresh))
                        .wire());
        assertEquals(
                Wire.COMPATIBLE,
                Comparer.compare(ComparisonInput.of(old).with(options), ComparisonInput.of(fresh))
                        .wire());
    }

    @Test
    void securityIsOnlyTakenOverWhenAccepted() {
        Comparison comparison = compare("security: [{key: []}]", "security: []");

        assertEquals(
                List.of("Operation `POST /calls/{id}/end` must be called without credentials now;"
                        + " it needed the key in header X-Key before."),
                messages(comparison));
        assertTrue(comparison.needsAcceptance());
    }

    @Test
    void aRenamedHeaderOfTheKeyIsAnotherScheme() {
        assertEquals(
                List.of("The security scheme `key` changed from the key in header X-Key"
                        + " to the key in header X-Api-Key."),
                messages(compare("name: X-Key", "name: X-Api-Key")));
    }

    @Test
    void aPropertyMayBeCalledSummary() {
        assertEquals(
                List.of(
                        "Property `summary` of the 200 response is new.",
                        "Property `summary` of the 200 response is new."),
                messages(compare("id: {type: string}\n", "id: {type: string}\n        summary: {type: string}\n")));
    }

    @Test
    void theVersionOfTheDocumentSaysNothing() {
        Comparison comparison = compare("version: '1'", "version: '2'");

        assertEquals(Wire.DOCS_ONLY, comparison.wire());
        assertEquals(JavaImpact.NONE, comparison.java());
        assertEquals(Semver.NONE, comparison.semver());
        assertFalse(comparison.needsAcceptance());
    }

    @Test
    void fingerprintsStayWhereLinesMove() {
        String moved = SPEC.replace("info: {title", "\n\ninfo: {title");
        Comparison here = compare("enum: [ended, failed]", "enum: [ended]");
        Comparison there = Comparer.compare(
                ComparisonInput.of(document(moved, "a/old.yaml")),
                ComparisonInput.of(document(moved.replace("enum: [ended, failed]", "enum: [ended]"), "b/new.yaml")));

        assertEquals(
                here.findings().stream().map(Finding::fingerprint).toList(),
                there.findings().stream().map(Finding::fingerprint).toList());
    }

    @Test
    void semverGoesByJavaAlone() {
        assertEquals("2.0.0", Semver.MAJOR.raise("1.4.2"));
        assertEquals("1.5.0", Semver.MINOR.raise("1.4.2"));
        assertEquals("1.4.3", Semver.PATCH.raise("1.4.2"));
        assertEquals("1.4.2", Semver.NONE.raise("1.4.2"));
        assertEquals(Semver.PATCH, Semver.of(Wire.BREAKING, JavaImpact.NONE));
        assertEquals(Semver.MAJOR, Semver.of(Wire.DOCS_ONLY, JavaImpact.BREAKING));
    }
}
