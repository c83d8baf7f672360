package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzers started from and what they found, in every build. */
class FuzzCorpusTest {
    private interface Target {
        void run(byte[] input) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> retryAfter() throws Exception {
        return each("retry-after", RetryAfterFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> pathParameters() throws Exception {
        return each("path-parameters", PathParametersFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> json() throws Exception {
        return each("json", JsonFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> properties() throws Exception {
        return each("properties", PropertiesFuzz::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> each(String name, Target target) throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(FuzzCorpusTest.class.getResource("/fuzz/" + name));
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of(folder.toURI()))) {
            files = found.sorted().toList();
        }
        assertFalse(files.isEmpty(), name);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        name + " " + file.getFileName(), () -> target.run(Files.readAllBytes(file))));
    }
}
