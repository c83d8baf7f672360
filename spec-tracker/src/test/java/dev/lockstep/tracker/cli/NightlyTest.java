package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unattended {@code update}; {@link NightlyCorpusTest} runs it over more vendors. */
class NightlyTest {
    static final SortedMap<String, String> MORNING = new TreeMap<>(Map.of(
            "breaks", "changed",
            "documents", "locked",
            "grows", "locked",
            "login", "unreadable",
            "offline", "unreadable",
            "failing", "unreadable"));

    @TempDir
    Path root;

    @Test
    void saysWhatHappenedToWhom() {
        try (Nightly night = new Nightly(root, List.of(Repository.page(), Repository.page()))) {
            Repository.Run first = night.lock();
            assertEquals(0, first.code(), first.err() + first.out());
            assertEquals(new TreeMap<>(), Nightly.otherThan("locked", first));
            SortedMap<String, String> before = night.repository().specs();
            night.night();
            night.site().requests();

            Repository.Run run = night.update();

            assertEquals(ExitCode.UNREADABLE, run.code());
            assertEquals(MORNING, Nightly.otherThan("unchanged", run));
            assertEquals(
                    "/login/page.md: answers with an HTML page (a login page or a captcha?); what is locked stays as it"
                            + " is",
                    night.error(run, "login"));
            assertEquals(
                    "/failing/page.md: answers 503 (3 attempts); what is locked stays as it is",
                    night.error(run, "failing"));
            assertTrue(night.error(run, "offline").startsWith("/offline/page.md: cannot be reached: "));
            SortedMap<String, String> after = night.repository().specs();
            for (String vendor : night.vendors()) {
                boolean moves = List.of("documents", "grows").contains(vendor);
                String lock = "specs/" + vendor + "/lock.json";
                assertEquals(!moves, Objects.equals(before.get(lock), after.get(lock)), vendor);
            }
            assertTrue(night.site().requests().containsAll(List.of("/v00/page.md 304", "/v01/page.md 304")));
        }
    }

    @Test
    void theSecondMorningIsQuiet() {
        try (Nightly night = new Nightly(root, List.of(Repository.page()))) {
            night.lock();

            Repository.Run run = night.update();

            assertEquals(0, run.code());
            assertEquals(new TreeMap<>(), Nightly.otherThan("unchanged", run));
            assertEquals(0, night.repository().run("status", "--max-age", "1d").code());
        }
    }
}
