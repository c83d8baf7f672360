package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.gate.ChangedClient;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs with the verdict of other tools' own tests, and vendors' real histories: {@code -Dlockstep.corpus=FOLDER}. */
class CompareCorpusTest {
    /** Measured; docs/rules.md tells each disagreement that is left, with its reason. */
    private static final double RECALL = 98.0;

    private static final double SPECIFICITY = 96.0;
    /** Of the pairs that break nothing on the wire, how many leave Java code alone. */
    private static final double JAVA_QUIET = 90.0;

    @TempDir
    Path temporary = Path.of("");

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
        return Comparer.compare(
                ComparisonInput.of(read(side(pair, "base"), as31)),
                ComparisonInput.of(read(side(pair, "revision"), as31)));
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
    void pairsGetTheVerdictOfTheirOwnTests() throws Exception {
        int yes = 0;
        int found = 0;
        int no = 0;
        int quiet = 0;
        int java = 0;
        List<String> unconfirmed = new ArrayList<>();
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
                if (comparison.java() == JavaImpact.BREAKING) {
                    java++;
                    confirm(pair, comparison, unconfirmed);
                }
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
        assertTrue(100.0 * (no - java) / no >= JAVA_QUIET, java + " of " + no + " break Java");
        assertEquals(List.of(), unconfirmed);
    }

    /** Compiles and links code that uses every public member of the old client with the new one. */
    private void confirm(JsonNode pair, Comparison comparison, List<String> unconfirmed) throws Exception {
        List<String> problems =
                ChangedClient.problems(read(side(pair, "base"), false), read(side(pair, "revision"), false), temporary);
        long source =
                problems.stream().filter(each -> each.startsWith("source: ")).count();
        long binary =
                problems.stream().filter(each -> each.startsWith("binary: ")).count();
        long second =
                problems.stream().filter(each -> each.startsWith("japicmp: ")).count();
        System.out.println("java: " + pair.get("id").asText() + " "
                + comparison.findings().stream()
                        .filter(finding -> finding.java() == JavaImpact.BREAKING)
                        .map(Finding::id)
                        .distinct()
                        .toList()
                + ": javac " + source + ", linker " + binary + ", japicmp " + second);
        if (source == 0 || second == 0) {
            unconfirmed.add(pair.get("id").asText());
        }
    }

    private Path side(JsonNode pair, String name) {
        return corpus.resolve("changes").resolve(pair.get(name).asText());
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
                    Comparison comparison = Comparer.compare(ComparisonInput.of(before), ComparisonInput.of(after));
                    List<Finding> findings = comparison.findings();
                    System.out.println(summary(vendor, file, comparison));
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

    /** A row of a history's table: the step, both verdicts, and how often each rule spoke. */
    private static String summary(Path vendor, Path file, Comparison comparison) {
        Map<String, Long> rules = comparison.findings().stream()
                .collect(Collectors.groupingBy(Finding::id, TreeMap::new, Collectors.counting()));
        return "history | " + vendor.getFileName() + " | " + file.getFileName() + " | "
                + comparison.wire().text() + " | " + comparison.java().text() + " | " + rules;
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
