package dev.lockstep.tracker.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.compare.Wire;
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
        SpecDocument spec = whole(Path.of(corpus).resolve("history/openhands-agent-sdk"), whole);

        assertEquals(
                Selection.operations(spec.root()),
                merged(Path.of(corpus).resolve("page-sets").resolve(set)));
    }

    @Test
    void mergedSetHasEveryPublishedOperation() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        Path set = Path.of(corpus).resolve("page-sets/tavus");

        assertEquals(files(set).size(), merged(set).size());
    }

    /** What changed between two sets of pages is what changed between the specs that they were split from. */
    @Test
    void theDriftPairGivesTheVerdictOfTheWholeSpecs() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        Path sets = Path.of(corpus).resolve("page-sets");
        Path history = Path.of(corpus).resolve("history/openhands-agent-sdk");

        Comparison whole = compare(whole(history, "052-"), whole(history, "057-"));
        Comparison pages = compare(document(sets.resolve("openhands-v052")), document(sets.resolve("openhands-v057")));

        assertEquals(verdict(whole), verdict(pages));
        assertEquals(findings(whole), findings(pages));
        System.out.println("gate corpus-page-sets 4");
    }

    @Test
    void theTavusSetHasThePathsOfTheWhole() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");

        assertEquals(
                Selection.operations(whole(Path.of(corpus).resolve("history/tavus-official"), "001-")
                        .root()),
                merged(Path.of(corpus).resolve("page-sets/tavus")));
    }

    private static String verdict(Comparison comparison) {
        return comparison.wire() + " " + comparison.java() + " " + comparison.semver();
    }

    private static List<String> findings(Comparison comparison) {
        return comparison.findings().stream()
                .filter(finding -> finding.wire() != Wire.DOCS_ONLY)
                .map(finding -> finding.id() + " " + finding.operation() + " " + finding.message())
                .distinct()
                .sorted()
                .toList();
    }

    private static Comparison compare(SpecDocument before, SpecDocument after) {
        return Comparer.compare(ComparisonInput.of(before), ComparisonInput.of(after));
    }

    private static SpecDocument whole(Path history, String number) throws IOException {
        return SpecReader.read(files(history).stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(number))
                .findFirst()
                .orElseThrow());
    }

    private static SpecDocument document(Path set) throws IOException {
        List<Part> parts = parts(set);
        return parts.get(0).document().withRoot(Merger.merge(parts).root());
    }

    private static List<String> merged(Path set) throws IOException {
        return Selection.operations(Merger.merge(parts(set)).root());
    }

    private static List<Part> parts(Path set) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path page : files(set)) {
            for (Block block : PageReader.read(page)) {
                parts.add(new Part(block.required(), block.spec(), ""));
            }
        }
        return parts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
