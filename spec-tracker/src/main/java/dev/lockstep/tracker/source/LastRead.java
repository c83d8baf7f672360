package dev.lockstep.tracker.source;

import dev.lockstep.tracker.store.VendorStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When each vendor's sources were last read from the network, all of them. Kept beside what is built and never committed, since
 * what is committed holds no times.
 */
public final class LastRead {
    private final Path folder;

    /**
     * @param folder one file a vendor
     */
    public LastRead(Path folder) {
        this.folder = folder;
    }

    /** Records that a vendor's sources were read. */
    public void record(String vendor, Instant now) {
        VendorStore.replace(file(vendor), now.truncatedTo(ChronoUnit.SECONDS) + "\n");
    }

    /** When that was; null where it is not known. */
    public @Nullable Instant of(String vendor) {
        try {
            return Instant.parse(Files.readString(file(vendor)).strip());
        } catch (NoSuchFileException | DateTimeException e) {
            // A damaged record says as little as none.
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(vendor), e);
        }
    }

    private Path file(String vendor) {
        return folder.resolve(vendor + ".read");
    }
}
