package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that really die, and disks that are really full. {@link KillCorpusTest} kills more of them. */
class KillTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void killedAtRandomPoints() throws Exception {
        KillRun run = new KillRun(folder, elsewhere.resolve("lock"), 1);

        run.run(8);

        assertTrue(run.updates() > 0, "none of them got through an update");
    }

    /** A limit on the size of files stands for a full disk: both end a write in the middle, with an error. */
    @Test
    void aFullDiskKeepsTheOldState() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash, which sets the limit");
        KillRun run = new KillRun(folder, elsewhere.resolve("lock"), 1);

        Process process = run.start(List.of("/bin/bash", "-c", "ulimit -f 8; exec \"$0\" \"$@\""));
        String output;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output = out.lines().collect(Collectors.joining("\n"));
        }

        assertEquals(1, process.waitFor());
        assertTrue(output.contains("cannot write " + folder + "; nothing was changed"), output);
        assertEquals("0", Generations.read(folder));
    }
}
