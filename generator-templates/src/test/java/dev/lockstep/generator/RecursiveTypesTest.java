package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.surface.Member;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a schema that leads back to itself becomes does not depend on the place at which a document first refers to it. */
class RecursiveTypesTest {
    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: Acme, version: '1'}
            servers: [{url: 'https://api.acme.example'}]
            paths:
            """;

    private static final String OPERATION = """
              /%1$s:
                get:
                  operationId: get%1$s
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/%1$s'}}}}}
            """;

    private static List<String> node(String schemas, List<String> first) {
        StringBuilder text = new StringBuilder(HEAD);
        if (first.isEmpty()) {
            text.append("  {}\n");
        }
        first.forEach(name -> text.append(OPERATION.formatted(name)));
        text.append("components:\n  schemas:\n").append(schemas.indent(4));
        var document = SpecReader.parse(text.toString(), "acme.yaml");
        return ClientGenerator.model(document, GeneratorOptions.builder("acme").build()).surface().members().stream()
                .filter(member -> member.symbol().contains(".Node#"))
                .map(Member::declaration)
                .sorted()
                .toList();
    }

    static Stream<Arguments> schemas() {
        String node =
                "Node: {type: object, properties: {name: {type: string}, children: {$ref: '#/components/schemas/%s'}}}\n";
        String list = "%s: {type: array, items: {$ref: '#/components/schemas/Node'}}\n";
        String map = "%s: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}\n";
        String alias =
                "%s: {$ref: '#/components/schemas/Listed'}\nListed: {type: array, items: {$ref: '#/components/schemas/Node'}}\n";
        String nested =
                "%s: {type: array, items: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}}\n";
        return Stream.of("Aodes", "Nodes")
                .flatMap(name -> Stream.of(
                        Arguments.of("List<Node> children()", name, node.formatted(name) + list.formatted(name)),
                        Arguments.of("Map<String, Node> children()", name, node.formatted(name) + map.formatted(name)),
                        Arguments.of("List<Node> children()", name, node.formatted(name) + alias.formatted(name)),
                        Arguments.of(
                                "List<Map<String, Node>> children()",
                                name,
                                node.formatted(name) + nested.formatted(name))));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void fromWhereverTheyAreReached(String expected, String other, String schemas) {
        List<String> node = node(schemas, List.of("Node"));

        assertTrue(node.stream().anyMatch(member -> member.endsWith(expected)), node::toString);
        assertEquals(node, node(schemas, List.of()));
        assertEquals(node, node(schemas, List.of(other)));
        assertEquals(node, node(schemas, List.of("Node", other)));
        assertEquals(node, node(schemas, List.of(other, "Node")));
    }
}
