package dev.lockstep.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every real document is read and passes the sanitizer. */
final class CorpusTest {
    @TestFactory
    Stream<DynamicTest> realSpecsAreNotRefused() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeTrue(!corpus.isEmpty(), "no corpus of real specs: pass its folder as -Dlockstep.corpus=DIR");
        try (Stream<Path> files = Files.list(Path.of(corpus, "specs"))) {
            List<Path> specs = files.filter(file -> !file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList();
            assertFalse(specs.isEmpty(), "no specs in " + corpus);
            return specs.stream().map(spec -> DynamicTest.dynamicTest(name(spec), () -> passes(spec)));
        }
    }

    private static String name(Path spec) {
        return spec.getFileName().toString();
    }

    private static void passes(Path spec) {
        SpecDocument document = SpecReader.read(spec);
        SpecDocument sanitized = SpecSanitizer.sanitize(document, false).document();

        assertEquals(operations(document), operations(sanitized));
    }

    private static long operations(SpecDocument document) {
        List<String> methods = List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
        return document.root()
                .path("paths")
                .valueStream()
                .flatMap(item -> methods.stream().filter(item::has))
                .count();
    }
}
