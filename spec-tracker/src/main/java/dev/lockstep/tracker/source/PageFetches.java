package dev.lockstep.tracker.source;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.workspace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reads several addresses of one vendor, a few at a time, and gives what they say in their order. */
final class PageFetches {
    /** At a time, of one vendor; a docs site should not notice us. */
    private static final int AT_ONCE = 4;

    private final AddressReader reader;

    PageFetches(AddressReader reader) {
        this.reader = reader;
    }

    /**
     * One document.
     *
     * @throws SpecException when it cannot be had
     */
    Published required(Source source) {
        try {
            return reader.read(source);
        } catch (Fetcher.FetchException e) {
            throw failed(source, e);
        }
    }

    /** One document; null when it cannot be had and is not needed. */
    @Nullable
    Published optional(Source source, boolean needed) {
        try {
            return reader.read(source);
        } catch (Fetcher.FetchException e) {
            if (needed) {
                throw failed(source, e);
            }
            return null;
        }
    }

    /** One document; null when the server says that it is gone. */
    @Nullable
    Published unlessGone(Source source) {
        try {
            return reader.read(source);
        } catch (Fetcher.FetchException e) {
            if (e.gone()) {
                return null;
            }
            throw failed(source, e);
        }
    }

    /**
     * All documents, in the order of their sources. Those that cannot be had and are not needed are left out.
     *
     * @throws SpecException for the first needed one that cannot be had
     */
    List<Published> all(List<Source> sources, List<Source> needed) {
        if (sources.isEmpty()) {
            return List.of();
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(AT_ONCE, sources.size()), task -> {
            Thread thread = new Thread(task, "lockstep-fetch");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<@Nullable Published>> futures = new ArrayList<>();
            for (Source source : sources) {
                futures.add(executor.submit(() -> optional(source, needed.contains(source))));
            }
            List<Published> published = new ArrayList<>();
            for (Future<@Nullable Published> future : futures) {
                Published page = future.get();
                if (page != null) {
                    published.add(page);
                }
            }
            return published;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static SpecException failed(Source source, Fetcher.FetchException e) {
        return new SpecException(source.name(), 0, "#", e.reason() + "; what is locked stays as it is");
    }
}
