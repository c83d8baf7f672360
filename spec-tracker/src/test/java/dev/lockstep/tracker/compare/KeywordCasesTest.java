package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a change of each keyword does on the wire, in both directions and in both versions of OpenAPI. */
class KeywordCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : RuleExample.resource("keyword-cases.txt").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split(" \\| ", -1);
            assertEquals(6, columns.length, line);
            for (String version : columns[0].equals("both") ? List.of("3.0", "3.1") : List.of(columns[0])) {
                for (String direction : List.of("request", "response")) {
                    String expected = columns[direction.equals("request") ? 4 : 5];
                    if (!expected.equals("-")) {
                        RuleExample example = new RuleExample(direction, columns[1], columns[2], columns[3]);
                        String name = version + " " + direction + " " + columns[2] + " -> " + columns[3];
                        tests.add(DynamicTest.dynamicTest(name, () -> holds(example, version + ".0", expected)));
                    }
                }
            }
        }
        assertTrue(tests.size() > 200, "cases: " + tests.size());
        return tests.stream();
    }

    private static void holds(RuleExample example, String version, String expected) {
        Comparison comparison = example.compare(version);
        List<String> found = comparison.findings().stream()
                .map(finding -> finding.id() + " " + finding.wire().text())
                .toList();
        boolean silent = comparison.wire().compareTo(Wire.DOCS_ONLY) <= 0;

        assertEquals(expected, silent ? "none" : comparison.wire().text(), found.toString());
    }
}
