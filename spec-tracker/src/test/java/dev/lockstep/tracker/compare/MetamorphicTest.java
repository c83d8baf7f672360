package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every document of the rules' examples, written in other ways; and every rule that has one, the other way round. */
class MetamorphicTest {

    /** What is told of a refactoring; nothing should be but docs. */
    static List<String> told(SpecDocument document, UnaryOperator<SpecDocument> refactoring) {
        SpecDocument other = SpecReader.parse(refactoring.apply(document).root().toString(), "other.json");
        List<String> told = new ArrayList<>();
        for (Comparison comparison : List.of(
                Comparer.compare(ComparisonInput.of(document), ComparisonInput.of(other)),
                Comparer.compare(ComparisonInput.of(other), ComparisonInput.of(document)))) {
            comparison.findings().stream()
                    .filter(finding -> finding.wire() != Wire.DOCS_ONLY)
                    .forEach(finding -> told.add(finding.id() + ": " + finding.message()));
        }
        return told;
    }

    @TestFactory
    Stream<DynamicTest> refactorings() {
        List<DynamicTest> tests = new ArrayList<>();
        Refactorings.all()
                .forEach((name, refactoring) -> RuleExample.all()
                        .values()
                        .forEach(example -> tests.add(DynamicTest.dynamicTest(
                                name + ": " + example.id(),
                                () -> assertEquals(
                                        List.of(),
                                        told(example.document(example.after(), "one.json"), refactoring))))));
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> mirrors() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Rule rule : RuleTable.standard().rules()) {
            RuleExample example = RuleExample.all().get(rule.id());
            if (example == null) {
                continue;
            }
            RuleTable.standard().mirror(rule).ifPresent(mirror -> {
                RuleExample back = example.reversed();
                tests.add(DynamicTest.dynamicTest(
                        rule.id() + " <-> " + mirror.id(),
                        () -> assertEquals(
                                List.of(mirror.id()),
                                back.compare().findings().stream()
                                        .filter(finding -> finding.wire() != Wire.DOCS_ONLY
                                                || finding.id().equals(mirror.id()))
                                        .map(Finding::id)
                                        .toList())));
            });
        }
        assertTrue(tests.size() > 150, "mirrors: " + tests.size());
        return tests.stream();
    }
}
