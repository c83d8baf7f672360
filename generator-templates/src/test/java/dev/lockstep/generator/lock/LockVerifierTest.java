package dev.lockstep.generator.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.openapi.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LockVerifierTest {
    private static final String SPEC = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";
    private static final String UNDO = """
            These files are not edited by hand. Undo the edit: git checkout -- specs/tavus
            Take over what the vendor publishes now: ./lockstep update tavus""";

    @TempDir
    Path specs;

    private Path folder;

    @BeforeEach
    void lockedFolder() throws IOException {
        folder = Files.createDirectories(specs.resolve("tavus"));
        Files.createDirectories(folder.resolve("pages"));
        Files.writeString(folder.resolve("openapi.yaml"), SPEC);
        Files.writeString(folder.resolve("pages/end.md"), "page");
        Files.writeString(folder.resolve("vendor.yaml"), "name: tavus\n");
        writeLock();
    }

    private void writeLock() throws IOException {
        Lock example = LockTest.lock();
        Lock lock = new Lock(
                "tavus",
                "1",
                new Lock.Spec("openapi.yaml", Sha256.of(folder.resolve("openapi.yaml"))),
                List.of(new Lock.Source("https://docs.example/end.md", "pages/end.md", Sha256.of("page"))),
                new TreeMap<>(Map.of("vendor.yaml", Sha256.of("name: tavus\n"))),
                example.operations(),
                example.names(),
                example.client(),
                example.acceptances());
        Files.writeString(folder.resolve("lock.json"), LockWriter.write(lock));
    }

    @Test
    void untouchedFolderMatches() {
        LockVerifier.Verification verified = LockVerifier.verify(folder);

        assertEquals("", verified.message());
        assertEquals(List.of(), verified.stale());
        assertEquals("tavus", verified.orThrow().vendor());
    }

    @Test
    void everyEditedFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), SPEC + "# edited\n");
        Files.delete(folder.resolve("pages/end.md"));
        Path lock = folder.resolve("lock.json");
        String text = Files.readString(lock);
        Files.writeString(lock, text.replace("endA", "endB"));
        String recorded = LockReader.read(lock).recorded();

        LockMismatchException mismatch = assertThrows(
                LockMismatchException.class, () -> LockVerifier.verify(folder).orThrow());

        assertEquals(
                """
                specs/tavus does not match its lock:
                  lock.json: locked %s, found %s
                  openapi.yaml: locked %s, found %s
                  pages/end.md: locked %s, found no file
                """.formatted(
                                        recorded.substring(0, 12),
                                        LockReader.read(lock).lock().sha256().substring(0, 12),
                                        Sha256.of(SPEC).substring(0, 12),
                                        Sha256.of(SPEC + "# edited\n").substring(0, 12),
                                        Sha256.of("page").substring(0, 12))
                        + UNDO,
                mismatch.getMessage());
    }

    @Test
    void unreadableLockIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("lock.json"), "{\n  \"vendor\": 1\n}\n");

        assertEquals(
                "specs/tavus does not match its lock:\n  lock.json: line 2: not a name\n"
                                .replace("not a name", "not a text: #/vendor")
                        + UNDO,
                LockVerifier.verify(folder).message());
    }

    @Test
    void missingLockIsNamed() throws IOException {
        Files.delete(folder.resolve("lock.json"));

        assertEquals(
                "specs/tavus does not match its lock:\n  lock.json: no such file\n" + UNDO,
                LockVerifier.verify(folder).message());
    }

    @Test
    void editedInputIsStaleAndNoMismatch() throws IOException {
        Files.writeString(folder.resolve("vendor.yaml"), "name: tavus # edited\n");

        LockVerifier.Verification verified = LockVerifier.verify(folder);

        assertEquals(List.of("vendor.yaml"), verified.stale());
        assertEquals("", verified.message());
    }

    @Test
    void buildStepWritesTheManifest() throws IOException {
        Path manifest = specs.resolve("target/lockstep/MANIFEST.MF");

        VerifyLock.main(folder.toString(), manifest.toString());

        assertEquals("""
                Manifest-Version: 1.0
                Implementation-Title: TavusClient
                Implementation-Version: 1.0.0
                Automatic-Module-Name: dev.lockstep.vendor.tavus
                Lockstep-Vendor: tavus
                Lockstep-Generator: 1

                """, Files.readString(manifest).replace("\r\n", "\n"));
    }

    @Test
    void buildStepStopsAtAMismatchAndWritesNothing() throws IOException {
        Files.writeString(folder.resolve("pages/end.md"), "edited");
        Path manifest = specs.resolve("MANIFEST.MF");

        assertThrows(LockMismatchException.class, () -> VerifyLock.main(folder.toString(), manifest.toString()));

        assertFalse(Files.exists(manifest));
    }

    @Test
    void buildStepRefusesADocumentThatReachesOutside() throws IOException {
        Files.writeString(
                folder.resolve("openapi.yaml"),
                SPEC + "components:\n  schemas:\n    A:\n      $ref: file:///etc/passwd\n");
        writeLock();

        SpecException refused = assertThrows(
                SpecException.class,
                () -> VerifyLock.main(
                        folder.toString(), specs.resolve("MANIFEST.MF").toString()));

        assertEquals(7, refused.line());
        assertEquals(
                "the reference \"file:///etc/passwd\" leads out of the document;"
                        + " only references that begin with #/ are followed",
                refused.reason());
    }
}
