package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lockstep.tracker.page.PageReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night over 50 vendors, 44 of them with real pages: {@code -Dlockstep.corpus=FOLDER}. */
class NightlyCorpusTest {
    private static final int VENDORS = 50;

    @TempDir
    Path root;

    @Test
    void fiftyVendors() throws IOException {
        String corpus = System.getProperty("lockstep.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus: pass -Dlockstep.corpus=FOLDER");
        List<String> pages = pages(Path.of(corpus).resolve("pages"));
        try (Nightly night = new Nightly(root, pages.subList(0, VENDORS - 6))) {
            Repository.Run first = night.lock();
            assertEquals(0, first.code(), first.err() + first.out());
            night.night();
            long reading = millis(() -> pages.subList(0, VENDORS).forEach(page -> PageReader.read(page, "page")));
            List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
            heap.forEach(MemoryPoolMXBean::resetPeakUsage);

            Repository.Run[] run = new Repository.Run[1];
            long whole = millis(() -> run[0] = night.update());

            long peak = heap.stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            assertEquals(ExitCode.UNREADABLE, run[0].code());
            assertEquals(NightlyTest.MORNING, Nightly.otherThan("unchanged", run[0]));
            System.out.printf(
                    Locale.ROOT,
                    "nightly run: %d vendors in %d ms, %.1f times reading the documents alone (%d ms), heap at most %d"
                            + " MiB%n",
                    VENDORS,
                    whole,
                    (double) whole / Math.max(1, reading),
                    reading,
                    peak >> 20);
            System.out.println("gate corpus-nightly-vendors " + night.vendors().size());
        }
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Pages that are expected to hold a document. */
    private static List<String> pages(Path folder) throws IOException {
        List<String> pages = new ArrayList<>();
        for (String row : Files.readAllLines(folder.resolve("expected.tsv"))) {
            String[] cells = row.split("\t", -1);
            if (cells[1].equals("ok")) {
                pages.add(Files.readString(folder.resolve(cells[0])));
            }
        }
        return pages;
    }
}
