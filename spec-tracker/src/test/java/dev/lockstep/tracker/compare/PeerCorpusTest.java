package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** The same pairs, in the same run, by the library that Java has for this: {@code -Dlockstep.corpus=FOLDER}. */
class PeerCorpusTest {
    /** What one side made of all pairs. */
    private static final class Score {
        final Map<String, int[]> right = new HashMap<>();
        int failed;
        long nanos;

        void add(String expected, boolean correct) {
            int[] counts = right.computeIfAbsent(expected, key -> new int[2]);
            counts[0]++;
            counts[1] += correct ? 1 : 0;
        }

        double percent(String expected) {
            int[] counts = right.getOrDefault(expected, new int[] {1, 0});
            return 100.0 * counts[1] / counts[0];
        }

        String text(String who) {
            return String.format(
                    Locale.ROOT,
                    "%s: recall %.1f, specificity %.1f, exceptions %d, %d ms for all pairs",
                    who,
                    percent("yes"),
                    percent("no"),
                    failed,
                    nanos / 1_000_000);
        }
    }

    @Test
    void findsMoreAndAlarmsLess() throws IOException {
        String folder = System.getProperty("lockstep.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        List<JsonNode> pairs = new ArrayList<>();
        Path changes = Path.of(folder).resolve("changes");
        new JsonMapper()
                .readTree(Files.readString(changes.resolve("cases.json")))
                .forEach(pairs::add);

        Score ours = score(pairs, changes, PeerCorpusTest::ours);
        Score theirs = score(pairs, changes, PeerCorpusTest::theirs);

        System.out.println(ours.text("lockstep"));
        System.out.println(theirs.text("openapi-diff-core"));
        gate("corpus-peer-recall-ahead", ours.percent("yes") - theirs.percent("yes"));
        gate("corpus-peer-speed", (double) theirs.nanos / ours.nanos);
        assertEquals(0, ours.failed);
        assertTrue(ours.percent("yes") > theirs.percent("yes"));
        assertTrue(ours.percent("no") >= theirs.percent("no"));
    }

    private static Score score(List<JsonNode> pairs, Path changes, BiPredicate<Path, Path> breaking) {
        Score score = new Score();
        for (JsonNode pair : pairs) {
            Path before = changes.resolve(pair.get("base").asText());
            Path after = changes.resolve(pair.get("revision").asText());
            boolean found = false;
            long start = System.nanoTime();
            try {
                found = breaking.test(before, after);
            } catch (RuntimeException e) {
                score.failed++;
            }
            score.nanos += System.nanoTime() - start;
            if (pair.get("tier").asText().equals("core")) {
                String expected = pair.get("expected").get("breaking").asText();
                score.add(expected, found == expected.equals("yes"));
            }
        }
        return score;
    }

    private static boolean ours(Path before, Path after) {
        return Comparer.compare(ComparisonInput.of(SpecReader.read(before)), ComparisonInput.of(SpecReader.read(after)))
                        .wire()
                == Wire.BREAKING;
    }

    private static boolean theirs(Path before, Path after) {
        return OpenApiCompare.fromLocations(before.toString(), after.toString()).isIncompatible();
    }

    private static void gate(String name, double figure) {
        System.out.println("gate " + name + " " + String.format(Locale.ROOT, "%.2f", figure));
    }
}
