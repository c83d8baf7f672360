package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.document.SpecDocument;
import dev.lockstep.generator.document.SpecReader;
import dev.lockstep.generator.surface.SurfaceDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gates over a folder of real documents, {@code -Dlockstep.corpus=DIR} (its {@code specs} folder is read): each
 * generates with every operation, compiles without a warning, passes Retrofit's parser, keeps its JSON and offers exactly
 * what its model says. {@code -Dlockstep.corpus.only=a,b} takes single ones.
 */
class ClientCorpusTest {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final AtomicInteger PASSED = new AtomicInteger();

    @TempDir
    Path temporary;

    @AfterAll
    static void figure() {
        System.out.println("gate corpus-clients-specs " + PASSED.get());
    }

    @TestFactory
    Stream<DynamicTest> gates() throws Exception {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeTrue(!corpus.isEmpty(), "no corpus: give its folder with -Dlockstep.corpus=DIR");
        String only = System.getProperty("lockstep.corpus.only", "");
        List<Path> specs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(corpus, "specs"))) {
            files.filter(file -> file.toString().matches(".*\\.(json|yaml)"))
                    .filter(file ->
                            only.isEmpty() || List.of(only.split(",", -1)).contains(name(file)))
                    .sorted()
                    .forEach(specs::add);
        }
        return specs.stream().map(spec -> DynamicTest.dynamicTest(name(spec), () -> gate(spec)));
    }

    private static String name(Path spec) {
        String file = spec.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    private void gate(Path spec) throws Exception {
        String name = name(spec).replace('_', '-').toLowerCase(Locale.ROOT);
        long start = System.nanoTime();
        SpecDocument document = SpecReader.read(spec);
        long read = System.nanoTime();
        GeneratedClient client = ClientGenerator.generate(
                document, GeneratorOptions.builder(name).build());
        long generated = System.nanoTime();
        assertEquals(operations(document), client.model().operations().size(), "operations");
        CompiledClient compiled = CompiledClient.of(client, Files.createDirectories(temporary.resolve(name)));
        long done = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%-24s %4d operations %5d types %6d lines; read %5d ms, generate %5d ms, compile %5d ms%n",
                name(spec),
                client.model().operations().size(),
                client.model().types().size(),
                client.files().values().stream()
                        .mapToLong(text -> text.lines().count())
                        .sum(),
                (read - start) / 1_000_000,
                (generated - read) / 1_000_000,
                (done - generated) / 1_000_000);
        RetrofitCheck.validate(compiled);
        assertEquals(
                client.model().surface().text(),
                SurfaceDump.of(compiled.classes()).text(),
                "surface");
        assertEquals("", String.join("\n", RoundTrip.failures(compiled)), "round trips");
        PASSED.incrementAndGet();
    }

    private static int operations(SpecDocument document) {
        int count = 0;
        for (JsonNode item : document.root().path("paths")) {
            JsonNode methods = item.path("$ref").isTextual()
                    ? document.at(item.path("$ref").asText())
                    : item;
            for (var member : methods.properties()) {
                count += METHODS.contains(member.getKey()) ? 1 : 0;
            }
        }
        return count;
    }
}
