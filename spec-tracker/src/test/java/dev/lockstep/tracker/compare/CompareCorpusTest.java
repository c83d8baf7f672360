package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.document.SpecDocument;
import dev.lockstep.generator.document.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs with the verdict of other tools' own tests, and vendors' real histories: {@code -Dlockstep.corpus=FOLDER}. */
class CompareCorpusTest {
    /** Measured; docs/rules.md tells each disagreement that is left, with its reason. */
    private static final double RECALL = 98.0;

    private static final double SPECIFICITY = 96.0;

    private Path corpus = Path.of("");

    @BeforeEach
    void corpus() {
        String folder = System.getProperty("lockstep.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        corpus = Path.of(folder);
    }

    private static SpecDocument read(Path file, boolean as31) {
        SpecDocument document = SpecReader.read(file);
        if (!as31) {
            return document;
        }
        JsonNode root = document.root().deepCopy();
        ((ObjectNode) root).put("openapi", "3.1.0");
        return document.withRoot(root);
    }

    private Comparison compare(JsonNode pair, boolean as31) {
        Path folder = corpus.resolve("changes");
        return Comparer.compare(
                ComparisonInput.of(read(folder.resolve(pair.get("base").asText()), as31)),
                ComparisonInput.of(read(folder.resolve(pair.get("revision").asText()), as31)));
    }

    private List<JsonNode> pairs() throws IOException {
        List<JsonNode> pairs = new ArrayList<>();
        Path file = corpus.resolve("changes").resolve("cases.json");
        for (JsonNode pair : new JsonMapper().readTree(Files.readString(file))) {
            if (pair.get("tier").asText().equals("core")) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    @Test
    void pairsGetTheVerdictOfTheirOwnTests() throws IOException {
        int yes = 0;
        int found = 0;
        int no = 0;
        int quiet = 0;
        int java = 0;
        for (JsonNode pair : pairs()) {
            Comparison comparison = compare(pair, false);
            boolean breaking = comparison.wire() == Wire.BREAKING;
            String expected = pair.get("expected").get("breaking").asText();
            if (expected.equals("yes")) {
                yes++;
                found += breaking ? 1 : 0;
            } else if (expected.equals("no")) {
                no++;
                quiet += breaking ? 0 : 1;
                java += comparison.java() == JavaImpact.BREAKING ? 1 : 0;
            }
            if (expected.equals(breaking ? "no" : "yes")) {
                System.out.println(
                        "expected " + expected + ": " + pair.get("id").asText() + " "
                                + comparison.findings().stream()
                                        .map(finding -> finding.id() + "="
                                                + finding.wire().text())
                                        .distinct()
                                        .toList());
            }
        }
        double recall = 100.0 * found / yes;
        double specificity = 100.0 * quiet / no;
        gate("corpus-changes-recall", recall);
        gate("corpus-changes-specificity", specificity);
        gate("corpus-changes-java-quiet", 100.0 * (no - java) / no);

        assertTrue(recall >= RECALL, "recall " + recall);
        assertTrue(specificity >= SPECIFICITY, "specificity " + specificity);
    }

    @Test
    void relabellingAsOpenApi31ChangesNoVerdict() throws IOException {
        List<String> changed = new ArrayList<>();
        for (JsonNode pair : pairs()) {
            boolean breaking = compare(pair, false).wire() == Wire.BREAKING;
            boolean relabelled = compare(pair, true).wire() == Wire.BREAKING;
            if (breaking != relabelled) {
                changed.add(pair.get("id").asText());
            }
        }

        assertEquals(List.of(), changed);
    }

    @Test
    void everyStepOfAHistoryIsExplained() throws IOException {
        int steps = 0;
        int all = 0;
        int unclassified = 0;
        for (Path vendor : sorted(corpus.resolve("history"))) {
            SpecDocument before = null;
            for (Path file : Files.isDirectory(vendor) ? sorted(vendor) : List.<Path>of()) {
                if (!file.getFileName().toString().matches("[0-9]{3}-.*")) {
                    continue;
                }
                SpecDocument after = SpecReader.read(file);
                assertEquals(
                        List.of(),
                        Comparer.compare(ComparisonInput.of(after), ComparisonInput.of(SpecReader.read(file)))
                                .findings());
                if (before != null) {
                    List<Finding> findings = Comparer.compare(ComparisonInput.of(before), ComparisonInput.of(after))
                            .findings();
                    steps++;
                    all += findings.size();
                    unclassified += (int) findings.stream()
                            .filter(finding -> finding.id().equals("unclassified"))
                            .count();
                }
                before = after;
            }
        }
        gate("corpus-history-steps", steps);
        gate("corpus-history-classified", 100.0 * (all - unclassified) / all);

        assertTrue(unclassified * 50 <= all, unclassified + " of " + all + " findings are unclassified");
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void gate(String name, double figure) {
        System.out.println("gate " + name + " " + String.format(Locale.ROOT, "%.1f", figure));
    }
}
