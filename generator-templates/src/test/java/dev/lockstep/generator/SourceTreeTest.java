package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceTreeTest {
    @TempDir
    Path folder;

    private int write(Map<String, String> files) {
        return SourceTree.write(folder.resolve("src"), new TreeMap<>(files));
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
