package dev.lockstep.generator.lock;

import dev.lockstep.openapi.SpecException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a vendor's folder against its lock, by the bytes of the files: nothing of them is parsed. */
public final class LockVerifier {
    /** The lock's name in a vendor's folder. */
    public static final String FILE = "lock.json";

    /** A folder beside the lock while an update moves its files into place, or after it was interrupted there. */
    public static final String INTERRUPTED = ".update-complete";

    private LockVerifier() {}

    /**
     * What was found.
     *
     * @param lock what the lock says; null when it cannot be read, which is then the only mismatch
     * @param mismatches files that machines write and that differ from the lock; the lock itself comes first
     * @param stale hand-written files that changed since the lock was written
     */
    public record Verification(Path folder, @Nullable Lock lock, List<Mismatch> mismatches, List<String> stale) {
        /** Copies the lists. */
        public Verification {
            mismatches = List.copyOf(mismatches);
            stale = List.copyOf(stale);
        }

        /**
         * The lock.
         *
         * @throws LockMismatchException when a file differs from it
         */
        public Lock orThrow() {
            if (lock == null || !mismatches.isEmpty()) {
                throw new LockMismatchException(this);
            }
            return lock;
        }

        /** Every mismatch and what to run about it, as several lines; the empty string where there is none. */
        public String message() {
            if (mismatches.isEmpty()) {
                return "";
            }
            String vendor = folder.toAbsolutePath().normalize().getFileName().toString();
            StringBuilder message = new StringBuilder("specs/" + vendor + " does not match its lock:\n");
            for (Mismatch mismatch : mismatches) {
                message.append("  ").append(mismatch).append('\n');
            }
            if (Files.isDirectory(folder.resolve(INTERRUPTED))) {
                return message.append("An update is under way or was interrupted. Finish it: ./lockstep update ")
                        .append(vendor)
                        .toString();
            }
            return message.append("These files are not edited by hand. Undo the edit: git checkout -- specs/")
                    .append(vendor)
                    .append("\nTake over what the vendor publishes now: ./lockstep update ")
                    .append(vendor)
                    .toString();
        }
    }

    /**
     * One file that differs.
     *
     * @param file its path beneath the vendor's folder
     * @param expected the hash in the lock; empty when the fault is described by {@code actual} alone
     * @param actual the hash of the file's bytes, or what is wrong with it
     */
    public record Mismatch(String file, String expected, String actual) {
        @Override
        public String toString() {
            return expected.isEmpty()
                    ? file + ": " + actual
                    : file + ": locked " + Sha256.brief(expected) + ", found " + Sha256.brief(actual);
        }
    }

    /**
     * Verifies a vendor's folder.
     *
     * @param vendorFolder as {@code specs/tavus}
     */
    public static Verification verify(Path vendorFolder) {
        LockReader.Recorded recorded;
        try {
            recorded = LockReader.read(vendorFolder.resolve(FILE));
        } catch (SpecException e) {
            String line = e.line() > 0 ? "line " + e.line() + ": " : "";
            return new Verification(vendorFolder, null, List.of(new Mismatch(FILE, "", line + e.reason())), List.of());
        }
        Lock lock = recorded.lock();
        List<Mismatch> mismatches = new ArrayList<>();
        if (!recorded.recorded().equals(lock.sha256())) {
            mismatches.add(new Mismatch(FILE, recorded.recorded(), lock.sha256()));
        }
        check(vendorFolder, lock.spec().file(), lock.spec().sha256(), mismatches);
        for (Lock.Source source : lock.sources()) {
            check(vendorFolder, source.file(), source.sha256(), mismatches);
        }
        List<String> stale = new ArrayList<>();
        for (Map.Entry<String, String> input : lock.inputs().entrySet()) {
            List<Mismatch> edited = new ArrayList<>();
            check(vendorFolder, input.getKey(), input.getValue(), edited);
            if (!edited.isEmpty()) {
                stale.add(input.getKey());
            }
        }
        return new Verification(vendorFolder, lock, mismatches, stale);
    }

    private static void check(Path folder, String file, String expected, List<Mismatch> mismatches) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            mismatches.add(new Mismatch(file, expected, "no file"));
            return;
        }
        String actual = Sha256.of(path);
        if (!actual.equals(expected)) {
            mismatches.add(new Mismatch(file, expected, actual));
        }
    }
}
