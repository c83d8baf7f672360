package dev.lockstep.tracker.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lockstep.generator.document.SpecReader;
import dev.lockstep.tracker.page.Block;
import dev.lockstep.tracker.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of pages that were split from whole specs merge to exactly the whole's paths: {@code -Dlockstep.corpus=FOLDER}. */
class PageSetCorpusTest {
    @ParameterizedTest
    @CsvSource({
        "openhands-v052, 052-",
        "openhands-v057, 057-",
    })
    void mergedSetsHaveThePathsOfTheWhole(String set, String whole) throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        Path spec = files(Path.of(corpus).resolve("history/openhands-agent-sdk")).stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(whole))
                .findFirst()
                .orElseThrow();

        assertEquals(
                Selection.operations(SpecReader.read(spec).root()),
                merged(Path.of(corpus).resolve("page-sets").resolve(set)));
    }

    @Test
    void mergedSetHasEveryPublishedOperation() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        Path set = Path.of(corpus).resolve("page-sets/tavus");

        assertEquals(files(set).size(), merged(set).size());
    }

    private static List<String> merged(Path set) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path page : files(set)) {
            for (Block block : PageReader.read(page)) {
                parts.add(new Part(block.required(), block.spec(), ""));
            }
        }
        return Selection.operations(Merger.merge(parts).root());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
