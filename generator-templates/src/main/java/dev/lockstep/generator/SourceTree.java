package dev.lockstep.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Puts generated sources into a folder: a file that already has its text is not touched, so that builds stay incremental, and
 * a file of an earlier run that no longer belongs there is deleted, so that no stale class is compiled.
 */
public final class SourceTree {
    /** Whose folder it is, which decides what counts as stale. */
    public enum Owner {
        /** The generator's, as beneath {@code target/}: every other Java file goes. */
        GENERATOR,
        /** The user's: only what the list of an earlier run names goes, and a list is left for the next. */
        USER
    }

    /** The list, in the root. */
    static final String LIST = ".lockstep-files";

    private SourceTree() {}

    /**
     * Writes Java files and deletes stale ones; files of other kinds are left alone.
     *
     * @param root created when it is missing
     * @param files text by path relative to the root
     * @return how many Java files were written or deleted
     * @throws IllegalArgumentException when a path leads out of the root
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static int write(Path root, SortedMap<String, String> files, Owner owner) {
        Path base = root.toAbsolutePath().normalize();
        int changed = 0;
        try {
            Set<Path> kept = new HashSet<>();
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = confined(base, file.getKey());
                unlinked(base, path);
                kept.add(path);
                changed += write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            if (owner == Owner.GENERATOR) {
                return changed + deleteOthers(base, kept);
            }
            changed += deleteListed(base, kept);
            write(base.resolve(LIST), (String.join("\n", files.keySet()) + "\n").getBytes(StandardCharsets.UTF_8));
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the sources in " + base, e);
        }
    }

    private static int deleteListed(Path base, Set<Path> kept) throws IOException {
        Path list = base.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return 0;
        }
        int deleted = 0;
        for (String line : Files.readAllLines(list)) {
            Path path = base.resolve(line).normalize();
            if (!path.startsWith(base) || !line.endsWith(".java") || kept.contains(path)) {
                continue;
            }
            unlinked(base, path);
            if (Files.deleteIfExists(path)) {
                deleted++;
                for (Path folder = path.getParent();
                        folder != null && !folder.equals(base) && isEmpty(folder);
                        folder = folder.getParent()) {
                    Files.delete(folder);
                }
            }
        }
        return deleted;
    }

    private static Path confined(Path base, String file) {
        Path path = base.resolve(file).normalize();
        if (!path.startsWith(base) || path.equals(base)) {
            throw new IllegalArgumentException("a generated file leads out of " + base + ": " + file);
        }
        return path;
    }

    /** A link below the root may lead anywhere; the root itself is where somebody wants it. */
    private static void unlinked(Path base, Path path) throws IOException {
        for (Path folder = path.getParent(); folder != null && !folder.equals(base); folder = folder.getParent()) {
            if (Files.isSymbolicLink(folder)) {
                throw new IOException(folder + " is a symbolic link; nothing is written through it");
            }
        }
    }

    /** A link in the file's place is replaced, not followed. */
    private static int write(Path path, byte[] bytes) throws IOException {
        if (Files.isSymbolicLink(path)) {
            Files.delete(path);
        }
        if (Files.isRegularFile(path) && Files.size(path) == bytes.length) {
            if (Arrays.equals(Files.readAllBytes(path), bytes)) {
                return 0;
            }
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(path, bytes);
        return 1;
    }

    private static int deleteOthers(Path base, Set<Path> kept) throws IOException {
        if (!Files.isDirectory(base)) {
            return 0;
        }
        List<Path> present;
        try (Stream<Path> walk = Files.walk(base)) {
            present = walk.sorted(Comparator.reverseOrder()).toList();
        }
        int deleted = 0;
        for (Path path : present) {
            if (path.toString().endsWith(".java") && Files.isRegularFile(path) && !kept.contains(path)) {
                Files.delete(path);
                deleted++;
            } else if (Files.isDirectory(path) && !path.equals(base) && isEmpty(path)) {
                Files.delete(path);
            }
        }
        return deleted;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
