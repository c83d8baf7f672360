package dev.lockstep.tracker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path root;

    @Test
    void notLocked() {
        Repository.Run run = Repository.in(root).run("status");

        assertEquals("""
                things: not locked
                  source    https://docs.things.test/end.md
                  operation POST /things/{id}/end
                  ! nothing is locked; run ./lockstep update things
                """, run.out());
        assertEquals(0, run.code());
    }

    @Test
    void locked() {
        Repository.Run run = Repository.locked(root).run("status");

        assertEquals("""
                things: locked, client 1.0.0
                  source    https://docs.things.test/end.md
                  operation POST /things/{id}/end
                """, run.out());
        assertEquals("", run.err());
        assertEquals(0, run.code());
    }

    @Test
    void forMachines() {
        Repository.Run run = Repository.locked(root).run("status", "--format", "json");

        assertEquals(
                "{\"vendors\":[{\"vendor\":\"things\",\"state\":\"locked\",\"version\":\"1.0.0\",\"sources\":[{\"url\":"
                        + "\"https://docs.things.test/end.md\",\"file\":\"pages/end.md\",\"kind\":\"page\"}],"
                        + "\"operations\":[\"POST /things/{id}/end\"],\"differs\":[],\"lastRead\":null,\"tooOld\":false}]}\n",
                run.out());
    }

    @Test
    void editsOfHandWrittenFilesAreStale() {
        Repository repository = Repository.locked(root);
        repository.write("specs/things/overlay.yaml", repository.read("specs/things/overlay.yaml") + "\n");

        Repository.Run run = repository.run("status");

        assertTrue(
                run.out().contains("  ! overlay.yaml changed since it was locked; run ./lockstep update things\n"),
                run.out());
        assertTrue(run.out().startsWith("things: stale, client 1.0.0\n"), run.out());
        assertEquals(0, run.code());
    }

    @Test
    void editsOfMachineWrittenFiles() {
        for (String file : new String[] {"openapi.yaml", "pages/end.md", "lock.json"}) {
            Repository repository = Repository.locked(root.resolve(file));
            String path = "specs/things/" + file;
            repository.write(
                    path,
                    repository
                            .read(path)
                            .replace("POST /things", "POST /thingz")
                            .replace("OK", "Okay"));

            Repository.Run run = repository.run("status");

            assertEquals(4, run.code(), file);
            assertTrue(run.out().contains("  !   " + file + ": locked "), run.out());
            assertTrue(run.out().contains("./lockstep update things"), run.out());
            assertEquals(
                    4,
                    repository.run("update", "--from", repository.path("first")).code(),
                    file);
            assertEquals(
                    4,
                    repository.run("check", "--from", repository.path("first")).code(),
                    file);
        }
    }

    @Test
    void missingFilesAreEditsToo() throws Exception {
        Repository repository = Repository.locked(root);
        Files.delete(root.resolve("specs/things/lock.json"));

        Repository.Run run = repository.run("status");

        assertEquals(4, run.code());
        assertTrue(run.out().contains("lock.json: no such file"), run.out());
    }

    @Test
    void interruptedUpdate() {
        Repository repository = Repository.locked(root);
        repository.write("specs/things/.update-complete/lock.json", repository.read("specs/things/lock.json"));

        Repository.Run run = repository.run("status");

        assertEquals("""
                things: stale
                  source    https://docs.things.test/end.md
                  operation POST /things/{id}/end
                  ! an update was interrupted; ./lockstep update things finishes it
                """, run.out());
        assertEquals(0, run.code());
    }

    @Test
    void unreadableSettings() {
        Repository repository = Repository.in(root).write("specs/things/vendor.yaml", "name: other\n");

        Repository.Run run = repository.run("status");

        assertEquals(3, run.code());
        assertTrue(run.out().contains("specs/things/vendor.yaml:1: "), run.out());
    }

    @Test
    void unknownVendor() {
        Repository.Run run = Repository.in(root).run("status", "thing");

        assertEquals("lockstep: unknown vendor thing; did you mean things?\n", run.err());
        assertEquals("", run.out());
        assertEquals(2, run.code());
    }

    @Test
    void noVendors() throws Exception {
        Repository repository = Repository.in(root);
        Files.delete(root.resolve("specs/things/vendor.yaml"));

        assertEquals(
                "no vendors: specs/ has no folder with a vendor.yaml\n",
                repository.run("status").out());
    }

    @Test
    void neverReadIsTooOld() {
        Repository.Run run = Repository.locked(root).run("status", "--max-age", "3d");

        assertEquals(3, run.code());
        assertTrue(
                run.out()
                        .contains(
                                "  ! never read from the network here; a run of ./lockstep check or update does, and keeps"
                                        + " the time in target/lockstep/fetched\n"),
                run.out());
    }

    @Test
    void readTooLongAgo() {
        Repository repository =
                Repository.locked(root).write("target/lockstep/fetched/things.read", "2026-01-30T04:05:06Z\n");

        Repository.Run run = repository.run("status", "--max-age", "3d");

        assertEquals(3, run.code());
        assertTrue(
                run.out()
                        .contains(
                                "  ! last read 2026-01-30T04:05:06Z, 4 days ago, which is longer than 3 days; does the"
                                        + " nightly run still run?\n"),
                run.out());
        assertEquals(0, repository.run("status", "--max-age", "96h").code());
        assertEquals(0, repository.run("status").code());
    }

    @Test
    void anAgeThatIsNone() {
        Repository.Run run = Repository.locked(root).run("status", "--max-age", "soon");

        assertEquals(2, run.code());
        assertTrue(run.err().contains("'soon' is no age; write one such as 3d, 36h or 90m"), run.err());
    }
}
