package dev.lockstep.tracker.store;

import dev.lockstep.generator.lock.LockVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Writes a vendor's folder as a whole. Everything is staged inside the folder, made durable and then marked as complete by one
 * atomic rename; only after that do files move into place, {@code lock.json} last. A process that is killed before the mark
 * leaves the old state; one that is killed after it leaves a move that {@link #recover} finishes.
 */
public final class VendorStore {
    private static final String LAST = LockVerifier.FILE;
    private static final String STAGED = ".update-staged";
    private static final String COMPLETE = LockVerifier.INTERRUPTED;
    /** Inside of what is staged: the files that go, one a line. */
    private static final String REMOVED = ".removed";

    private final Path folder;
    private final Runnable step;

    /**
     * @param folder the vendor's
     */
    public VendorStore(Path folder) {
        this(folder, () -> {});
    }

    /**
     * For tests.
     *
     * @param step called before each step that changes the disk
     */
    VendorStore(Path folder, Runnable step) {
        this.folder = folder;
        this.step = step;
    }

    /** Like {@link #write(SortedMap, Set)}, and nothing goes. */
    public void write(SortedMap<String, byte[]> files) {
        write(files, Set.of());
    }

    /**
     * Replaces files and removes others. Callers hold the {@link StoreLock}.
     *
     * @param files content by path relative to the folder
     * @param removed paths relative to the folder; what is not there is gone already
     * @throws UncheckedIOException when something cannot be written; the old state is then kept
     */
    public void write(SortedMap<String, byte[]> files, Set<String> removed) {
        recover();
        Path staged = folder.resolve(STAGED);
        try {
            Set<Path> folders = new TreeSet<>();
            for (var file : files.entrySet()) {
                Path target = inside(staged, file.getKey());
                writable(file.getKey());
                step.run();
                Files.createDirectories(target.getParent());
                folders.add(target.getParent());
                step.run();
                Durable.write(target, file.getValue());
            }
            if (!removed.isEmpty()) {
                removed.forEach(name -> inside(staged, name));
                step.run();
                String names = String.join("\n", new TreeSet<>(removed)) + "\n";
                Durable.write(staged.resolve(REMOVED), names.getBytes(StandardCharsets.UTF_8));
            }
            folders.forEach(Durable::force);
            Durable.force(staged);
            step.run();
            Files.move(staged, folder.resolve(COMPLETE), StandardCopyOption.ATOMIC_MOVE);
            Durable.force(folder);
        } catch (IOException e) {
            Durable.delete(staged, step);
            throw new UncheckedIOException("cannot write " + folder + "; nothing was changed", e);
        }
        recover();
    }

    private Path inside(Path staged, String name) {
        Path target = staged.resolve(name).normalize();
        if (!target.startsWith(staged) || target.equals(staged) || target.endsWith(REMOVED)) {
            throw new IllegalArgumentException("outside of the vendor's folder: " + name);
        }
        return target;
    }

    /** Whether a file can take its place later: what was marked as complete must not fail any more. */
    private void writable(String name) throws IOException {
        Path target = folder.resolve(name);
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(target + " is a folder, and a file has to take its place");
        }
        for (Path parent = target.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            if (Files.isSymbolicLink(parent)) {
                throw new IOException(parent + " is a symbolic link; nothing is written through it");
            }
            if (Files.exists(parent) && !Files.isDirectory(parent)) {
                throw new IOException(parent + " is a file, and a folder has to take its place");
            }
        }
    }

    /** Finishes a move that was interrupted, and throws away what was staged but not complete. */
    public void recover() {
        Path complete = folder.resolve(COMPLETE);
        if (isInterrupted()) {
            try {
                finish(complete);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot finish the interrupted update of " + folder, e);
            }
        }
        Durable.delete(complete, step);
        Durable.delete(folder.resolve(STAGED), step);
    }

    private void finish(Path complete) throws IOException {
        for (String name : removed(complete)) {
            step.run();
            Path target =
                    folder.resolve(complete.relativize(inside(complete, name)).toString());
            if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(target);
            }
        }
        Set<Path> folders = new TreeSet<>(Set.of(folder));
        for (Path file : staged(complete)) {
            Path target = folder.resolve(complete.relativize(file).toString());
            if (target.endsWith(LAST)) {
                folders.forEach(Durable::force);
            }
            step.run();
            Files.createDirectories(target.getParent());
            folders.add(target.getParent());
            step.run();
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Durable.force(folder);
    }

    private static List<String> removed(Path complete) throws IOException {
        Path list = complete.resolve(REMOVED);
        return Files.exists(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
    }

    /** Whether an update was interrupted after it was complete, so that {@link #recover} has something to finish. */
    public boolean isInterrupted() {
        return Files.isDirectory(folder.resolve(COMPLETE), LinkOption.NOFOLLOW_LINKS);
    }

    /** The staged files, sorted, with the lock at the end. */
    private static List<Path> staged(Path complete) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.walk(complete)) {
            found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.endsWith(REMOVED))
                    .forEach(files::add);
        }
        Collections.sort(files);
        Path last = complete.resolve(LAST);
        if (files.remove(last)) {
            files.add(last);
        }
        return files;
    }

    /** Writes one file of no vendor's folder, such as a report: old or new, never half. */
    public static void replace(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path temporary = Files.createTempFile(parent, ".lockstep", null);
            try {
                Files.writeString(temporary, text, StandardCharsets.UTF_8);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
