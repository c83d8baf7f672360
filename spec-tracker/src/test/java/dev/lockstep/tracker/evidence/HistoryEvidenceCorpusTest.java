package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.ComparisonInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each step of vendors' real histories, its old client meeting its new document: {@code -Dlockstep.corpus=FOLDER}. */
class HistoryEvidenceCorpusTest {
    /** So many changed operations of a step are tried. */
    private static final int MOST = 12;

    @TempDir
    Path folder = Path.of("");

    private int steps;
    private int agreeing;
    private int tried;
    private final List<String> faults = new ArrayList<>();
    private final List<String> untried = new ArrayList<>();
    private final List<String> raised = new ArrayList<>();
    private final List<String> partly = new ArrayList<>();

    @Test
    void trialsAndRulesAgree() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        for (Path vendor : sorted(Path.of(corpus).resolve("history"))) {
            SpecDocument old = null;
            for (Path file : sorted(vendor)) {
                SpecDocument now = SpecReader.read(file);
                if (old != null) {
                    step(vendor.getFileName() + " " + file.getFileName(), old, now);
                }
                old = now;
            }
        }
        untried.forEach(System.out::println);
        partly.forEach(System.out::println);
        raised.forEach(System.out::println);
        faults.forEach(System.out::println);
        System.out.println("gate corpus-evidence-steps " + steps);
        System.out.println("gate corpus-evidence-steps-agreeing " + agreeing);
        System.out.println("gate corpus-evidence-operations " + tried);

        assertTrue(steps > 0, "no step");
        assertEquals(List.of(), faults);
        assertEquals(List.of(), untried);
    }

    private void step(String name, SpecDocument old, SpecDocument now) {
        GeneratorOptions options = GeneratorOptions.builder("history")
                .server("https://server.invalid")
                .build();
        Comparison comparison = Comparer.compare(
                ComparisonInput.of(old).with(options), ComparisonInput.of(now).with(options));
        JoinedVerdict joined =
                new Trials(Shop.compiler(), folder, MOST).judge("history", old, options, now, comparison);
        Evidence evidence = joined.evidence();
        joined.comparison().findings().stream()
                .filter(finding -> finding.id().equals(JoinedVerdict.FAILED))
                .forEach(finding -> raised.add(
                        "raised by its trial, rules say " + comparison.wire().text() + ", "
                                + comparison.java().text() + " in Java: " + name + " " + finding.message()));
        steps++;
        agreeing += evidence.faults().isEmpty() ? 1 : 0;
        for (OperationEvidence operation : evidence.operations()) {
            if (operation.answers() + operation.requests() > 0) {
                tried++;
                if (operation.advice() == Advice.UNKNOWN) {
                    partly.add("not fully tried out: " + name + " " + operation.operation() + " " + operation.limits());
                }
            } else if (operation.failures().isEmpty()
                    && !operation.limits().toString().contains("the first " + MOST)) {
                untried.add(name + " " + operation.operation() + ": " + operation.limits());
            }
            if (!operation.fault().isEmpty()) {
                faults.add(name + " " + operation.operation() + ": " + operation.fault() + " " + operation.failures());
            }
        }
    }

    /** A vendor's versions, or the vendors, beside which other files lie. */
    private static List<Path> sorted(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Files.isDirectory(file)
                            || file.getFileName().toString().matches("[0-9]{3}-.*"))
                    .sorted()
                    .toList();
        }
    }
}
