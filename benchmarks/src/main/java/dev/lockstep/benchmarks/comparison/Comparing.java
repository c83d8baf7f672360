package dev.lockstep.benchmarks.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.benchmarks.process.Command;
import dev.lockstep.benchmarks.process.Measured;
import dev.lockstep.benchmarks.process.Spread;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares documents with {@code ./lockstep diff} and with openapi-diff-core in turn, each a process of its own, and prints
 * what ours takes divided by what the other takes.
 *
 * <p>Options: {@code --corpus DIR} (default ../shared/corpus), {@code --spec FILE} (the corpus' openai.yaml), which is
 * compared with an edited copy of itself, {@code --runs N} (3).
 */
public final class Comparing {
    private final Path root;
    private final Map<String, String> options;

    private Comparing(Path root, Map<String, String> options) {
        this.root = root;
        this.options = options;
    }

    /** Runs the comparison. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].replaceFirst("^--", ""), args[i + 1]);
        }
        new Comparing(Path.of(System.getProperty("lockstep.root", "")).toAbsolutePath(), options).run();
    }

    private void run() throws IOException, InterruptedException {
        Path corpus = Path.of(options.getOrDefault(
                        "corpus", root.resolve("../shared/corpus").toString()))
                .toAbsolutePath();
        Path spec = Path.of(options.getOrDefault(
                        "spec", corpus.resolve("specs/openai.yaml").toString()))
                .toAbsolutePath();
        Path out = Files.createDirectories(root.resolve("benchmarks/target/comparison"));
        Path copy = out.resolve("edited-" + spec.getFileName());
        Files.writeString(copy, EditedCopy.of(Files.readString(spec)));
        Path pairs = out.resolve("pairs.tsv");
        int count = pairs(corpus.resolve("changes"), pairs);

        System.out.println(
                "| what | lockstep wall ms | cpu ms | openapi-diff-core wall ms | cpu ms | wall ratio | cpu ratio |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|");
        compare(spec.getFileName() + " and an edited copy", List.of(spec.toString(), copy.toString()), out);
        compare(count + " pairs", List.of("--pairs", pairs.toString()), out);
    }

    private void compare(String what, List<String> documents, Path out) throws IOException, InterruptedException {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int run = 0; run < Integer.parseInt(options.getOrDefault("runs", "3")); run++) {
            Measured ours = run(List.of(root.resolve("lockstep").toString(), "diff"), documents, out.resolve("ours"));
            Measured theirs = run(peer(), documents, out.resolve("peer"));
            wall.add((double) ours.wallMillis() / theirs.wallMillis());
            cpu.add((double) ours.cpuMillis() / theirs.cpuMillis());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %.2f | %.2f |%n",
                    what,
                    ours.wallMillis(),
                    ours.cpuMillis(),
                    theirs.wallMillis(),
                    theirs.cpuMillis(),
                    wall.get(run),
                    cpu.get(run));
        }
        System.out.println("| **" + what + "**: least / middle / greatest | | | | | "
                + Spread.of(wall).text() + " | " + Spread.of(cpu).text() + " |");
    }

    private static Measured run(List<String> command, List<String> documents, Path log)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(documents);
        return Command.run(all, log);
    }

    private List<String> peer() {
        Path target = root.resolve("benchmarks/peer/target");
        String classpath = target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*";
        return List.of("java", "-cp", classpath, "dev.lockstep.benchmarks.peer.Peer");
    }

    /** A line a pair, as {@code --pairs} reads it. */
    private static int pairs(Path changes, Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (JsonNode pair :
                new ObjectMapper().readTree(changes.resolve("cases.json").toFile())) {
            lines.append(pair.get("id").asText())
                    .append('\t')
                    .append(changes.resolve(pair.get("base").asText()))
                    .append('\t')
                    .append(changes.resolve(pair.get("revision").asText()))
                    .append('\n');
            count++;
        }
        Files.writeString(file, lines);
        return count;
    }
}
