package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.tracker.compare.RuleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README's table beside other tools: its figures are counted here, and each row has a test that shows it. */
class HonestTableTest {
    private static final String STOCK =
            "generator-templates/src/test/java/dev/lockstep/generator/stock/StockGeneratorTest.java";
    private static final String TRACKER = "spec-tracker/src/test/java/dev/lockstep/tracker/";
    private static final String OWN = "integration-tests/src/test/java/dev/lockstep/it/";

    /** What shows each row. */
    private static final Map<String, List<String>> SHOWN = shown();

    private static Map<String, List<String>> shown() {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        shown.put("languages", List.of(STOCK));
        shown.put("clients that lie ready", List.of(OWN + "SpecConformanceTest.java"));
        shown.put("options of the Java generator", List.of(STOCK));
        shown.put("of 52 real documents, clients that compile", List.of("benchmarks/run"));
        shown.put("lines an operation, where both generate", List.of("benchmarks/run"));
        shown.put("rules for changes", List.of(TRACKER + "compare/RulesPageTest.java"));
        shown.put("what a change is told of", List.of(TRACKER + "compare/CompareCorpusTest.java"));
        shown.put("which of your lines it touches", List.of(TRACKER + "impact/ImpactAcceptanceTest.java"));
        shown.put("does the deployed client survive it", List.of(TRACKER + "compare/RuleEvidenceTest.java"));
        shown.put("source of the spec", List.of(STOCK, TRACKER + "cli/AddCommandTest.java"));
        shown.put("vendor renames a tag, an operationId, a schema", List.of(STOCK));
        shown.put(
                "unknown enum values",
                List.of(STOCK, "generator-templates/src/test/java/dev/lockstep/generator/GeneratedModelTest.java"));
        shown.put(
                "retries, deadlines, typed errors per operation",
                List.of(STOCK, OWN + "RetryTest.java", OWN + "ErrorStatusTest.java"));
        return shown;
    }

    private static Map<String, List<String>> rows() throws IOException {
        String readme = Files.readString(DocumentedSamples.root().resolve("README.md"));
        int start = readme.indexOf("## Beside what you would use otherwise");
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : readme.substring(start, readme.indexOf("\n## ", start + 1))
                .lines()
                .filter(each -> each.startsWith("| ") && !each.startsWith("| |"))
                .toList()) {
            List<String> cells = List.of(line.split("\\|", -1));
            rows.put(
                    cells.get(1).strip(),
                    List.of(cells.get(2).strip(), cells.get(3).strip()));
        }
        return rows;
    }

    private static List<String> row(String title) throws IOException {
        return rows().getOrDefault(title, List.of("", ""));
    }

    @Test
    void eachRowHasWhatShowsIt() throws IOException {
        assertEquals(List.copyOf(SHOWN.keySet()), List.copyOf(rows().keySet()));
        for (List<String> files : SHOWN.values()) {
            for (String file : files) {
                assertTrue(Files.exists(DocumentedSamples.root().resolve(file)), file);
            }
        }
    }

    @Test
    void vendors() throws IOException {
        try (Stream<Path> folders = Files.list(DocumentedSamples.root().resolve("specs"))) {
            long vendors = folders.filter(folder -> Files.exists(folder.resolve("lock.json")))
                    .count();

            assertEquals(4, vendors);
        }
        assertEquals("four vendors", row("clients that lie ready").get(0));
    }

    @Test
    void rules() throws IOException {
        int rules = RuleTable.standard().rules().size();

        assertTrue(row("rules for changes").get(0).startsWith("over " + rules / 10 * 10 + ","), rules + " rules");
    }

    /** One run of one generator over one document, as docs/benchmarks.md has it. */
    private record Run(int operations, int lines, boolean compiles) {}

    /** Ours and stock's by document. */
    private static Map<String, List<Run>> runs() throws IOException {
        Map<String, List<Run>> runs = new TreeMap<>();
        String document = "";
        int operations = 0;
        Pattern row = Pattern.compile(
                "\\| *(\\w*) \\| (retrofit-moshi|java/retrofit2) \\| *(\\d*) *\\|[^|]*\\|[^|]*\\| *(\\d+) \\|.*\\| ([a-z ]+) \\|");
        for (String line : Files.readAllLines(DocumentedSamples.root().resolve("docs/benchmarks.md"))) {
            Matcher matcher = row.matcher(line);
            if (matcher.matches()) {
                if (!matcher.group(1).isEmpty()) {
                    document = matcher.group(1);
                    operations = Integer.parseInt(matcher.group(3));
                }
                runs.computeIfAbsent(document, name -> new ArrayList<>())
                        .add(new Run(
                                operations,
                                Integer.parseInt(matcher.group(4)),
                                matcher.group(5).equals("yes")));
            }
        }
        return runs;
    }

    @Test
    void compiled() throws IOException {
        Map<String, List<Run>> runs = runs();

        assertEquals(52, runs.size());
        List<String> cells = row("of 52 real documents, clients that compile");
        assertTrue(cells.get(0).startsWith(compiled(runs, 0) + ": "), cells.get(0));
        assertEquals(String.valueOf(compiled(runs, 1)), cells.get(1));
    }

    private static long compiled(Map<String, List<Run>> runs, int generator) {
        return runs.values().stream()
                .filter(both -> both.get(generator).compiles())
                .count();
    }

    @Test
    void lines() throws IOException {
        Map<String, List<Run>> runs = runs();
        runs.values().removeIf(both -> both.get(1).lines() == 0);
        int operations = runs.values().stream()
                .mapToInt(both -> both.get(0).operations())
                .sum();
        List<String> cells = row("lines an operation, where both generate");

        for (int generator = 0; generator < 2; generator++) {
            int which = generator;
            int lines = runs.values().stream()
                    .mapToInt(both -> both.get(which).lines())
                    .sum();
            assertEquals(String.valueOf(Math.round((double) lines / operations)), cells.get(generator));
        }
    }
}
