package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lockstep.generator.surface.Surface;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A compatible change of a document takes nothing from its client: every member is still there, with the same types. */
class AdditiveChangeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            optional property      | note: {type: [string, 'null']}     | note: {type: [string, 'null']}\\n        hint: {type: string}
            property before others | id: {type: string, readOnly: true} | aaa: {type: string}\\n        id: {type: string, readOnly: true}
            colliding property     | foo_bar: {type: string}            | foo_bar: {type: string}\\n        foo-bar: {type: string}
            enum value             | [open, paid,                       | [draft, open, paid,
            union variant          | {$ref: '#/components/schemas/Cash'}] | {$ref: '#/components/schemas/Cash'}, {$ref: '#/components/schemas/Line'}]
            order of variants      | [{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}] | [{$ref: '#/components/schemas/Cash'}, {$ref: '#/components/schemas/Card'}]
            scalar before others   | {anyOf: [{type: string}, {type: integer}]} | {anyOf: [{type: boolean}, {type: integer}, {type: string}]}
            response property      | {reason: {type: string}}           | {reason: {type: string}, hint: {type: string}}
            required to optional   | [id, status, created, lines]       | [id, status]
            optional parameter     | {name: X-Trace, in: header         | {name: aaa, in: query, schema: {type: string}}\\n        - {name: X-Trace, in: header
            first optional parameter | operationId: photo               | operationId: photo\\n      parameters: [{name: size, in: query, schema: {type: integer}}]
            operation              | '  /photo:'                        | '  /aaa:\\n    get: {tags: [Orders], operationId: getAaa, responses: {''200'': {description: ok}}}\\n  /photo:'
            operation of one id    | '  /photo:'                        | '  /aaa:\\n    get: {summary: Make a photo, operationId: photo, responses: {''200'': {description: ok}}}\\n  /photo:'
            schema                 | '    Id: {anyOf'                   | '    Aaa: {type: object, properties: {a: {type: string}}}\\n    Id: {anyOf'
            schema of one name     | '    Sms: {type'                   | '    sms: {type: object, properties: {a: {type: string}}}\\n    Sms: {type'
            status                 | '''201'': {description: made'       | '''409'': {description: no}\\n        ''201'': {description: made'
            """)
    void keepsEveryMember(String change, String before, String after) {
        String text = Fixtures.text("shop.yaml");
        String changed = text.replace(before, after.replace("\\n", "\n"));
        assertNotEquals(text, changed, "the fixture no longer holds: " + before);
        GeneratedClient old = Fixtures.shopSources();

        Surface surface = ClientGenerator.generate(
                        SpecReader.parse(changed, change),
                        GeneratorOptions.builder("shop")
                                .names(old.model().names())
                                .build())
                .model()
                .surface();

        Set<String> now = members(surface);
        List<String> lost = members(old.model().surface()).stream()
                .filter(member -> !now.contains(member))
                .sorted()
                .toList();
        assertEquals(List.of(), lost);
    }

    /** Nullness is no part of a member's binary or source signature. */
    private static Set<String> members(Surface surface) {
        return surface.members().stream()
                .map(member -> member.owner() + ": " + member.declaration().replace("@Nullable ", ""))
                .collect(Collectors.toSet());
    }
}
