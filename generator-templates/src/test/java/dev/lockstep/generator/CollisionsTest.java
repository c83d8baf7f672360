package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.gate.CompiledClient;
import dev.lockstep.generator.gate.RetrofitCheck;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that collide only once something was put behind them: each such client compiles, and hides no class that it uses. */
class CollisionsTest {
    /** What generated code names of java.lang. */
    private static final Set<String> JAVA_LANG = Set.of(
            "Boolean",
            "Class",
            "Deprecated",
            "Double",
            "Float",
            "Integer",
            "Iterable",
            "Long",
            "Object",
            "Override",
            "String",
            "SuppressWarnings",
            "System",
            "Void");

    @TempDir
    Path folder;

    private static SpecDocument document(String rest) {
        return SpecReader.parse(
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://example.com'}]\n" + rest,
                "names.yaml");
    }

    private CompiledClient compiled(SpecDocument document, String vendor) throws Exception {
        CompiledClient client = CompiledClient.of(document, vendor, folder);
        RetrofitCheck.validate(client);
        Set<String> hiding = new TreeSet<>(Reserved.library().keySet());
        hiding.addAll(JAVA_LANG);
        hiding.retainAll(classes(client));
        assertEquals(Set.of(), hiding);
        return client;
    }

    private static Set<String> classes(CompiledClient client) {
        return client.files().keySet().stream()
                .map(path -> path.replaceFirst(".*/", "").replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Schemas of all shapes by turns, each used as a property, a body, a result, an element and a variant. */
    private static String schemas(List<String> names) {
        List<String> shapes = List.of(
                "{type: object, required: [id], properties: {id: {type: string}, more: {$ref: '#/components/schemas/%s'}}}",
                "{type: string, enum: [a, b]}", "{oneOf: [{type: string}, {type: integer}]}");
        StringBuilder schemas = new StringBuilder("components:\n  schemas:\n");
        StringBuilder holder = new StringBuilder("    Holder: {type: object, properties: {");
        StringBuilder paths = new StringBuilder("paths:\n");
        List<String> variants = new ArrayList<>();
        int index = 0;
        for (String name : names) {
            String reference = "{$ref: '#/components/schemas/" + name + "'}";
            String shape = shapes.get(index % 3).formatted(names.get((index + 1) % names.size()));
            schemas.append("    ").append(name).append(": ").append(shape).append('\n');
            holder.append("p%d: %s, q%d: {type: array, items: %s}, ".formatted(index, reference, index, reference));
            paths.append(
                            "  /p%d: {post: {operationId: call%d, tags: [%s], parameters: [{name: q, in: query, schema: %s}],"
                                    .formatted(index, index, name, reference))
                    .append(" requestBody: {required: true, content: {application/json: {schema: ")
                    .append(reference)
                    .append("}}}, responses: {'200': {description: x, content: {application/json: {schema: ")
                    .append(reference)
                    .append("}}}, '400': {description: x, content: {application/json: {schema: ")
                    .append(reference)
                    .append("}}}}}}\n");
            variants.add(reference);
            index++;
        }
        return paths.toString() + schemas + holder + "z: {oneOf: [" + String.join(", ", variants) + "]}}}\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Json",
                "json",
                "JSON",
                "JsonModel",
                "Json json JSON JsonModel jsonModel",
                "Model Object ObjectModel Model2",
                "JsonValue JsonValueModel OpenEnum ApiCall Call CallModel Upload Variant",
                "Com com COM Lpt lpt",
                "ADAPTER Adapter NONE None SHAPE Shape UNKNOWN Unknown",
                "OfThing ThingModel Thing OfOfThing Of OF",
                "URL URL2 url A1 a1",
                "Get GET Query Header Body Path Field Response Request Retrofit",
                "Property PropertyModel Need Trait Builder Values",
                "Names NamesClient NamesClientAdapters NamesApi NamesService T M B",
                "Api ApiClient Client Operation OperationApi JsonApi JsonService Service",
                "Options Call0Options CallOptions Call1Request",
                "Record Enum Class Void Iterable Integer Exception Throwable Comparable Process",
            })
    void schemasAndTags(String names) throws Exception {
        for (int first = 0; first < 3; first++) { // so that each schema is an object, an enum and a union once
            List<String> all = new ArrayList<>(List.of(names.split(" ")));
            for (int i = 0; i < first; i++) {
                all.add(0, "Pad" + i);
            }
            SpecDocument document = document(schemas(all));
            try (CompiledClient client = compiled(document, "names")) {
                Map<String, String> locked = client.model().names();
                ClientModel again = ClientGenerator.model(
                        document,
                        GeneratorOptions.builder("names").names(locked).build());
                assertEquals(locked, again.names());
            }
        }
    }

    @Test
    void aNameIsCheckedAgainBehindItsSuffix() throws Exception {
        try (CompiledClient client =
                compiled(document(schemas(List.of("Json", "Object", "Call", "OpenEnum"))), "names")) {
            assertTrue(
                    classes(client).containsAll(Set.of("JsonModelModel", "ObjectModel", "Call", "OpenEnumModel")),
                    () -> classes(client).toString());
        }
    }

    @Test
    void namesOfALockStay() {
        SpecDocument before = document(schemas(List.of("Json", "Pet")));
        Map<String, String> names = new TreeMap<>(
                ClientGenerator.model(before, GeneratorOptions.builder("names").build())
                        .names());
        names.put("#/components/schemas/Json", "Con"); // as no class is called any more
        names.put("#/components/schemas/Pet", "ThingApi"); // which the tag Thing, that comes later, would have

        SpecDocument document = document(schemas(List.of("Json", "Pet", "Thing")));
        ClientModel after = ClientGenerator.model(
                document, GeneratorOptions.builder("names").names(names).build());
        ClientModel again = ClientGenerator.model(
                document, GeneratorOptions.builder("names").names(after.names()).build());

        for (ClientModel model : List.of(after, again)) {
            assertEquals("Con", model.names().get("#/components/schemas/Json"));
            assertEquals("ThingApi", model.names().get("#/components/schemas/Pet"));
            assertEquals(
                    List.of("JsonApi", "PetApi", "ThingApi2"),
                    model.apis().stream().map(api -> api.className()).toList());
        }
        assertEquals(after.surface().text(), again.surface().text());
        assertEquals(after.names(), again.names());
    }

    @Test
    void aBuilderTakesOverItsModelBesideAPropertyFrom() throws Exception {
        try (CompiledClient client = compiled(document("""
                paths: {}
                components:
                  schemas:
                    Node: {type: object, properties: {from: {$ref: '#/components/schemas/Node'}, from_value: {type: string}}}
                    Leaf: {type: object, properties: {from: {$ref: '#/components/schemas/Node'}}}
                    List: {type: object, properties: {from: {type: array, items: {$ref: '#/components/schemas/List'}}}}
                """), "names")) {
            assertEquals("from", client.type("Leaf").getMethod("from").getName());
            assertEquals("fromValue", client.type("Node").getMethod("fromValue").getName());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "url, URL, URL2",
        "id, ID, ID2",
        "a1, A1, A1_2",
        "get, GET, GET2",
        "other, OTHER, OTHER_PROPERTY",
    })
    void aConstantHidesNoClass(String one, String other, String schema) throws Exception {
        String reference = "{$ref: '#/components/schemas/" + schema + "'}";
        compiled(
                        document("""
                paths: {}
                components:
                  schemas:
                    %s: {type: object, properties: {a: {type: string}}}
                    %s: {type: string, enum: [a]}
                    %s: {oneOf: [{type: string}, {type: integer}]}
                    Holder: {type: object, properties: {%s: %s, %s: %s, third: %s}}
                """.formatted(
                                        schema,
                                        one.toUpperCase(java.util.Locale.ROOT).equals(schema) ? "x1" : one,
                                        other.equals(schema) ? "x2" : other,
                                        one,
                                        reference,
                                        other,
                                        reference,
                                        reference)),
                        "names")
                .close();
    }

    private static final String BODIES = """
            paths:
              /a: {post: {operationId: send, tags: [x], requestBody: {content: {%s}}, responses: {'204': {description: x}}}}
            """.formatted(
                    "application/json: {schema: {type: object}}, text/plain: {schema: {type: string}},"
                            + " text/csv: {schema: {type: string}},"
                            + " multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}}");

    private static final String OTHERS = """
              /b: {post: {operationId: sendAsText, tags: [x], requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: x}}}}
              /c: {post: {operationId: send-as-multipart, tags: [x], requestBody: {content: {application/json: {schema: {type: object}}}}, responses: {'204': {description: x}}}}
              /d: {post: {operationId: sendAsText2, tags: [x], requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {'204': {description: x}}}}
            """;

    @Test
    void aMethodOfAFurtherBodyIsNoOtherOperations() throws Exception {
        try (CompiledClient client = compiled(document(BODIES + OTHERS), "names")) {
            Set<String> methods = methods(client.model());
            assertTrue(methods.containsAll(Set.of("send", "sendAsText", "sendAsText2", "sendAsMultipart")));
            assertEquals(7, methods.size(), methods::toString);
            ClientModel again = ClientGenerator.model(
                    document(BODIES + OTHERS),
                    GeneratorOptions.builder("names")
                            .names(client.model().names())
                            .build());
            assertEquals(client.model().surface().text(), again.surface().text());
        }
    }

    @Test
    void anOperationThatComesYieldsToALockedMethod() throws Exception {
        ClientModel before = ClientGenerator.model(
                document(BODIES), GeneratorOptions.builder("names").build());
        ClientModel after = ClientGenerator.model(
                document(BODIES + OTHERS),
                GeneratorOptions.builder("names").names(before.names()).build());

        assertTrue(
                methods(after).containsAll(methods(before)), () -> methods(after) + " lack some of " + methods(before));
        assertEquals(
                methods(before),
                after.operations().stream()
                        .filter(operation -> operation.path().equals("/a"))
                        .flatMap(operation ->
                                java.util.stream.IntStream.range(0, 4).mapToObj(operation::name))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Set<String> methods(ClientModel model) {
        Set<String> methods = new TreeSet<>();
        model.operations().forEach(operation -> {
            for (int body = 0; body < Math.max(1, operation.bodies().size()); body++) {
                assertTrue(methods.add(operation.name(body)), operation.name(body));
            }
        });
        return methods;
    }

    @ParameterizedTest
    @CsvSource({
        "api, dev.lockstep.vendor.api, ApiVendorClient",
        "json, dev.lockstep.vendor.json, JsonClient",
        "co-n, dev.lockstep.vendor.con_, CoNClient",
        "com1, dev.lockstep.vendor.com1_, Com1Client",
        "s-witch, dev.lockstep.vendor.switch_, SWitchClient",
    })
    void vendorsPackagesAndClients(String vendor, String packageName, String className) throws Exception {
        try (CompiledClient client = compiled(document(schemas(List.of("Pet"))), vendor)) {
            assertEquals(packageName, client.model().packageName());
            assertEquals(className, client.model().className());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"build", "wait", "getClass", "credential", "self", "from", "retry", "retry2", "equals", "builder"
            })
    void credentialsTagsParametersAndProperties(String name) throws Exception {
        String other = name + "Value";
        compiled(document("""
                security: [{%1$s: []}, {%2$s: []}]
                paths:
                  /a/{%1$s}/{%2$s}:
                    post:
                      operationId: %1$s
                      tags: [%1$s]
                      parameters:
                        - {name: %1$s, in: path, required: true, schema: {type: string}}
                        - {name: %2$s, in: path, required: true, schema: {type: string}}
                        - {name: %1$s, in: query, schema: {type: string}}
                        - {name: %1$s, in: header, schema: {type: string}}
                      responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
                  /b: {get: {operationId: %2$s, tags: [%2$s], responses: {'204': {description: x}}}}
                components:
                  securitySchemes: {%1$s: {type: http, scheme: bearer}, %2$s: {type: http, scheme: basic}, %1$s2: {type: apiKey, in: header, name: X}}
                  schemas:
                    A: {type: object, properties: {%1$s: {type: string}, %2$s: {type: integer}, %1$s2: {$ref: '#/components/schemas/A'}}, additionalProperties: {type: string}}
                """.formatted(name, other)), "names").close();
    }
}
