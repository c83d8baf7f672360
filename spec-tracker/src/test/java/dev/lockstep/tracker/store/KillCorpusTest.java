package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The long form of {@link KillTest}. */
class KillCorpusTest {
    private static final int KILLS = 210;

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void aFullDisk() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.toString()) == 0, "no right to mount");
        try {
            KillRun run = new KillRun(disk, elsewhere.resolve("lock"), 1);
            Process process = run.start(List.of());
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(1, process.waitFor());
            assertTrue(output.contains("nothing was changed"), output);
            assertTrue(output.contains("No space left on device"), output);
            assertTrue(Generations.read(disk).matches("\\d+"), Generations.read(disk));
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void killedAtRandomPoints() throws Exception {
        KillRun run = new KillRun(folder, elsewhere.resolve("lock"), 20261121);

        run.run(KILLS);

        assertTrue(run.interrupted() > 0, "none of the kills came while files moved");
        System.out.println("kills " + KILLS + ", while files moved " + run.interrupted() + ", whole updates "
                + run.updates() + ", mixed states 0");
        System.out.println("gate corpus-kills-not-mixed " + KILLS);
    }
}
