package dev.lockstep.benchmarks.orders;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.SocketFactory;

/**
 * Makes calls in one way over loopback, and prints what the quiet one and the middle one of 200 batches cost.
 *
 * <p>Arguments: the {@link Peer}, the {@link OrderText}, calls of a thread in a batch, threads.
 */
public final class Batches {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Before the first that counts: until then the compiler is at work beside them. */
    private static final int WARM_UP_CALLS = 80_000;

    private static final int BATCHES = 200;

    private final Peer.Exchange exchange;
    private final int calls;
    private final int threads;

    private Batches(Peer.Exchange exchange, int calls, int threads) {
        this.exchange = exchange;
        this.calls = calls;
        this.threads = threads;
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[3]);
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        try (LoopbackServer server =
                new LoopbackServer(OrderText.valueOf(args[1]).answer())) {
            Batches batches = new Batches(
                    Peer.valueOf(args[0]).to(server.url(), SocketFactory.getDefault()),
                    Integer.parseInt(args[2]),
                    threads);
            List<Batch> measured = batches.measure(callers);
            System.out.println(Batch.quiet(measured).line());
            System.out.println(Batch.middle(measured).line());
        } finally {
            callers.shutdown();
        }
    }

    private List<Batch> measure(ExecutorService callers) throws InterruptedException, ExecutionException {
        for (int done = 0; done < WARM_UP_CALLS; done += calls * threads) {
            batch(callers);
        }
        List<Batch> batches = new ArrayList<>();
        while (batches.size() < BATCHES) {
            batches.add(batch(callers));
        }
        return batches;
    }

    private Batch batch(ExecutorService callers) throws InterruptedException, ExecutionException {
        Callable<Long> share = this::share;
        long start = System.nanoTime();
        List<Future<Long>> shares = callers.invokeAll(Collections.nCopies(threads, share));
        long clock = System.nanoTime() - start;
        double bytes = 0;
        for (Future<Long> done : shares) {
            bytes += done.get();
        }
        double all = (double) calls * threads;
        return new Batch(clock / all, bytes / all);
    }

    /** Makes one thread's calls of a batch; what it allocated. */
    private long share() throws IOException {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < calls; i++) {
            if (exchange.make() == null) {
                throw new IOException("no answer");
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - bytes;
    }
}
