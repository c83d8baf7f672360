package dev.lockstep.tracker.store;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Whole folders. */
public final class Folders {
    private Folders() {}

    /**
     * Deletes a folder and all that is in it; links are deleted, not followed. Does nothing where there is none.
     *
     * @throws UncheckedIOException if something in it cannot be deleted
     */
    public static void delete(Path folder) {
        Durable.delete(folder, () -> {});
    }
}
