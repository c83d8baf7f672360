package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.openapi.SpecDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule by its example. */
class RuleTableTest {
    /** What only two surfaces or a trial can show, which no document of one operation brings about. */
    private static final Set<String> WITHOUT_EXAMPLE =
            Set.of("java-surface-broken", "java-surface-grown", "trial-failed");

    @Test
    void everyRuleHasAnExample() {
        Set<String> rules = new TreeSet<>();
        RuleTable.standard().rules().forEach(rule -> rules.add(rule.id()));
        rules.removeAll(WITHOUT_EXAMPLE);

        assertEquals(rules, new TreeSet<>(RuleExample.all().keySet()));
    }

    @Test
    void everyIdBeginsWithItsDirection() {
        for (Rule rule : RuleTable.standard().rules()) {
            boolean directed = rule.id().startsWith("request-") || rule.id().startsWith("response-");
            assertEquals(directed, !rule.direction().equals("any"), rule.id());
            assertTrue(rule.direction().equals("any") || rule.id().startsWith(rule.direction() + "-"), rule.id());
        }
    }

    @TestFactory
    Stream<DynamicTest> examples() {
        Map<String, RuleExample> examples = RuleExample.all();
        return examples.values().stream().map(example -> DynamicTest.dynamicTest(example.id(), () -> holds(example)));
    }

    private static void holds(RuleExample example) {
        Comparison comparison = example.compare();
        List<String> ids = comparison.findings().stream()
                .filter(finding ->
                        finding.wire() != Wire.DOCS_ONLY || finding.id().equals(example.id()))
                .map(Finding::id)
                .toList();

        assertEquals(List.of(example.id()), ids);

        Finding finding = comparison.findings().stream()
                .filter(item -> item.id().equals(example.id()))
                .findFirst()
                .orElseThrow();
        Rule rule = RuleTable.standard().rules().stream()
                .filter(row -> row.id().equals(example.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(rule.wire(), finding.wire());
        assertTrue(finding.fingerprint().matches("[0-9a-f]{12}"), finding.fingerprint());
        assertFalse(finding.message().matches(".*\\{(where|name|before|after)}.*"), finding.message());
        assertTrue(finding.message().endsWith("."), finding.message());
        boolean old = finding.at().file().equals("old.json");
        SpecDocument document = example.document(
                old ? example.before() : example.after(), finding.at().file());
        assertFalse(
                document.at(finding.at().pointer()).isMissingNode(),
                finding.at().pointer());
        assertEquals(document.line(finding.at().pointer()), finding.at().line());
    }

    @TestFactory
    Stream<DynamicTest> examplesInOpenApi31() {
        return RuleExample.all().values().stream()
                .filter(example -> !example.id().equals("openapi-version-changed"))
                .map(example -> DynamicTest.dynamicTest(
                        example.id(),
                        () -> assertEquals(
                                ids(example.compare(), example.id()), ids(example.compare("3.1.0"), example.id()))));
    }

    private static List<String> ids(Comparison comparison, String own) {
        return comparison.findings().stream()
                .filter(finding ->
                        finding.wire() != Wire.DOCS_ONLY || finding.id().equals(own))
                .map(Finding::id)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> nothingAgainstItself() {
        return RuleExample.all().values().stream()
                .map(example -> DynamicTest.dynamicTest(example.id(), () -> {
                    SpecDocument one = example.document(example.after(), "a.json");
                    SpecDocument other = example.document(example.after(), "b.json");
                    assertEquals(
                            List.of(),
                            Comparer.compare(ComparisonInput.of(one), ComparisonInput.of(other))
                                    .findings());
                }));
    }
}
