package dev.lockstep.tracker.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Messages and progress for people, on standard error: a bar on a terminal, plain lines elsewhere. */
final class Console {
    private final PrintWriter err;
    private final boolean terminal;
    private final boolean colours;

    /**
     * @param terminal whether a person watches
     * @param colours whether text may carry colours
     */
    Console(PrintWriter err, boolean terminal, boolean colours) {
        this.err = err;
        this.terminal = terminal;
        this.colours = colours;
    }

    boolean colours() {
        return colours;
    }

    void say(String message) {
        err.println(message);
        err.flush();
    }

    /** Does some work for each item, several at a time, and gives the results in the items' order. */
    <T, R> List<R> each(String what, List<T> items, Function<T, String> name, Function<T, R> work) {
        return each(what, items, name, work, true);
    }

    /** The same for items by the hundred: where nobody watches, nothing is said of them. */
    <T, R> List<R> many(String what, List<T> items, Function<T, String> name, Function<T, R> work) {
        return each(what, items, name, work, false);
    }

    private <T, R> List<R> each(
            String what, List<T> items, Function<T, String> name, Function<T, R> work, boolean lines) {
        int threads = Math.max(1, Math.min(items.size(), Runtime.getRuntime().availableProcessors()));
        ExecutorService executor = Executors.newFixedThreadPool(threads, runnable -> {
            Thread thread = new Thread(runnable, "lockstep-" + what);
            thread.setDaemon(true);
            return thread;
        });
        try (Progress progress = new Progress(what, items.size(), lines)) {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(executor.submit(() -> {
                    R result = work.apply(item);
                    progress.done(name.apply(item));
                    return result;
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }

    /** How far a number of items is. */
    private final class Progress implements AutoCloseable {
        private final @Nullable ProgressBar bar;
        private final String what;
        private final boolean lines;

        Progress(String what, int count, boolean lines) {
            this.what = what;
            this.lines = lines;
            this.bar = terminal && count > 0
                    ? new ProgressBarBuilder()
                            .setTaskName(what)
                            .setInitialMax(count)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(100)
                            .setConsumer(new ConsoleProgressBarConsumer(System.err))
                            .build()
                    : null;
        }

        synchronized void done(String name) {
            if (bar != null) {
                bar.setExtraMessage(name);
                bar.step();
            } else if (lines) {
                say(what + " " + name + ": done");
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
