package dev.lockstep.it.faults;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiClient;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiInterruptedException;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.RetryPolicy;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * 20,000 calls of all operations, sync and async, from 16 threads, at vendors that fail one request in four in every way
 * that does not take long; some calls are cancelled. After it nothing may have grown: threads, connections, heap. A program
 * for CI: prints figures, and exits with 1 if something leaked.
 */
public final class SoakCheck {
    private static final int CALLS = 20_000;
    private static final int CALLERS = 16;
    /** A tenth of the calls, after which pools and caches have what they keep. */
    private static final int ROUNDS = 10;

    private static final long HEAP_SLACK = 2 << 20;
    private static final int THREAD_SLACK = 4;

    private final List<FaultyVendor> vendors = new ArrayList<>();
    private final List<Subject.Bound> clients = new ArrayList<>();
    private final Map<String, LongAdder> results = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    private SoakCheck() {}

    /** Runs all rounds; takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        SoakCheck soak = new SoakCheck();
        try (Leaks leaks = new Leaks()) {
            soak.run(System.out);
            leaks.assertNone();
        }
        soak.problems.forEach(problem -> System.out.println("FAILED: " + problem));
        System.exit(soak.problems.isEmpty() ? 0 : 1);
    }

    private void run(PrintStream out) throws Exception {
        for (Subject subject : Subject.values()) {
            FaultyVendor vendor = new FaultyVendor(subject);
            vendors.add(vendor);
            clients.add(subject.bind(settings(subject, vendor), "Goodbye."));
        }
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        long started = System.nanoTime();
        List<Figures> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            round(callers);
            World.await(this::idle);
            Figures figures = Figures.now();
            rounds.add(figures);
            out.printf("soak %6d calls, %s%n", made.get(), figures);
        }
        callers.shutdown();
        if (!callers.awaitTermination(1, TimeUnit.MINUTES)) {
            problems.add("a call never ended");
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        check(rounds);
        out.println("soak results " + new TreeMap<>(results));
        int requests = vendors.stream().mapToInt(FaultyVendor::requests).sum();
        out.println("soak " + requests + " requests in " + seconds + " s");
        for (FaultyVendor vendor : vendors) {
            vendor.close();
        }
        if (problems.isEmpty()) {
            out.println("gate runtime-soak-calls " + made.get());
        }
    }

    private static ClientSettings settings(Subject subject, FaultyVendor vendor) {
        return ClientSettings.builder()
                .config(Config.of(Map.of(
                        subject.vendor() + ".base-url",
                        "http://127.0.0.1:" + vendor.port(),
                        subject.credentialName(),
                        Leaks.CANARY + "-" + subject.vendor())))
                .attemptTimeout(Duration.ofMillis(400))
                .retry(RetryPolicy.builder()
                        .baseDelay(Duration.ofMillis(2))
                        .throttledBaseDelay(Duration.ofMillis(2))
                        .build())
                .driftListener(event -> {})
                .build();
    }

    private void round(ExecutorService callers) throws InterruptedException, ExecutionException {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int first = i;
            all.add(callers.submit(() -> {
                for (int number = first; number < CALLS / ROUNDS; number += CALLERS) {
                    call(number);
                }
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** What is done follows from the number alone. */
    private void call(int number) {
        ApiCall<?> call = clients.get(number % clients.size()).call().with(CallOptions.none());
        Throwable failure = null;
        try {
            if (number % 2 == 0) {
                call.executeForResponse();
            } else {
                CompletableFuture<?> future = call.enqueue();
                if (number % 97 == 0) {
                    call.cancel();
                }
                future.get(1, TimeUnit.MINUTES);
            }
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (Exception e) {
            failure = e;
        }
        made.incrementAndGet();
        String result = failure == null ? "success" : failure.getClass().getSimpleName();
        results.computeIfAbsent(result, name -> new LongAdder()).increment();
        if (failure != null && !(failure instanceof ApiException) && !(failure instanceof ApiInterruptedException)) {
            problems.add("a call ended with " + failure);
        }
        Leaks.assertNoCanary(failure);
    }

    private boolean idle() {
        return clients.stream().map(Subject.Bound::client).allMatch(SoakCheck::idle);
    }

    private static boolean idle(ApiClient client) {
        return client.connectionCount() == client.idleConnectionCount();
    }

    private void check(List<Figures> rounds) {
        if (made.get() != CALLS) {
            problems.add(made + " of " + CALLS + " calls were made");
        }
        if (!idle()) {
            problems.add("connections are in use although no call is");
        }
        Figures warm = rounds.get(1);
        Figures last = rounds.get(rounds.size() - 1);
        if (last.heap > warm.heap + HEAP_SLACK) {
            problems.add("the heap grew from " + warm + " to " + last);
        }
        int most = rounds.subList(1, rounds.size()).stream()
                .mapToInt(Figures::threads)
                .max()
                .orElse(0);
        if (last.threads > warm.threads + THREAD_SLACK || most > warm.threads + CALLERS) {
            problems.add("the threads grew from " + warm.threads + " to " + most);
        }
    }

    /** What a client's process holds when no call is under way; of threads, without the vendors'. */
    private record Figures(int threads, long heap) {
        static Figures now() {
            MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            int threads = (int) Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.getName().startsWith("MockWebServer"))
                    .count();
            return new Figures(threads, memory.getHeapMemoryUsage().getUsed());
        }

        @Override
        public String toString() {
            return threads + " threads, " + (heap >> 10) + " KiB of heap";
        }
    }
}
