package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree that cannot be written, as some machines of a CI have it: reading works, and writing says what is in the way. */
class ReadOnlyTest {
    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    private Path mounted = Path.of("");

    @AfterEach
    void writable() throws Exception {
        if (!mounted.toString().isEmpty()) {
            assertEquals(0, run("umount", mounted.toString()));
        }
    }

    @Test
    void readingWorks() throws Exception {
        Repository repository = Repository.locked(root).changed("Ends a thing.", "It ends.");
        readOnly(root);

        assertEquals(0, repository.run("status").code());
        Repository.Run check = repository.run(
                "check",
                "--from",
                repository.path("changed"),
                "--report",
                elsewhere.resolve("report").toString());
        assertEquals(0, check.code(), check.err());
        assertTrue(Files.exists(elsewhere.resolve("report/report.html")));
    }

    @Test
    void anUpdateSaysWhatItCannotWrite() throws Exception {
        Repository repository = Repository.locked(root).changed("Ends a thing.", "It ends.");
        Map<String, String> before = repository.specs();
        readOnly(root);

        Repository.Run update = repository.run("update", "--from", repository.path("changed"));

        assertTrue(
                update.err()
                        .startsWith("lockstep: cannot lock " + repository.path("target/lockstep/update.lock") + ": "),
                update.err());
        assertEquals(3, update.code());
        assertEquals(before, repository.specs());
    }

    /** One vendor's folder holds up no other vendor. */
    @Test
    void aVendorThatCannotBeWrittenIsOneOfMany() throws Exception {
        Repository repository = Repository.locked(root)
                .write("first/others/end.md", Repository.page())
                .write("specs/others/pages/end.md", Repository.page())
                .write("changed/others/end.md", Repository.page().replace("Ends a thing.", "It ends."));
        repository.write(
                "specs/others/vendor.yaml",
                repository
                        .read("specs/things/vendor.yaml")
                        .replace("things", "others")
                        .replace("/others/{id}", "/things/{id}")
                        .replace("ThingsClient", "OthersClient"));
        assertEquals(
                0,
                repository
                        .run("update", "others", "--from", repository.path("first"))
                        .code());
        repository.changed("Ends a thing.", "It ends.");
        Map<String, String> before = repository.specs();
        readOnly(root.resolve("specs/others"));

        Repository.Run update = repository.run("update", "--from", repository.path("changed"));

        assertEquals(3, update.code(), update.err());
        assertTrue(
                update.out().contains("cannot write " + repository.path("specs/others") + "; nothing was changed"),
                update::out);
        assertEquals(before.get("specs/others/lock.json"), repository.read("specs/others/lock.json"));
        assertNotEquals(before.get("specs/things/lock.json"), repository.read("specs/things/lock.json"));
    }

    /** The rights of files do not bind root; a mount does. */
    private void readOnly(Path folder) throws IOException, InterruptedException {
        assumeTrue(run("mount", "--bind", folder.toString(), folder.toString()) == 0, "no right to mount");
        mounted = folder;
        assertEquals(0, run("mount", "-o", "remount,ro,bind", folder.toString()));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
