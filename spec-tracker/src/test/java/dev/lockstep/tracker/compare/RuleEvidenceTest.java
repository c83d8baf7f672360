package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.NotExecuted;
import dev.lockstep.tracker.evidence.OperationEvidence;
import dev.lockstep.tracker.evidence.Trials;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The client of each rule's example before meets the document after: what the rule says is what happens. */
class RuleEvidenceTest {
    private static final String NOWHERE = "https://server.invalid";

    @TempDir
    static Path folder;

    private static List<Path> classpath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    @Test
    void whatIsNotExecutedBreaksByItsRule() {
        Set<String> breaking = new TreeSet<>();
        for (Rule rule : RuleTable.standard().rules()) {
            if (rule.ours() == Wire.BREAKING) {
                breaking.add(rule.id());
            }
        }
        Set<String> others = new TreeSet<>(NotExecuted.reasons().keySet());
        others.removeAll(breaking);

        assertEquals(Set.of(), others);
    }

    @TestFactory
    Stream<DynamicTest> examples() {
        Trials trials = new Trials(new ClientCompiler(RuleEvidenceTest::classpath), folder);
        return RuleTable.standard().rules().stream()
                .flatMap(rule -> Stream.ofNullable(RuleExample.all().get(rule.id()))
                        .map(example -> DynamicTest.dynamicTest(rule.id(), () -> agrees(trials, rule, example))));
    }

    private static void agrees(Trials trials, Rule rule, RuleExample example) {
        SpecDocument old = example.document(example.before(), "old.json");
        SpecDocument now = example.document(example.after(), "new.json");
        String server = old.root().path("servers").path(0).path("url").asText(NOWHERE);
        GeneratorOptions options = GeneratorOptions.builder("client")
                .server(server.contains("{") ? NOWHERE : server)
                .ownExtensions(true)
                .build();
        Comparison comparison = Comparer.compare(
                ComparisonInput.of(old).with(options), ComparisonInput.of(now).with(options));

        Evidence evidence = trials.evidence(rule.id(), old, options, now, comparison.findings());

        assertEquals(List.of(), evidence.faults());
        List<String> failures = evidence.operations().stream()
                .flatMap(operation -> operation.failures().stream().map(String::valueOf))
                .toList();
        boolean shown = rule.ours() == Wire.BREAKING && !NotExecuted.reasons().containsKey(rule.id());
        if (shown) {
            assertTrue(!failures.isEmpty(), "breaks, and nothing failed");
        } else if (rule.ours() != Wire.RISKY) {
            assertEquals(List.of(), failures);
        }
        for (OperationEvidence operation : evidence.operations()) {
            boolean gone = rule.id().equals("operation-removed");
            assertTrue(gone || operation.answers() + operation.requests() > 0, operation.toString());
        }
    }
}
