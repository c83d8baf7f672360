package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorStoreTest {
    @TempDir
    Path folder;

    @BeforeEach
    void oldState() throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("pages/a.md"), "old page");
        Files.writeString(folder.resolve("lock.json"), "old lock");
        Files.writeString(folder.resolve("vendor.yaml"), "by hand");
    }

    @Test
    void writesAllAndLeavesNothingBehind() throws IOException {
        new VendorStore(folder)
                .write(files("lock.json", "new lock", "openapi.yaml", "new spec", "pages/a.md", "new page"));

        assertEquals(
                List.of("lock.json=new lock", "openapi.yaml=new spec", "pages/a.md=new page", "vendor.yaml=by hand"),
                state());
    }

    @Test
    void killedBeforeTheMarkIsTheOldState() throws IOException {
        Files.createDirectories(folder.resolve(".update-staged/pages"));
        Files.writeString(folder.resolve(".update-staged/pages/a.md"), "half a pa");

        new VendorStore(folder).recover();

        assertEquals(List.of("lock.json=old lock", "pages/a.md=old page", "vendor.yaml=by hand"), state());
    }

    @Test
    void killedAfterTheMarkIsTheNewState() throws IOException {
        Files.createDirectories(folder.resolve(".update-complete/pages"));
        Files.writeString(folder.resolve(".update-complete/lock.json"), "new lock");
        Files.writeString(folder.resolve(".update-complete/pages/a.md"), "new page");
        VendorStore store = new VendorStore(folder);

        assertEquals(true, store.isInterrupted());
        store.recover();

        assertEquals(false, store.isInterrupted());
        assertEquals(List.of("lock.json=new lock", "pages/a.md=new page", "vendor.yaml=by hand"), state());
    }

    @Test
    void killedWhileMovingIsFinished() throws IOException {
        Files.writeString(folder.resolve("pages/a.md"), "new page");
        Files.createDirectories(folder.resolve(".update-complete/pages"));
        Files.writeString(folder.resolve(".update-complete/lock.json"), "new lock");

        new VendorStore(folder).recover();

        assertEquals(List.of("lock.json=new lock", "pages/a.md=new page", "vendor.yaml=by hand"), state());
    }

    @Test
    void whatCannotBeStagedChangesNothing() throws IOException {
        SortedMap<String, byte[]> files = files("lock.json", "new lock", "lock.json/x", "impossible");

        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> new VendorStore(folder).write(files));

        assertEquals("cannot write " + folder + "; nothing was changed", failure.getMessage());
        assertEquals(List.of("lock.json=old lock", "pages/a.md=old page", "vendor.yaml=by hand"), state());
    }

    @Test
    void removesWhatGoes() throws IOException {
        new VendorStore(folder).write(files("lock.json", "new lock"), Set.of("pages/a.md", "pages/never-there.md"));

        assertEquals(List.of("lock.json=new lock", "vendor.yaml=by hand"), state());
    }

    /** Killed before each single step, and again while the next run tidies up: the old state or the new one, whole. */
    @Test
    void killedAtEachStep() throws IOException {
        List<String> old = state();
        SortedMap<String, byte[]> update =
                files("lock.json", "new lock", "openapi.yaml", "new spec", "pages/b.md", "new page");
        List<String> fresh =
                List.of("lock.json=new lock", "openapi.yaml=new spec", "pages/b.md=new page", "vendor.yaml=by hand");
        int killed = 0;
        int olds = 0;
        boolean alive = false;
        for (int first = 0; !alive; first++) {
            for (int second : new int[] {0, 2, 5, Integer.MAX_VALUE}) {
                reset();
                alive = !kills(first, () -> write(update));
                if (!alive) {
                    killed++;
                }
                kills(second, () -> new VendorStore(folder, this::step).recover());
                new VendorStore(folder).recover();
                List<String> state = state();
                assertTrue(state.equals(old) || state.equals(fresh), () -> "mixed: " + state);
                olds += state.equals(old) ? 1 : 0;
            }
        }

        assertTrue(killed > 40, () -> "too few steps");
        assertTrue(olds > 0 && olds < killed, "both states are met");
    }

    private int left;

    private void step() {
        if (left-- == 0) {
            throw new Killed();
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void write(SortedMap<String, byte[]> update) {
        new VendorStore(folder, this::step).write(update, Set.of("pages/a.md"));
    }

    private boolean kills(int step, Runnable work) {
        left = step;
        try {
            work.run();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private void reset() throws IOException {
        Durable.delete(folder.resolve("pages"), () -> {});
        Files.deleteIfExists(folder.resolve("openapi.yaml"));
        oldState();
    }

    @Test
    void nothingIsWrittenThroughALink(@TempDir Path elsewhere) throws IOException {
        Durable.delete(folder.resolve("pages"), () -> {});
        Files.createSymbolicLink(folder.resolve("pages"), elsewhere);

        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class, () -> new VendorStore(folder).write(files("pages/a.md", "new page")));

        assertEquals(
                folder.resolve("pages") + " is a symbolic link; nothing is written through it",
                Objects.requireNonNull(failure.getCause()).getMessage());
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aLinkInTheWayIsReplacedAndNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("spec"), "of somebody else");
        Files.createSymbolicLink(folder.resolve("openapi.yaml"), elsewhere.resolve("spec"));
        Files.createSymbolicLink(folder.resolve(".update-staged"), elsewhere);
        Files.createSymbolicLink(folder.resolve(".update-complete"), elsewhere);

        new VendorStore(folder).write(files("openapi.yaml", "new spec"));

        assertEquals("new spec", Files.readString(folder.resolve("openapi.yaml")));
        assertEquals(false, Files.isSymbolicLink(folder.resolve("openapi.yaml")));
        assertEquals("of somebody else", Files.readString(elsewhere.resolve("spec")));
    }

    @Test
    void aFolderInTheWayStopsBeforeTheMark() throws IOException {
        Files.createDirectories(folder.resolve("openapi.yaml"));

        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class,
                () -> new VendorStore(folder).write(files("lock.json", "new", "openapi.yaml", "new spec")));

        assertEquals("cannot write " + folder + "; nothing was changed", failure.getMessage());
        assertEquals("old lock", Files.readString(folder.resolve("lock.json")));
        assertEquals(false, new VendorStore(folder).isInterrupted());
    }

    @Test
    void pathsStayInside() {
        assertThrows(IllegalArgumentException.class, () -> new VendorStore(folder).write(files("../x", "evil")));
    }

    @Test
    void replaceKeepsNoTemporaryFiles() throws IOException {
        VendorStore.replace(folder.resolve("reports/report.md"), "text");

        assertEquals("text", Files.readString(folder.resolve("reports/report.md")));
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            assertEquals(1, files.count());
        }
    }

    private static SortedMap<String, byte[]> files(String... pathsAndTexts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private List<String> state() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + "=" + read(file))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
