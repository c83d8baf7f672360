package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The hostile documents of the generator's tests through {@code lockstep generate}: refused, or made and compiled. */
class HostileDocumentsTest {
    private static final Path CASES = Path.of(
            System.getProperty("lockstep.root", ".."),
            "generator-templates/src/test/resources/dev/lockstep/generator/hostile.txt");

    @TempDir
    Path root;

    static List<Arguments> documents() throws IOException {
        List<Arguments> documents = new ArrayList<>();
        for (String block : Files.readString(CASES).split("(?m)^=== (?=\\d)", -1)) {
            String[] head = block.lines().findFirst().orElseThrow().split(" ", 3);
            if (head[0].matches("\\d+")) {
                String text = head.length > 2 ? head[2] : "";
                documents.add(Arguments.of(head[0], head[1], text, block.substring(block.indexOf('\n') + 1)));
            }
        }
        return documents;
    }

    @ParameterizedTest(name = "case {0} is {1}: {2}")
    @MethodSource("documents")
    void generate(String number, String outcome, String text, String yaml) {
        Repository repository = Repository.in(root).write("hostile.yaml", yaml);

        Repository.Run run = repository.run(
                "generate",
                repository.path("hostile.yaml"),
                "--out",
                repository.path("out"),
                "--compile",
                "--format",
                "json");
        JsonNode line = SpecReader.parse(run.out(), "stdout.json").root();

        assertEquals(1, run.out().lines().count());
        if (outcome.equals("refused")) {
            assertEquals(3, run.code());
            assertFalse(line.path("ok").asBoolean());
            assertEquals("refused", line.at("/diagnostics/0/level").asText());
            assertTrue(line.at("/diagnostics/0/message").asText().startsWith(text), run.out());
            assertFalse(Files.exists(root.resolve("out")));
        } else {
            assertEquals(0, run.code(), run.out());
            assertTrue(Files.exists(root.resolve("out/classes/dev/lockstep/vendor/hostile/HostileClient.class")));
        }
    }
}
