package dev.lockstep.benchmarks.orders;

import dev.lockstep.benchmarks.process.Command;
import dev.lockstep.benchmarks.process.Measured;
import dev.lockstep.benchmarks.process.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a generated client adds to a call over loopback. The ways to make the call take turns, each time in a process of
 * their own, as in a program that knows one of them: in one process they would share the compiler's view of OkHttp's code. A
 * ratio is that of two processes of one turn. Run under {@code taskset -c 1} it has one processor, and is disturbed less.
 *
 * <p>Arguments: turns (10 by default), calls of a thread in a batch (200), threads (1).
 */
public final class Overhead {
    private final int turns;
    private final int calls;
    private final int threads;
    private final Path log;

    private Overhead(int turns, int calls, int threads, Path log) {
        this.turns = turns;
        this.calls = calls;
        this.threads = threads;
        this.log = log;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("lockstep.root", "")).toAbsolutePath();
        Path log = Files.createDirectories(root.resolve("benchmarks/target/overhead"))
                .resolve("process");
        Overhead overhead = new Overhead(argument(args, 0, 10), argument(args, 1, 200), argument(args, 2, 1), log);
        System.out.printf(
                Locale.ROOT,
                "%d threads, %d turns, batches of %d calls a thread%n",
                overhead.threads,
                overhead.turns,
                overhead.calls);
        for (OrderText answer : OrderText.values()) {
            overhead.measure(answer);
        }
    }

    private static int argument(String[] args, int index, int otherwise) {
        return args.length > index ? Integer.parseInt(args[index]) : otherwise;
    }

    private void measure(OrderText answer) throws IOException, InterruptedException {
        Peer[] peers = Peer.values();
        Map<Peer, List<Sample>> measured = new EnumMap<>(Peer.class);
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < peers.length; i++) {
                Peer peer = peers[(turn + i) % peers.length];
                measured.computeIfAbsent(peer, each -> new ArrayList<>()).add(sample(peer, answer));
            }
        }
        print(answer, measured);
    }

    private Sample sample(Peer peer, OrderText answer) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Batches.class.getName(),
                peer.name(),
                answer.name(),
                Integer.toString(calls),
                Integer.toString(threads));
        Measured process = Command.run(command, log);
        if (!process.ok()) {
            throw new IOException(peer + " ended with " + process.exitCode() + ": see " + log + ".err");
        }
        List<String> lines = process.output().lines().toList();
        return new Sample(Batch.parse(lines.get(0)), Batch.parse(lines.get(1)));
    }

    private static void print(OrderText answer, Map<Peer, List<Sample>> measured) {
        System.out.printf(Locale.ROOT, "%nanswer of %s%n", answer.size());
        System.out.println(
                "| made by | quiet µs | middle µs | bytes | quiet / OkHttp decoded | middle / OkHttp decoded |");
        System.out.println("|---|--:|--:|--:|---|---|");
        List<Sample> base = measured.getOrDefault(Peer.OKHTTP_DECODED, List.of());
        measured.forEach((peer, own) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.0f | %s | %s |%n",
                peer.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                median(own, sample -> sample.quiet.clock()) / 1000,
                median(own, sample -> sample.middle.clock()) / 1000,
                median(own, sample -> sample.middle.bytes()),
                ratio(own, base, sample -> sample.quiet.clock()),
                ratio(own, base, sample -> sample.middle.clock())));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().mapToDouble(figure).boxed().toList()).median();
    }

    /** Turn by turn: least, middle and greatest. */
    private static String ratio(List<Sample> own, List<Sample> base, ToDoubleFunction<Sample> figure) {
        return Spread.of(IntStream.range(0, own.size())
                        .mapToObj(i -> figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(base.get(i)))
                        .toList())
                .text();
    }

    /** What one process measured. */
    private record Sample(Batch quiet, Batch middle) {}
}
