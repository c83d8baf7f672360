package dev.lockstep.generator.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What README says of openapi-generator, shown with the version that this build has. */
class StockGeneratorTest {
    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: Parcels, version: '1'}
            servers: [{url: 'https://api.parcels.example'}]
            paths:
              /parcels/{id}:
                get:
                  operationId: getParcel
                  tags: [Parcels]
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: It.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}
            components:
              schemas:
                Parcel:
                  type: object
                  required: [state]
                  properties: {id: {type: string}, state: {type: string, enum: [sent, lost]}}
            """;

    private static final String RENAMED = SPEC.replace("operationId: getParcel", "operationId: readParcel")
            .replace("tags: [Parcels]", "tags: [Shipping]")
            .replace("schemas/Parcel'", "schemas/Shipment'")
            .replace("    Parcel:\n", "    Shipment:\n");

    @TempDir
    Path folder;

    /** The stock client with Retrofit, as a user would make it. */
    private SortedMap<String, String> stock(String spec, Map<String, Object> options) throws IOException {
        Path input = Files.writeString(Files.createTempFile(folder, "spec", ".yaml"), spec);
        Path output = Files.createTempDirectory(folder, "out");
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("retrofit2")
                .setInputSpec(input.toString())
                .setOutputDir(output.toString());
        options.forEach(configurator::addAdditionalProperty);
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(output.resolve("src/main/java"))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static Set<String> calls(SortedMap<String, String> files, String api) {
        Set<String> calls = new TreeSet<>();
        Matcher matcher = Pattern.compile("> (\\w+)\\(").matcher(files.getOrDefault(api, ""));
        while (matcher.find()) {
            calls.add(matcher.group(1));
        }
        return calls;
    }

    @Test
    void itHasClientsInDozensOfLanguages() {
        long clients = ServiceLoader.load(CodegenConfig.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(config -> config.getTag() == CodegenType.CLIENT)
                .count();

        assertTrue(clients >= 48, clients + " kinds of clients");
    }

    @Test
    void itHasMoreOptions() {
        int options = ServiceLoader.load(CodegenConfig.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(config -> config.getName().equals("java"))
                .findFirst()
                .orElseThrow()
                .cliOptions()
                .size();

        assertTrue(options >= 60, options + " options");
    }

    @Test
    void aRenameInTheSpecIsARenameInJava() throws IOException {
        SortedMap<String, String> before = stock(SPEC, Map.of());
        SortedMap<String, String> after = stock(RENAMED, Map.of());

        assertEquals(Set.of("getParcel"), calls(before, "ParcelsApi.java"));
        assertTrue(before.containsKey("Parcel.java"), before.keySet().toString());
        assertFalse(after.containsKey("ParcelsApi.java"), after.keySet().toString());
        assertFalse(after.containsKey("Parcel.java"), after.keySet().toString());
        assertEquals(Set.of("readParcel"), calls(after, "ShippingApi.java"));
    }

    @Test
    void oursKeepsItsNames() {
        GeneratorOptions.Builder options = GeneratorOptions.builder("parcels");
        GeneratedClient before = ClientGenerator.generate(SpecReader.parse(SPEC, "before.yaml"), options.build());
        GeneratedClient after = ClientGenerator.generate(
                SpecReader.parse(RENAMED, "after.yaml"),
                options.names(before.model().names()).build());

        assertEquals(before.model().surface().text(), after.model().surface().text());
    }

    @Test
    void anUnknownValueIsRefusedOrNotByAnOption() throws IOException {
        String closed = stock(SPEC, Map.of()).get("Parcel.java");
        String open = stock(SPEC, Map.of("enumUnknownDefaultCase", "true")).get("Parcel.java");

        assertTrue(closed.contains("throw new IllegalArgumentException(\"Unexpected value"), closed);
        assertFalse(open.contains("throw new IllegalArgumentException(\"Unexpected value"), open);
    }

    @Test
    void itsRetrofitClientDoesNotRetry() throws IOException {
        stock(SPEC, Map.of())
                .forEach((name, text) ->
                        assertFalse(text.toLowerCase(Locale.ROOT).contains("retry"), name));
    }

    @Test
    void itReadsNoDocsPage() throws IOException {
        String page = Files.readString(Path.of("../specs/tavus/pages/end-conversation.md"));

        assertNull(new io.swagger.parser.OpenAPIParser()
                .readContents(page, null, null)
                .getOpenAPI());
    }
}
