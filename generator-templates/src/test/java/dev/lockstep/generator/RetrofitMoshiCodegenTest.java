package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockMismatchException;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** The host of openapi-generator writes what the command line writes, and nothing of its own that is Java. */
final class RetrofitMoshiCodegenTest {
    private static final String SPEC = """
            openapi: 3.1.0
            info: {title: Parcels, version: '1'}
            servers: [{url: 'https://api.parcels.example'}]
            paths:
              /v1/parcels/{id}/return:
                post:
                  operationId: returnParcel
                  tags: [Parcels]
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200':
                      description: Returned.
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Parcel'}
            components:
              schemas:
                Parcel:
                  type: object
                  properties: {id: {type: string}, weight: {type: [number, 'null']}}
            """;

    @TempDir
    Path folder;

    private Path spec;
    private Path sources;

    @BeforeEach
    void spec() throws IOException {
        spec = Files.writeString(folder.resolve("openapi.yaml"), SPEC);
        sources = folder.resolve("out/src/main/java");
    }

    private void generate(Map<String, Object> options) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("retrofit-moshi")
                .setInputSpec(spec.toString())
                .setOutputDir(folder.resolve("out").toString())
                .setValidateSpec(false);
        options.forEach(configurator::addAdditionalProperty);
        new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }

    private SortedMap<String, String> written() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(sources.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private SortedMap<String, String> expected() {
        return ClientGenerator.generate(
                        SpecReader.read(spec),
                        GeneratorOptions.builder("parcels").version("2.0.0").build())
                .files();
    }

    @Test
    void writesTheFilesOfTheCommandLine() throws IOException {
        generate(Map.of("name", "parcels", "clientVersion", "2.0.0"));

        assertEquals(expected(), written());
        assertTrue(
                written().containsKey("dev/lockstep/vendor/parcels/ParcelsClient.java"),
                written().keySet()::toString);
    }

    @Test
    void lockDecidesTheNames() throws IOException {
        lock(Sha256.of(spec));

        generate(Map.of("lockFile", folder.resolve("lock.json").toString()));

        assertTrue(written().containsKey("org/parcels/Parcels.java"), written().keySet()::toString);
        assertTrue(written().getOrDefault("org/parcels/Parcels.java", "").contains("https://locked.example"));
    }

    @Test
    void editedDocumentIsNotGeneratedFrom() throws IOException {
        lock(Sha256.of("another document"));

        LockMismatchException mismatch = assertThrows(
                LockMismatchException.class,
                () -> generate(Map.of("lockFile", folder.resolve("lock.json").toString())));

        assertEquals(
                List.of(
                        "specs/" + folder.getFileName() + " does not match its lock:",
                        "  openapi.yaml: locked " + Sha256.brief(Sha256.of("another document")) + ", found "
                                + Sha256.brief(Sha256.of(spec))),
                String.valueOf(mismatch.getMessage()).lines().limit(2).toList());
        assertFalse(Files.exists(sources));
    }

    private void lock(String specHash) throws IOException {
        Lock lock = new Lock(
                "parcels",
                "1",
                new Lock.Spec("openapi.yaml", specHash),
                List.of(),
                new TreeMap<>(),
                List.of("POST /v1/parcels/{id}/return"),
                new TreeMap<>(),
                new Lock.Client("org.parcels", "Parcels", "2.0.0", "https://locked.example", new TreeMap<>()),
                List.of());
        Files.writeString(folder.resolve("lock.json"), LockWriter.write(lock));
    }

    @Test
    void unchangedFilesAreNotTouchedAndStaleOnesGo() throws IOException {
        generate(Map.of("name", "parcels"));
        Path client = sources.resolve("dev/lockstep/vendor/parcels/ParcelsClient.java");
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(client, longAgo);
        Path stale = sources.resolve("dev/lockstep/vendor/old/Old.java");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "package dev.lockstep.vendor.old; class Old {}");

        generate(Map.of("name", "parcels"));

        assertEquals(longAgo, Files.getLastModifiedTime(client));
        assertFalse(Files.exists(stale.getParent()));
    }

    @Test
    void saysNoBanner() {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            generate(Map.of("name", "parcels"));
        } finally {
            System.setOut(before);
        }

        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void refusedDocumentWritesNothing() throws IOException {
        Files.writeString(spec, SPEC.replace("/v1/parcels", "/v1/../parcels"));

        SpecException refused = assertThrows(SpecException.class, () -> generate(Map.of("name", "parcels")));

        assertEquals("the path \"/v1/../parcels/{id}/return\" has the segment .., which climbs", refused.reason());
        assertFalse(Files.exists(sources));
    }

    @Test
    void neitherLockNorNameIsAnError() {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> generate(Map.of()));

        assertEquals(
                "the generator retrofit-moshi needs the configOption lockFile, or name where there is no lock",
                thrown.getMessage());
    }
}
