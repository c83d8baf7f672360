package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.UnionType;
import dev.lockstep.generator.model.Unseen;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'description': 'a'}              | {'description': 'b'}",
                "{'items': [{'maxLength': 1}]}     | {'items': [{'maxLength': 2.5}]}",
                "{'properties': {'pattern': {'pattern': 'a'}}} | {'properties': {'pattern': {'pattern': 'b'}}}",
                "{'a': 1, 'minimum': 2}            | {'minimum': 3, 'a': 1}",
                "{'example': 'a'}                  | {'example': 'b'}",
            })
    void proseAndLimits(String one, String other) throws Exception {
        assertTrue(only(one, other));
        assertTrue(only(other, one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'title': 'a'}                      | {'title': 'b'}",
                "{'summary': 'a'}                    | {'summary': 'b'}",
                "{'maximum': 1}                      | {}",
                "{'maximum': 1}                      | {'minimum': 1}",
                "{'exclusiveMaximum': true}          | {'exclusiveMaximum': 5}",
                "{'description': 'a'}                | {'description': null}",
                "{'default': {'description': 'a'}}   | {'default': {'description': 'b'}}",
                "{'const': {'pattern': 'a'}}         | {'const': {'pattern': 'b'}}",
                "{'enum': [{'example': 'a'}]}        | {'enum': [{'example': 'b'}]}",
                "{'mapping': {'description': '#/a'}} | {'mapping': {'description': '#/b'}}",
                "{'x-enum': {'description': 'a'}}    | {'x-enum': {'description': 'b'}}",
                "{'properties': {'description': true}} | {'properties': {'description': false}}",
                "[1]                                 | [1, 1]",
            })
    void everythingElseCounts(String one, String other) throws Exception {
        assertFalse(only(one, other));
        assertFalse(only(other, one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "schemas30", "schemas31", "operations", "references"})
    void noClientShowsThem(String name) throws Exception {
        SpecDocument document = OwnSpecsTest.document(name);
        Reworded reworded = Reworded.of(document);
        ClientModel model = RewordedCorpusTest.model(document, Map.of());

        assertTrue(reworded.edits() > 0);
        assertTrue(Unseen.only(document.root(), reworded.edited().root()));
        RewordedCorpusTest.assertSame(model, RewordedCorpusTest.model(reworded.edited(), Map.of()));
        RewordedCorpusTest.assertSame(model, RewordedCorpusTest.model(reworded.edited(), model.names()));
    }

    @Test
    void successesThatDifferInProseAndLimitsAreOneClass() throws Exception {
        ClientModel model = RewordedCorpusTest.model(document("""
                paths:
                  /pets:
                    get:
                      operationId: pet
                      responses:
                        '200': {description: a, content: {application/json: {schema: {type: object, properties: {pattern: {type: string, maxLength: 1}}}}}}
                        '201': {description: b, content: {application/json: {schema: {type: object, properties: {pattern: {type: string, maxLength: 2}}}}}}
                """), Map.of());

        assertEquals(List.of("PetResponse"), names(model));
        assertEquals(
                List.of("pattern"),
                model.types().stream()
                        .flatMap(type -> ((ObjectType) type).properties().stream())
                        .map(property -> property.jsonName())
                        .toList());
    }

    @Test
    void successesThatDifferInAPropertyAreAUnion() throws Exception {
        ClientModel model = RewordedCorpusTest.model(document("""
                paths:
                  /pets:
                    get:
                      operationId: pet
                      responses:
                        '200': {description: a, content: {application/json: {schema: {type: object, properties: {pattern: {type: string}}}}}}
                        '201': {description: b, content: {application/json: {schema: {type: object, properties: {example: {type: string}}}}}}
                """), Map.of());

        assertTrue(model.types().stream().anyMatch(type -> type instanceof UnionType), names(model)::toString);
    }

    @Test
    void twinsThatDifferInALimitStayOneClass() throws Exception {
        String pets = """
                paths:
                  /pets:
                    put:
                      operationId: put
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}
                      responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}
                components:
                  schemas:
                """;
        String pet = "    %s: {type: object, properties: {name: {type: string, maxLength: %d}}}%n";
        ClientModel before =
                RewordedCorpusTest.model(document(pets.formatted("Pet", "Pet") + pet.formatted("Pet", 1)), Map.of());
        ClientModel after = RewordedCorpusTest.model(
                document(pets.formatted("Pet-Input", "Pet-Output")
                        + pet.formatted("Pet-Input", 1)
                        + pet.formatted("Pet-Output", 2)),
                before.names());

        assertEquals(List.of("Pet"), names(before));
        assertEquals(List.of("Pet"), names(after));
    }

    private static List<String> names(ClientModel model) {
        return model.types().stream().map(TypeDef::name).toList();
    }

    private static SpecDocument document(String rest) {
        return SpecReader.parse(
                "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\nservers: [{url: 'https://example.com'}]\n" + rest,
                "pets.yaml");
    }

    private static boolean only(String one, String other) throws Exception {
        return Unseen.only(JSON.readTree(one.replace('\'', '"')), JSON.readTree(other.replace('\'', '"')));
    }
}
