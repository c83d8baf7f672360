package dev.lockstep.tracker.source;

import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads many vendors' sources ahead of those who ask for them: a server that takes its time holds up nobody but its own vendor.
 */
public final class PrefetchedSources implements Sources, AutoCloseable {
    /** Vendors at a time: this is waiting, not work. */
    private static final int AT_ONCE = 16;

    private final ExecutorService executor;
    private final Map<String, Future<Optional<Reading>>> readings = new LinkedHashMap<>();

    /** Starts reading at once. */
    public PrefetchedSources(Sources sources, List<VendorFolder> folders) {
        this.executor = Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, folders.size())), task -> {
            Thread thread = new Thread(task, "lockstep-read");
            thread.setDaemon(true);
            return thread;
        });
        for (VendorFolder folder : folders) {
            readings.put(folder.name(), executor.submit(() -> sources.read(folder, VendorConfig.read(folder))));
        }
    }

    @Override
    public Optional<Reading> read(VendorFolder folder, VendorConfig config) {
        try {
            return Objects.requireNonNull(readings.get(folder.name()), folder.name())
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
