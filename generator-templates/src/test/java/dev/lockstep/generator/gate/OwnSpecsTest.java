package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of our own with every construct that is hard, through all gates. */
class OwnSpecsTest {
    private static final String PETS = """
            {"openapi": "3.0.3", "info": {"title": "Pets", "version": "1"}, "servers": [{"url": "https://example.com"}],
             "paths": {"/pets": {"get": {"operationId": "pets", "responses": {"200": {"description": "ok", "content":
             {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}}},
             "components": {"schemas": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}}}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"names, 10", "schemas30, 2", "schemas31, 3", "operations, 39", "references, 6"})
    void passEveryGate(String name, int operations) throws Exception {
        SpecDocument document = document(name);

        SpecGates gates = SpecGates.run(() -> document, name, folder);

        assertEquals(List.of(), gates.failures());
        assertEquals(operations, gates.operations());
        assertNull(SameBytes.difference(document, name));
    }

    @ParameterizedTest
    @CsvSource({"names", "schemas30", "schemas31", "operations", "references"})
    void additionsAreCompatible(String name) throws Exception {
        try (CompiledClient before = CompiledClient.of(document(name), name, folder)) {
            Additions additions = Additions.to(before.document(), before.model());
            try (CompiledClient after =
                    CompiledClient.of(additions.edited(), name, before.model().names(), folder)) {
                assertEquals(
                        List.of(),
                        Compatibility.of(before, after, folder).problems(),
                        () -> "after " + additions.done());
            }
        }
    }

    @Test
    void theFirstUsableServerIsTheBaseUrl() throws Exception {
        GeneratedClient client = ClientGenerator.generate(
                document("operations"), GeneratorOptions.builder("operations").build());

        assertEquals("https://eu.example.com:443/v1", client.model().server());
        String api = String.valueOf(client.files().get("dev/lockstep/vendor/operations/ElsewhereApi.java"));
        assertTrue(api.contains("https://upload.example.com/v1"), api);
    }

    @Test
    void byteOrderMarksAndLineEndsOfOtherSystems() throws Exception {
        Path file = Files.writeString(folder.resolve("pets.json"), "\ufeff" + PETS.replace("\n", "\r\n"));
        passes("pets", SpecReader.read(file), 1);
    }

    @Test
    void webhooksInAnOlderDocument() throws Exception {
        passes("pets", SpecReader.parse(PETS.replace("\"paths\"", """
                                "webhooks": {"new": {"post": {"operationId": "new", "responses": {"200": {"description": "ok"}}}}},
                                "paths\""""), "pets.json"), 1);
    }

    @Test
    void schemasWithoutPaths() throws Exception {
        passes(
                "schemas",
                SpecReader.parse(
                        "openapi: 3.1.0\ninfo: {title: a, version: '1'}\ncomponents: {schemas: {A: {type: object, properties:"
                                + " {a: {type: string}}}}}",
                        "schemas.yaml"),
                0);
    }

    @Test
    void modelsOfHundredsOfProperties() throws Exception {
        StringBuilder text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Wide, version: '1'}\n");
        text.append("servers: [{url: 'https://example.com'}]\npaths: {}\ncomponents:\n  schemas:\n    Wide:\n");
        text.append("      type: object\n      required: [p1, p290]\n      properties:\n");
        for (int i = 0; i < 291; i++) {
            text.append("        p" + i + ": {type: " + (i % 2 == 0 ? "string" : "integer") + "}\n");
        }
        text.append("    Many: {type: string, enum: [v0");
        for (int i = 1; i < 1500; i++) {
            text.append(", v" + i);
        }
        passes("wide", SpecReader.parse(text.append("]}\n").toString(), "wide.yaml"), 0);
    }

    private void passes(String name, SpecDocument document, int operations) throws Exception {
        SpecGates gates = SpecGates.run(() -> document, name, folder);

        assertEquals(List.of(), gates.failures());
        assertEquals(operations, gates.operations());
    }

    static SpecDocument document(String name) throws Exception {
        try (InputStream stream = OwnSpecsTest.class.getResourceAsStream(name + ".yaml")) {
            String text = new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
            return SpecReader.parse(text, name + ".yaml");
        }
    }
}
