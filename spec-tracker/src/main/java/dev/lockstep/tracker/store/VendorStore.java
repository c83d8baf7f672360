package dev.lockstep.tracker.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a vendor's folder as a whole. Everything is staged inside the folder, made durable and then marked as complete by one
 * atomic rename; only after that do files move into place, {@code lock.json} last. A process that is killed before the mark
 * leaves the old state; one that is killed after it leaves a move that {@link #recover} finishes.
 */
public final class VendorStore {
    private static final String LAST = "lock.json";
    private static final String STAGED = ".update-staged";
    private static final String COMPLETE = ".update-complete";

    private final Path folder;

    /**
     * @param folder the vendor's
     */
    public VendorStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Replaces files. Callers hold the {@link StoreLock}.
     *
     * @param files content by path relative to the folder
     * @throws UncheckedIOException when something cannot be written; the old state is then kept
     */
    public void write(SortedMap<String, byte[]> files) {
        recover();
        Path staged = folder.resolve(STAGED);
        try {
            for (var file : files.entrySet()) {
                Path target = staged.resolve(file.getKey()).normalize();
                if (!target.startsWith(staged)) {
                    throw new IllegalArgumentException("outside of the vendor's folder: " + file.getKey());
                }
                Files.createDirectories(target.getParent());
                durable(target, file.getValue());
            }
            Files.move(staged, folder.resolve(COMPLETE), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            delete(staged);
            throw new UncheckedIOException("cannot write " + folder + "; nothing was changed", e);
        }
        recover();
    }

    /** Finishes a move that was interrupted, and throws away what was staged but not complete. */
    public void recover() {
        Path complete = folder.resolve(COMPLETE);
        if (Files.isDirectory(complete)) {
            try {
                for (Path file : staged(complete)) {
                    Path target = folder.resolve(complete.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                force(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot finish the interrupted update of " + folder, e);
            }
            delete(complete);
        }
        delete(folder.resolve(STAGED));
    }

    /** Whether an update was interrupted after it was complete, so that {@link #recover} has something to finish. */
    public boolean isInterrupted() {
        return Files.isDirectory(folder.resolve(COMPLETE));
    }

    /** The staged files, sorted, with the lock at the end. */
    private static List<Path> staged(Path complete) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.walk(complete)) {
            found.filter(Files::isRegularFile).forEach(files::add);
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

    private static void durable(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes renames durable where the platform can; it is the file's content that must never be lost. */
    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some platforms cannot open a directory; the rename itself is atomic there too.
            return;
        }
    }

    private static void delete(Path tree) {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException exception)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + tree, e);
        }
    }
}
