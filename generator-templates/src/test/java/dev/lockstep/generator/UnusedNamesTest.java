package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name of the lock that its own document does not ask for is told: its key is spelled in another way now. */
class UnusedNamesTest {
    private static final String SPEC = """
            openapi: 3.1.0
            info: {title: Calls, version: '1'}
            paths:
              /calls/{id}/end:
                post:
                  tags: [Calls]
                  operationId: endCall
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: why, in: query, required: true, schema: {type: string}}
                    - {name: note, in: query, schema: {type: string}}
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}
            components:
              schemas:
                Call:
                  type: object
                  properties:
                    foo-bar: {type: string}
                    foo_bar: {type: string}
                    state: {type: string, enum: [in-progress, ended]}
                    leg: {oneOf: [{$ref: '#/components/schemas/A leg'}, {type: string}]}
                A leg: {type: object, required: [number], properties: {number: {type: string}}}
            """;
    private static final String ADVICE = ", which the generator does not ask for; look in client.api whether a name has"
            + " moved, and keep it with ./lockstep rename";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Gone    | #/components/schemas/Gone                   | calls.yaml:15 #/components/schemas/Gone
            State2  | #/components/schemas/Call/properties/state2 | calls.yaml:18 #/components/schemas/Call/properties/state2
            gone    | #/components/schemas/Call gone              | calls.yaml:16 #/components/schemas/Call
            GONE    | #/components/schemas/Call "gone"            | calls.yaml:16 #/components/schemas/Call
            gone    | #/components/schemas/A leg gone             | calls.yaml:23 #/components/schemas/A leg
            gone    | #/components/schemas/Call gone formerly     | calls.yaml:16 #/components/schemas/Call
            OfGone  | #/gone variant                              | calls.yaml:1 #/gone
            goIt    | POST /gone                                  | calls.yaml:3 #/paths
            gone    | POST /calls/{id}/end gone                   | calls.yaml:5 #/paths/~1calls~1{id}~1end/post
            Gone    | use POST /calls/{id}/end gone               | calls.yaml:5 #/paths/~1calls~1{id}~1end/post
            """)
    void aNameThatNothingAsksFor(String name, String key, String place) {
        SortedMap<String, String> names = new TreeMap<>(model(Map.of()).names());
        assertFalse(names.containsKey(key));
        names.put(key, name);

        assertEquals(
                List.of("warning " + place + ": the lock has the name \"" + name + "\" for \""
                        + key.replace("\"", "\\\"") + "\"" + ADVICE),
                told(names));
    }

    @Test
    void whatLiesInAClassThatNothingAsksForGoesWithIt() {
        SortedMap<String, String> names = new TreeMap<>(model(Map.of()).names());
        names.put("#/components/schemas/Gone", "Gone");
        names.put("#/components/schemas/Gone (members)", "a\nb");
        names.put("#/components/schemas/Gone a formerly", "c");
        names.put("use POST /gone success", "Gone");
        names.put("POST /gone", "gone");
        names.put("POST /gone api", "Calls");
        names.put("POST /gone arguments", "query why");

        assertEquals(
                List.of(
                        "warning calls.yaml:15 #/components/schemas/Gone: the lock has the name \"Gone\" for"
                                + " \"#/components/schemas/Gone\"" + ADVICE,
                        "warning calls.yaml:3 #/paths: the lock has the name \"gone\" for \"POST /gone\"" + ADVICE),
                told(names));
    }

    /** What was renamed on purpose, what the vendor renamed, what it took away: all of it is in the lock for a reason. */
    @Test
    void theOwnLockHasNothingLeft() {
        SortedMap<String, String> names = new TreeMap<>(model(Map.of()).names());
        assertEquals(List.of(), told(names));

        names.put("POST /calls/{id}/end", "hangUp");
        names.put("POST /calls/{id}/end formerly", "endCall");
        names.put("#/components/schemas/Call state", "phase");
        names.put("#/components/schemas/Call state formerly", "state\nstatus");
        names.put("#/components/schemas/Call/properties/state \"ended\"", "OVER");
        names.put("#/components/schemas/Call/properties/state \"ended\" formerly", "ENDED");
        assertEquals(List.of(), told(names));

        names.put("#/components/schemas/Call/properties/state (members)", "\"ended\"\n\"in-progress\"\n\"ringing\"");
        ClientModel retired = model(names);
        assertTrue(retired.surface().text().contains("RINGING"));
        assertEquals(List.of(), told(retired.names()));

        String changed = SPEC.replace("schemas/Call'", "schemas/Session'")
                .replace("    Call:", "    Session:")
                .replace("name: why, in: query, required: true", "name: why, in: query");
        SortedMap<String, String> kept = model(changed, retired.names()).names();
        assertEquals("Call", kept.get("#/components/schemas/Session"));
        assertEquals(List.of(), told(changed, kept));
    }

    /** An update gives the names of the document before: what the vendor has removed is left over, and no finding. */
    @Test
    void ofAnotherDocumentNothingFollows() {
        String less = SPEC.replace("        foo_bar: {type: string}\n", "");
        SpecDocument document = SpecReader.parse(less, "calls.yaml");

        List<Diagnostic> diagnostics = ClientGenerator.generate(
                        document,
                        GeneratorOptions.builder("calls")
                                .server("https://calls.test")
                                .names(model(Map.of()).names())
                                .build())
                .diagnostics();

        assertEquals(List.of(), diagnostics);
    }

    private static List<String> told(SortedMap<String, String> names) {
        return told(SPEC, names);
    }

    private static List<String> told(String text, SortedMap<String, String> names) {
        Lock lock = new Lock(
                "calls",
                ClientGenerator.VERSION,
                new Lock.Spec("openapi.yaml", ""),
                List.of(),
                new TreeMap<>(),
                List.of(),
                names,
                new Lock.Client(
                        "dev.lockstep.vendor.calls", "CallsClient", "1.0.0", "https://calls.test", new TreeMap<>()),
                List.of());
        return ClientGenerator.generate(SpecReader.parse(text, "calls.yaml"), GeneratorOptions.fromLock(lock))
                .diagnostics()
                .stream()
                .map(Diagnostic::toString)
                .toList();
    }

    private static ClientModel model(Map<String, String> names) {
        return model(SPEC, names);
    }

    private static ClientModel model(String text, Map<String, String> names) {
        return ClientGenerator.model(
                SpecReader.parse(text, "calls.yaml"),
                GeneratorOptions.builder("calls")
                        .server("https://calls.test")
                        .names(names)
                        .build());
    }
}
