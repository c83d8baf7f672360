package dev.lockstep.openapi.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Canonical text over real specs: {@code -Dlockstep.corpus=FOLDER}. */
class CanonicalCorpusTest {
    @Test
    void realSpecsAreStable() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        List<String> unstable = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(corpus).resolve("specs"))) {
            for (Path file : files.filter(file -> !file.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                JsonNode root;
                try {
                    root = SpecReader.read(file).root();
                } catch (SpecException e) {
                    continue;
                }
                String once = Canonical.text((ObjectNode) root);
                ObjectNode again = (ObjectNode)
                        SpecReader.parse(once, file + " (canonical)").root();
                if (!again.equals(Canonical.tree((ObjectNode) root))
                        || !Canonical.text(again).equals(once)) {
                    unstable.add(file.getFileName().toString());
                }
            }
        }

        assertEquals(List.of(), unstable);
    }
}
