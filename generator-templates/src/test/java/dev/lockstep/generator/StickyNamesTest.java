package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java names are decided once: what a vendor renames keeps its name, and what it inserts takes nobody else's. */
class StickyNamesTest {
    private static final String SPEC = """
            openapi: 3.1.0
            info: {title: Calls, version: '1'}
            paths:
              /calls:
                get:
                  tags: [Calls]
                  operationId: listCalls
                  parameters: [{name: page, in: query, schema: {type: integer}}]
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Call'}}}}}
              /calls/{id}/end:
                post:
                  tags: [Calls]
                  operationId: endCall
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  requestBody: {content: {application/json: {schema: {title: Ending, type: object, properties: {why: {type: string}}}}}}
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Call'}}}}
                    '400': {description: no, content: {application/json: {schema: {type: object, properties: {code: {type: string}}}}}}
            components:
              schemas:
                Call:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    foo_bar: {type: string}
                    state: {type: string, enum: [in-progress, ended]}
                    level: {type: integer, enum: [1, 2]}
                    detail: {type: object, properties: {at: {type: string}}}
                    leg: {oneOf: [{$ref: '#/components/schemas/Phone'}, {$ref: '#/components/schemas/Web'}]}
                Phone: {type: object, required: [number], properties: {number: {type: string}}}
                Web: {type: object, required: [url], properties: {url: {type: string}}}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            operationId renamed                | operationId: endCall       | operationId: terminate_call
            operationId gone                   | operationId: endCall       | summary: Ends a call
            operationIds swapped               | listCalls, endCall         | endCall, listCalls
            tag renamed                        | tags: [Calls]              | tags: [Voice sessions]
            tag gone                           | tags: [Calls]              | tags: []
            another tag before it              | tags: [Calls]              | tags: [Beta, Calls]
            one operation moves to a tag       | 'tags: [Calls]\\n      operationId: endCall' | 'tags: [Endings]\\n      operationId: endCall'
            title of an inline body changed    | title: Ending              | title: Reason for the end
            title of an inline body gone       | 'title: Ending, '          | ''
            inline schema gets a title         | 'detail: {type: object'    | 'detail: {title: Particulars, type: object'
            inline error gets a title          | '''400'': {description: no, content: {application/json: {schema: {' | '''400'': {description: no, content: {application/json: {schema: {title: Oops, '
            enum gets a title                  | 'state: {type: string'     | 'state: {title: Phase, type: string'
            schema renamed with equal shape    | 'schemas/Phone''}|    Phone:' | 'schemas/PhoneLeg''}|    PhoneLeg:'
            schema becomes a title of its own  | 'Web: {type: object'       | 'Web: {title: Browser, type: object'
            title of the document              | title: Calls               | title: Voice
            """)
    void whatTheVendorRenamesKeepsItsName(String change, String before, String after) {
        ClientModel old = model(SPEC, new TreeMap<>());
        ClientModel now = model(changed(before, after), old.names());

        assertEquals(members(old), members(now));
        assertEquals(members(old), members(model(changed(before, after), now.names())), "a second time");
        assertEquals(members(old), members(model(SPEC, now.names())), "and back");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            property of the same Java name     | foo_bar: {type: string}    | 'foo-bar: {type: string}\\n        foo_bar: {type: string}'
            constant of the same Java name     | '[in-progress, ended]'     | '[in_progress, In Progress, in-progress, ended]'
            number of the same Java name       | 'enum: [1, 2]'             | 'enum: [0, -1, 1, 2]'
            operation of the same id           | '  /calls/{id}/end:'       | '  /aaa: {get: {tags: [Calls], operationId: end-call, responses: {''200'': {description: OK}}}}\\n  /calls/{id}/end:'
            schema of an inline schema's name  | '    Phone: {type'         | '    CallDetail: {type: object, properties: {z: {type: string}}}\\n    Phone: {type'
            schema of another case             | '    Phone: {type'         | '    PHONE: {type: object, properties: {z: {type: string}}}\\n    Phone: {type'
            schema of a body's name            | '    Phone: {type'         | '    Ending: {type: object, properties: {z: {type: string}}}\\n    Phone: {type'
            variant before the others          | '{oneOf: ['                | '{oneOf: [{type: string}, {type: object, required: [room], properties: {room: {type: string}}}, '
            parameter before the others        | 'parameters: [{name: page' | 'parameters: [{name: Page, in: header, schema: {type: string}}, {name: page'
            tag of the same API name           | '  /calls/{id}/end:'       | '  /aaa: {get: {tags: [calls], operationId: aaa, responses: {''200'': {description: OK}}}}\\n  /calls/{id}/end:'
            """)
    void whatTheVendorInsertsRenumbersNothing(String change, String before, String after) {
        ClientModel old = model(SPEC, new TreeMap<>());

        ClientModel now = model(changed(before, after), old.names());

        Set<String> kept = members(now);
        assertEquals(
                List.of(),
                members(old).stream().filter(member -> !kept.contains(member)).toList());
        assertTrue(kept.size() > members(old).size(), "nothing came");
        assertEquals(kept, members(model(changed(before, after), now.names())), "a second time");
    }

    /** Without the lock such a change names: the cases above would hold nothing otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            operationId: endCall | operationId: terminate_call
            tags: [Calls]        | tags: [Voice sessions]
            'schemas/Phone''}|    Phone:' | 'schemas/PhoneLeg''}|    PhoneLeg:'
            """)
    void namesComeFromTheLockAlone(String before, String after) {
        ClientModel old = model(SPEC, new TreeMap<>());

        assertNotEquals(members(old), members(model(changed(before, after), new TreeMap<>())));
    }

    private static String changed(String before, String after) {
        String text = SPEC;
        String[] from = before.split(before.contains("|") ? "\\|" : ", (?=endCall|listCalls)", -1);
        String[] to = after.split(before.contains("|") ? "\\|" : ", (?=endCall|listCalls)", -1);
        for (int i = 0; i < from.length; i++) {
            assertTrue(text.contains(plain(from[i])), "the document no longer holds: " + from[i]);
            text = text.replace(plain(from[i]), "<" + i + ">");
        }
        for (int i = 0; i < from.length; i++) {
            text = text.replace("<" + i + ">", plain(to[i]));
        }
        return text;
    }

    private static String plain(String text) {
        return text.replace("\\n", "\n");
    }

    private static ClientModel model(String text, SortedMap<String, String> names) {
        return ClientGenerator.model(
                SpecReader.parse(text, "calls.yaml"),
                GeneratorOptions.builder("calls")
                        .server("https://calls.test")
                        .names(names)
                        .build());
    }

    private static Set<String> members(ClientModel model) {
        return model.surface().members().stream()
                .map(member -> member.owner() + ": " + member.declaration())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
