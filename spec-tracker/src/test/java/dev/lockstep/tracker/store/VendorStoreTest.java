package dev.lockstep.tracker.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
