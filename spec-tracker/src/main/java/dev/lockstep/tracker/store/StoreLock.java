package dev.lockstep.tracker.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The right to write to {@code specs/}: one process at a time, others wait. The file says who holds it. */
public final class StoreLock {
    private static final Duration STEP = Duration.ofMillis(100);

    /** Thrown when another process keeps the lock for too long. */
    public static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException(String message) {
            super(message);
        }
    }

    private StoreLock() {}

    /**
     * Does some work while holding the lock.
     *
     * @param file where it lies
     * @param patience how long to wait for another process
     * @param waiting told once, with who holds it, when there is somebody to wait for
     * @throws BusyException when it is still held after {@code patience}
     */
    public static <T> T holding(Path file, Duration patience, Consumer<String> waiting, Supplier<T> work) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                acquire(channel, file, patience, waiting);
                String owner = "process " + ProcessHandle.current().pid();
                channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)), 0);
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    /** The lock goes with the channel. */
    private static void acquire(FileChannel channel, Path file, Duration patience, Consumer<String> waiting)
            throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (!attempt(channel)) {
            String owner = Files.readString(file);
            String holder = owner.isBlank() ? "another process" : owner;
            if (!told) {
                waiting.accept("waiting for " + holder + ", which is updating");
                told = true;
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new BusyException(file + " is held by " + holder + "; try again when it is done");
            }
            try {
                Thread.sleep(STEP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BusyException("interrupted while waiting for " + file);
            }
        }
    }

    private static boolean attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
