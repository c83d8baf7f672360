package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What real changes tell backwards: {@code -Dlockstep.corpus=FOLDER}. */
class MirrorCorpusTest {
    /**
     * Measured. What is left: one value that became a list of it is one rule's, and the way back another's; x-extensible-enum
     * tells only what goes; a path parameter that the template has and nobody declares; servers that come where there were none.
     */
    private static final double MIRRORED = 96.5;

    private static final double MIRRORED_STEPS = 100;

    @Test
    void changesTellBackwardsWhatTheirMirrorsSay() throws IOException {
        mirrored("corpus-mirrored", MIRRORED, pairs(corpus()));
    }

    @Test
    void historiesTellBackwardsWhatTheirMirrorsSay() throws IOException {
        mirrored("corpus-mirrored-steps", MIRRORED_STEPS, steps(corpus()));
    }

    private static Path corpus() {
        String folder = System.getProperty("lockstep.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        return Path.of(folder);
    }

    private static void mirrored(String gate, double least, List<Path[]> pairs) {
        List<String> unlike = new ArrayList<>();
        int mirrored = 0;
        int all = 0;
        for (Path[] pair : pairs) {
            Node before = Node.root(SpecReader.read(pair[0]));
            Node after = Node.root(SpecReader.read(pair[1]));
            Map<String, Integer> forth = counts(before, after, true);
            Map<String, Integer> back = counts(after, before, false);
            for (Map.Entry<String, Integer> each : forth.entrySet()) {
                all++;
                if (each.getValue().equals(back.get(each.getKey()))) {
                    mirrored++;
                } else {
                    unlike.add(pair[0].getFileName() + " " + each.getKey() + ": " + each.getValue() + ", back "
                            + back.getOrDefault(each.getKey(), 0));
                }
            }
        }
        unlike.forEach(System.out::println);
        System.out.println("gate " + gate + " " + String.format(Locale.ROOT, "%.1f", 100.0 * mirrored / all));

        assertTrue(100.0 * mirrored >= least * all, unlike.toString());
    }

    /** How often each rule with a mirror speaks of each operation; by the mirror's id where this is the way forth. */
    private static Map<String, Integer> counts(Node before, Node after, boolean forth) {
        RuleTable table = RuleTable.standard();
        Map<String, Integer> counts = new TreeMap<>();
        for (Judged judged : new DocumentComparison(before, after, false).compare()) {
            String id = judged.rule()
                    .id()
                    .replace("-of-kin", ""); // the milder half of one rule, whose way back is the same
            Rule rule = table.rules().stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            String operation = judged.finding().operation();
            table.mirror(rule)
                    .filter(mirror -> table.mirror(mirror).equals(Optional.of(rule)) && rule.wire() != Wire.DOCS_ONLY)
                    .ifPresent(mirror -> counts.merge(operation + " " + (forth ? mirror : rule).id(), 1, Integer::sum));
        }
        return counts;
    }

    /** Each version of a history and the next. */
    private static List<Path[]> steps(Path corpus) throws IOException {
        List<Path[]> steps = new ArrayList<>();
        try (Stream<Path> vendors = Files.list(corpus.resolve("history"))) {
            for (Path vendor : vendors.sorted().toList()) {
                JsonNode versions = new JsonMapper().readTree(Files.readString(vendor.resolve("index.json")));
                for (int i = 1; i < versions.size(); i++) {
                    steps.add(new Path[] {
                        vendor.resolve(versions.get(i - 1).get("file").asText()),
                        vendor.resolve(versions.get(i).get("file").asText())
                    });
                }
            }
        }
        return steps;
    }

    /** The pairs of other tools' tests. */
    private static List<Path[]> pairs(Path corpus) throws IOException {
        List<Path[]> pairs = new ArrayList<>();
        Path changes = corpus.resolve("changes");
        for (JsonNode pair : new JsonMapper().readTree(Files.readString(changes.resolve("cases.json")))) {
            pairs.add(new Path[] {
                changes.resolve(pair.get("base").asText()),
                changes.resolve(pair.get("revision").asText())
            });
        }
        return pairs;
    }
}
