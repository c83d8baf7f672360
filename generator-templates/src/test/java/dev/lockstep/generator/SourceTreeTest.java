package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTreeTest {
    @TempDir
    Path folder;

    private int write(Map<String, String> files) {
        return SourceTree.write(folder.resolve("src"), new TreeMap<>(files), SourceTree.Owner.GENERATOR);
    }

    @Test
    void countsWhatChanges() throws IOException {
        assertEquals(2, write(Map.of("a/A.java", "class A {}", "a/B.java", "class B {}")));
        assertEquals(0, write(Map.of("a/A.java", "class A {}", "a/B.java", "class B {}")));
        assertEquals(2, write(Map.of("a/A.java", "class a {}")));
        assertEquals("class a {}", Files.readString(folder.resolve("src/a/A.java")));
        assertFalse(Files.exists(folder.resolve("src/a/B.java")));
    }

    @Test
    void otherFilesStay() throws IOException {
        write(Map.of("a/A.java", ""));
        Files.writeString(folder.resolve("src/a/notes.txt"), "mine");

        write(Map.of("b/B.java", ""));

        assertTrue(Files.exists(folder.resolve("src/a/notes.txt")));
        assertFalse(Files.exists(folder.resolve("src/a/A.java")));
    }

    @Test
    void inAUsersFolderOnlyListedFilesGo() throws IOException {
        Path root = folder.resolve("src");
        SourceTree.write(root, new TreeMap<>(Map.of("a/A.java", "", "b/B.java", "")), SourceTree.Owner.USER);
        Files.writeString(root.resolve("a/Mine.java"), "class Mine {}");

        int changed = SourceTree.write(root, new TreeMap<>(Map.of("c/C.java", "")), SourceTree.Owner.USER);

        assertEquals(3, changed, "one written, two deleted, and the list does not count");
        assertTrue(Files.exists(root.resolve("a/Mine.java")));
        assertFalse(Files.exists(root.resolve("a/A.java")));
        assertFalse(Files.exists(root.resolve("b")));
        assertEquals("c/C.java\n", Files.readString(root.resolve(SourceTree.LIST)));
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(folder.resolve("src"));
        Files.createSymbolicLink(folder.resolve("src/a"), outside);

        UncheckedIOException refusal =
                assertThrows(UncheckedIOException.class, () -> write(Map.of("a/A.java", "class A {}")));

        assertEquals(
                folder.resolve("src/a") + " is a symbolic link; nothing is written through it",
                Objects.requireNonNull(refusal.getCause()).getMessage());
        assertFalse(Files.exists(outside.resolve("A.java")));
    }

    @Test
    void nothingIsDeletedThroughALink() throws IOException {
        Path root = folder.resolve("src");
        SourceTree.write(root, new TreeMap<>(Map.of("a/A.java", "")), SourceTree.Owner.USER);
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("A.java"), "of somebody else");
        Files.delete(root.resolve("a/A.java"));
        Files.delete(root.resolve("a"));
        Files.createSymbolicLink(root.resolve("a"), outside);

        assertThrows(
                UncheckedIOException.class,
                () -> SourceTree.write(root, new TreeMap<>(Map.of("b/B.java", "")), SourceTree.Owner.USER));

        assertEquals("of somebody else", Files.readString(outside.resolve("A.java")));
    }

    @Test
    void aLinkInAFilesPlaceIsReplacedAndNotFollowed() throws IOException {
        Path theirs = Files.writeString(folder.resolve("theirs"), "of somebody else");
        Files.createDirectories(folder.resolve("src/a"));
        Files.createSymbolicLink(folder.resolve("src/a/A.java"), theirs);

        assertEquals(1, write(Map.of("a/A.java", "class A {}")));

        assertEquals("of somebody else", Files.readString(theirs));
        assertEquals("class A {}", Files.readString(folder.resolve("src/a/A.java")));
        assertFalse(Files.isSymbolicLink(folder.resolve("src/a/A.java")));
    }

    @Test
    void listThatLeadsOutDeletesNothing() throws IOException {
        Path root = Files.createDirectories(folder.resolve("src"));
        Path outside = Files.writeString(folder.resolve("X.java"), "class X {}");
        Files.writeString(root.resolve(SourceTree.LIST), "../X.java\n" + outside + "\n");

        SourceTree.write(root, new TreeMap<>(Map.of("c/C.java", "")), SourceTree.Owner.USER);

        assertTrue(Files.exists(outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../X.java", "a/../../X.java", "/tmp/X.java", ".", ""})
    void pathsOutOfTheFolderAreRefused(String path) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> write(Map.of(path, "class X {}")));

        assertEquals(
                "a generated file leads out of " + folder.resolve("src").toAbsolutePath() + ": " + path,
                refused.getMessage());
        assertFalse(Files.exists(folder.resolve("X.java")));
    }
}
