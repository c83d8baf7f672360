package dev.lockstep.generator.gate;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A folder of real documents, given as {@code -Dlockstep.corpus=DIR}; its specs lie in {@code DIR/specs} or DIR itself. */
public final class Corpus {
    /** Of one document. The largest takes a quarter of a minute; what takes this long stands still. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private Corpus() {}

    /**
     * The documents, by file name; {@code -Dlockstep.corpus.only=name,name} picks some. Skips the test where there is no
     * folder.
     */
    public static List<Path> specs() throws IOException {
        String given = System.getProperty("lockstep.corpus", "");
        assumeTrue(!given.isBlank(), "skipped: no -Dlockstep.corpus=DIR with real documents");
        Path folder = Path.of(given).resolve("specs");
        if (!Files.isDirectory(folder)) {
            folder = Path.of(given);
        }
        assumeTrue(Files.isDirectory(folder), "skipped: " + given + " is no folder");
        Set<String> only = Set.of(System.getProperty("lockstep.corpus.only", "").split(","));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .filter(file -> only.contains("") || only.contains(name(file)))
                    .sorted()
                    .toList();
        }
    }

    /**
     * One test a document, on a thread of its own: JUnit's threads belong to a fork-join pool, where a stream that the generator
     * runs in parallel would wait for whole other tests. A test that stands still fails with the stack it stands in.
     */
    public static Stream<DynamicTest> tests(Check check) throws IOException {
        return specs().stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file), () -> assertTimeoutPreemptively(LONGEST, () -> check.of(file))));
    }

    /** What is to be held of one document. */
    public interface Check {
        void of(Path file) throws Exception;
    }

    /** The file's name without its suffix. */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /** As a client's name has to be: lower-case letters, digits and hyphens, a letter first. */
    public static String clientName(Path file) {
        return name(file).toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
