package dev.lockstep.benchmarks.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes and compiles clients of real documents with both generators in turn, and writes the figures as Markdown.
 *
 * <p>Options: {@code --specs DIR} (default ../shared/corpus/specs), {@code --runs N} (1), {@code --out DIR}
 * (benchmarks/target/generation), {@code --table FILE} (else standard output; the file is whole after each document), then names of documents without suffix;
 * without names, every document.
 */
public final class Generation {
    private final Map<String, String> options;
    private final List<String> names;

    private Generation(Map<String, String> options, List<String> names) {
        this.options = options;
        this.names = names;
    }

    /** Runs the comparison. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--") && i + 1 < args.length) {
                options.put(args[i].substring(2), args[++i]);
            } else {
                names.add(args[i]);
            }
        }
        new Generation(options, names).run();
    }

    private void run() throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("lockstep.root", "")).toAbsolutePath();
        Path specs = Path.of(options.getOrDefault(
                "specs", root.resolve("../shared/corpus/specs").toString()));
        Path out = Path.of(options.getOrDefault(
                "out", root.resolve("benchmarks/target/generation").toString()));
        String table = options.get("table");
        int runs = Integer.parseInt(options.getOrDefault("runs", "1"));
        List<Generator> generators = List.of(
                new Lockstep(root),
                new Stock(root.resolve("benchmarks/stock/target").normalize()));
        Map<String, List<Comparison>> comparisons = new LinkedHashMap<>();
        for (Path spec : documents(specs)) {
            List<Comparison> rows = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                List<Result> results = new ArrayList<>();
                for (Generator generator : generators) {
                    Path folder = out.resolve("client");
                    delete(out);
                    Files.createDirectories(folder);
                    results.add(generator.run(spec.toAbsolutePath(), folder));
                }
                rows.add(new Comparison(results.get(0), results.get(1)));
                System.err.printf(
                        Locale.ROOT,
                        "%s %d/%d: %d ms beside %d ms%n",
                        name(spec),
                        run + 1,
                        runs,
                        results.get(0).whole().wallMillis(),
                        results.get(1).whole().wallMillis());
            }
            comparisons.put(name(spec), rows);
            if (table != null) {
                Files.writeString(Path.of(table), Table.of(comparisons));
            }
        }
        delete(out);
        if (table == null) {
            System.out.print(Table.of(comparisons));
        }
    }

    private List<Path> documents(Path specs) throws IOException {
        try (Stream<Path> files = Files.list(specs)) {
            return files.filter(file -> file.toString().matches(".*\\.(json|yaml|yml)"))
                    .filter(file -> names.isEmpty() || names.contains(name(file)))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path spec) {
        return String.valueOf(spec.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
