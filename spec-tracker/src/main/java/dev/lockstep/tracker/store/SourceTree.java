package dev.lockstep.tracker.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Writes generated sources into a folder that may hold those of an earlier run. */
public final class SourceTree {
    private SourceTree() {}

    /**
     * Writes files, leaves alone those that are already as they should be, and deletes other {@code *.java} files beside them,
     * which an earlier run left.
     *
     * @param root the source root; created when missing
     * @param files text by path relative to the root
     */
    public static void write(Path root, SortedMap<String, String> files) {
        try {
            Path normal = root.toAbsolutePath().normalize();
            Set<Path> written = new HashSet<>();
            Set<Path> folders = new HashSet<>();
            for (var file : files.entrySet()) {
                Path target = normal.resolve(file.getKey()).normalize();
                if (!target.startsWith(normal)) {
                    throw new IllegalArgumentException("outside of " + root + ": " + file.getKey());
                }
                Files.createDirectories(target.getParent());
                written.add(target);
                folders.add(target.getParent());
                if (!isSame(target, file.getValue())) {
                    Files.writeString(target, file.getValue(), StandardCharsets.UTF_8);
                }
            }
            for (Path folder : folders) {
                for (Path stale : sources(folder)) {
                    if (!written.contains(stale)) {
                        Files.delete(stale);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + root, e);
        }
    }

    private static boolean isSame(Path file, String text) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).equals(text);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
