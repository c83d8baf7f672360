package dev.lockstep.tracker.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real pages of every format met, with the outcome that was expected of each: {@code -Dlockstep.corpus=FOLDER}. */
class PageCorpusTest {
    private static final Pattern OPERATION = Pattern.compile("\\('([a-z]+)', '([^']*)'\\)");

    @Test
    void everyOutcomeIsAsExpected() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        Path pages = Path.of(corpus).resolve("pages");
        List<String> differences = new ArrayList<>();
        List<String> rows = Files.readAllLines(pages.resolve("expected.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            List<Block> blocks = PageReader.read(pages.resolve(cells[0]), cells[0]);
            String found = outcome(blocks);
            String expected = cells[1].equals("ok") ? "ok " + expected(cells[2]) : "refuse";
            if (!found.equals(expected)) {
                differences.add(cells[0] + ": expected " + expected + ", found " + found);
            }
        }

        System.out.println("gate corpus-pages-as-expected " + (rows.size() - 1 - differences.size()));

        assertEquals(List.of(), differences);
    }

    /** A pointer is no document either. */
    private static String outcome(List<Block> blocks) {
        TreeSet<String> operations = new TreeSet<>();
        for (Block block : blocks) {
            if (block.outcome() != BlockOutcome.OK) {
                return "refuse";
            }
            operations.addAll(block.operations());
        }
        return "ok " + blocks.get(0).required().openapi() + " " + operations;
    }

    private static String expected(String detail) {
        TreeSet<String> operations = new TreeSet<>();
        Matcher matcher = OPERATION.matcher(detail);
        while (matcher.find()) {
            operations.add(matcher.group(1).toUpperCase(Locale.ROOT) + " " + matcher.group(2));
        }
        return detail.substring(0, detail.indexOf(' ')) + " " + operations;
    }
}
