package dev.lockstep.openapi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs work whose depth follows a document's references on a thread with room for the longest chain that is followed
 * ({@link Budget#enter}). What needs more room all the same costs that document, not the process.
 */
public final class DeepWork {
    /** Bytes; reserved, and used only as far as the work goes. */
    private static final long STACK = 64L * 1024 * 1024;

    private DeepWork() {}

    private static final class DeepThread extends Thread {
        DeepThread(Runnable work) {
            super(null, work, "lockstep-deep", STACK);
            setDaemon(true);
        }
    }

    /**
     * The result of some work. It runs on the calling thread where that one is of this kind already.
     *
     * @param document that the work follows
     * @throws SpecException when there is no room for it
     */
    public static <T> T on(SpecDocument document, Supplier<T> work) {
        try {
            if (Thread.currentThread() instanceof DeepThread) {
                return work.get();
            }
            return elsewhere(work);
        } catch (StackOverflowError e) {
            throw document.refusal(
                    Pointer.ROOT,
                    "its schemas lead on into each other too deeply to be followed; shorten the chains of references");
        }
    }

    private static <T> T elsewhere(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new DeepThread(() -> {
                    try {
                        result.complete(work.get());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                })
                .start();
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
