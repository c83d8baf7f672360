package dev.lockstep.benchmarks.orders;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a generated client adds to a call over loopback. The ways to make the call take turns, a batch each, many times over:
 * a ratio is that of two batches of one turn, and the median of all turns is shown with its quartiles, so that a machine
 * that is busy with other things disturbs both alike.
 *
 * <p>Arguments: turns (60 by default), calls of a thread in a batch (400), threads (1).
 */
public final class Overhead {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Each way's calls before the first that counts: until then the compiler is at work beside them. */
    private static final int WARM_UP_CALLS = 30_000;

    /** What one batch cost: nanoseconds by the clock, CPU nanoseconds and bytes of the calling threads, for a call each. */
    private record Batch(double clock, double cpu, double bytes) {}

    private record Measured(Peer peer, Peer.Exchange exchange, List<Batch> batches) {}

    private final int turns;
    private final int calls;
    private final int threads;

    private Overhead(int turns, int calls, int threads) {
        this.turns = turns;
        this.calls = calls;
        this.threads = threads;
    }

    public static void main(String[] args) throws Exception {
        Overhead overhead = new Overhead(argument(args, 0, 60), argument(args, 1, 400), argument(args, 2, 1));
        System.out.printf(
                Locale.ROOT,
                "%d threads, %d turns of %d calls a thread%n",
                overhead.threads,
                overhead.turns,
                overhead.calls);
        overhead.measure("26 bytes", OrderText.EMPTY);
        overhead.measure("13 kB", OrderText.PAGE);
    }

    private static int argument(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private void measure(String name, String body) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try (LoopbackServer server = new LoopbackServer(body)) {
            List<Measured> peers = Arrays.stream(Peer.values())
                    .map(peer -> new Measured(peer, peer.to(server.url()), new ArrayList<>()))
                    .toList();
            int warmUp = WARM_UP_CALLS / (calls * threads);
            for (int turn = -warmUp; turn < turns; turn++) {
                for (Measured peer : peers) {
                    Batch batch = batch(callers, peer.exchange);
                    if (turn >= 0) {
                        peer.batches.add(batch);
                    }
                }
            }
            print(name, peers);
        } finally {
            callers.shutdown();
        }
    }

    private Batch batch(ExecutorService callers, Peer.Exchange exchange)
            throws InterruptedException, ExecutionException {
        Callable<long[]> share = () -> share(exchange);
        long start = System.nanoTime();
        List<Future<long[]>> shares = callers.invokeAll(Collections.nCopies(threads, share));
        long clock = System.nanoTime() - start;
        double cpu = 0;
        double bytes = 0;
        for (Future<long[]> done : shares) {
            cpu += done.get()[0];
            bytes += done.get()[1];
        }
        double all = (double) calls * threads;
        return new Batch(clock / all, cpu / all, bytes / all);
    }

    private long[] share(Peer.Exchange exchange) throws IOException {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < calls; i++) {
            if (exchange.make() == null) {
                throw new IOException("no answer");
            }
        }
        return new long[] {THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getCurrentThreadAllocatedBytes() - bytes};
    }

    private static void print(String name, List<Measured> peers) {
        System.out.printf(Locale.ROOT, "%nanswer of %s%n", name);
        System.out.println("| made by | µs | CPU µs | bytes | time / OkHttp decoded | CPU / OkHttp decoded |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        List<Batch> base = peers.stream()
                .filter(each -> each.peer == Peer.OKHTTP_DECODED)
                .findFirst()
                .orElseThrow()
                .batches;
        for (Measured measured : peers) {
            List<Batch> own = measured.batches;
            double[] clock = own.stream().mapToDouble(Batch::clock).toArray();
            double[] cpu = own.stream().mapToDouble(Batch::cpu).toArray();
            double[] bytes = own.stream().mapToDouble(Batch::bytes).toArray();
            double[] clockRatio = new double[own.size()];
            double[] cpuRatio = new double[own.size()];
            for (int i = 0; i < own.size(); i++) {
                clockRatio[i] = own.get(i).clock / base.get(i).clock;
                cpuRatio[i] = own.get(i).cpu / base.get(i).cpu;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.0f | %s | %s |%n",
                    measured.peer.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    quantile(clock, 0.5) / 1000,
                    quantile(cpu, 0.5) / 1000,
                    quantile(bytes, 0.5),
                    spread(clockRatio),
                    spread(cpuRatio));
        }
    }

    /** Median, and the quartiles around it. */
    private static String spread(double[] values) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f-%.3f)", quantile(values, 0.5), quantile(values, 0.25), quantile(values, 0.75));
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
