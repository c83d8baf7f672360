package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.merge.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real documents, written in other ways: {@code -Dlockstep.corpus=FOLDER}. */
class MetamorphicCorpusTest {
    /** Of each document; the operations are taken at equal distances, with all that they reach. */
    private static final int OPERATIONS = Integer.getInteger("lockstep.refactored", 30);

    @Test
    void refactoringsTellNothing() throws IOException {
        String folder = System.getProperty("lockstep.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        List<String> told = new ArrayList<>();
        int quiet = 0;
        for (Path file : documents(Path.of(folder).resolve("specs"))) {
            SpecDocument document = sample(SpecReader.read(file));
            for (Map.Entry<String, UnaryOperator<SpecDocument>> each :
                    Refactorings.all().entrySet()) {
                if (each.getValue().apply(document).root().equals(document.root())) {
                    continue; // nothing in it can be written in this way
                }
                List<String> some = MetamorphicTest.told(document, each.getValue());
                quiet += some.isEmpty() ? 1 : 0;
                some.stream()
                        .limit(5)
                        .forEach(line -> told.add(file.getFileName() + ", " + each.getKey() + ": " + line));
            }
        }
        System.out.println("gate corpus-refactorings-quiet " + quiet);

        assertEquals(List.of(), told);
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*[.](json|yaml)"))
                    .sorted()
                    .toList();
        }
    }

    private static SpecDocument sample(SpecDocument document) {
        ObjectNode root = document.root().deepCopy();
        List<String> all = Selection.operations(root);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < Math.min(OPERATIONS, all.size()); i++) {
            some.add(all.get((int) ((long) i * all.size() / Math.min(OPERATIONS, all.size()))));
        }
        return SpecReader.parse(Selection.select(root, some).toString(), document.source());
    }
}
