package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.generator.lock.VerifyLock;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Each hostile document through the generator, and through what a client module's Maven build runs, step by step. */
final class HostileDocumentsTest {
    private static final Pattern COMMENTS = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FOREIGN = Pattern.compile("(?<!\")\\bclass P\\b|^\\s*static \\{", Pattern.MULTILINE);

    /** Whatever servers a document has: the lock gives the base URL. */
    private static final String LOCKED_SERVER = ".baseUrl(\"https://h.example\")";

    @TempDir
    Path folder;

    static List<HostileDocument> documents() {
        return HostileDocument.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void generator(HostileDocument document) {
        GeneratorOptions options = GeneratorOptions.builder("hostile").build();
        if (document.refused()) {
            SpecException refused = assertThrows(
                    SpecException.class,
                    () -> ClientGenerator.generate(SpecReader.parse(document.yaml(), "s.yaml"), options));
            assertTrue(refused.reason().startsWith(document.text()), refused::toString);
            return;
        }

        check(
                document,
                ClientGenerator.generate(SpecReader.parse(document.yaml(), "s.yaml"), options)
                        .files());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void mavenBuild(HostileDocument document) throws IOException {
        Path spec = Files.writeString(folder.resolve("openapi.yaml"), document.yaml());
        Files.writeString(folder.resolve("lock.json"), LockWriter.write(lock(Sha256.of(spec))));
        Path manifest = folder.resolve("target/MANIFEST.MF");
        if (document.refused()) {
            // The build's first step; openapi-generator's own parser is never reached.
            SpecException refused =
                    assertThrows(SpecException.class, () -> VerifyLock.main(folder.toString(), manifest.toString()));
            assertTrue(refused.reason().startsWith(document.text()), refused::toString);
            assertFalse(Files.exists(manifest));
            return;
        }

        VerifyLock.main(folder.toString(), manifest.toString());
        CodegenConfigurator plugin = new CodegenConfigurator()
                .setGeneratorName(RetrofitMoshiCodegen.NAME)
                .setInputSpec(spec.toString())
                .setOutputDir(folder.resolve("out").toString())
                .setValidateSpec(false)
                .addAdditionalProperty(
                        RetrofitMoshiCodegen.LOCK_FILE,
                        folder.resolve("lock.json").toString());
        new DefaultGenerator().opts(plugin.toClientOptInput()).generate();
        SortedMap<String, String> files = written(folder.resolve("out/src/main/java"));
        check(document.text().startsWith(".baseUrl") ? document.expecting(LOCKED_SERVER) : document, files);
    }

    private static void check(HostileDocument document, SortedMap<String, String> files) {
        String code = COMMENTS.matcher(String.join("\n", files.values())).replaceAll("");
        assertTrue(code.contains(document.text()), code);
        assertFalse(FOREIGN.matcher(code).find(), code);
        for (String file : files.keySet()) {
            assertTrue(file.matches("dev/lockstep/vendor/hostile/[A-Za-z][A-Za-z0-9-]{0,99}\\.java"), file);
        }
        assertEquals(
                files.size(),
                files.keySet().stream().map(String::toLowerCase).distinct().count(),
                "two files of one name, but for case");
    }

    private static SortedMap<String, String> written(Path sources) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(sources)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(sources.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static Lock lock(String hash) {
        return new Lock(
                "hostile",
                "1",
                new Lock.Spec("openapi.yaml", hash),
                List.of(),
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new Lock.Client(
                        "dev.lockstep.vendor.hostile", "HostileClient", "1.0.0", "https://h.example", new TreeMap<>()),
                List.of());
    }
}
