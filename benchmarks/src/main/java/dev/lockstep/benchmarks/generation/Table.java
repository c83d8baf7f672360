package dev.lockstep.benchmarks.generation;

import dev.lockstep.benchmarks.process.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The comparison as Markdown: a row per document and generator, then the ratios. */
final class Table {
    private final StringBuilder text = new StringBuilder();

    private Table() {}

    /**
     * @param comparisons the runs by document, at least one each; with several, times are medians
     */
    static String of(Map<String, List<Comparison>> comparisons) {
        Table table = new Table();
        table.environment();
        table.rows(comparisons);
        table.ratios(comparisons);
        table.totals(comparisons);
        return table.text.toString();
    }

    private void environment() {
        line(
                "%s %s, %d processors, %s; openapi-generator 7.25.0 (java, retrofit2, jackson; no docs or tests) and javac.%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"));
    }

    private void rows(Map<String, List<Comparison>> comparisons) {
        line(
                "| document | generator | operations | schemas | files | lines | read ms | generate ms | compile ms | whole ms |"
                        + " cpu ms | peak MiB | compiles |");
        line("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        comparisons.forEach((name, runs) -> {
            row(name, "retrofit-moshi", runs, Comparison::ours, true);
            row("", "java/retrofit2", runs, Comparison::stock, false);
        });
        line("");
    }

    /**
     * @param counts whether the generator counts operations and schemas, and times its reading
     */
    private void row(
            String name, String generator, List<Comparison> runs, Function<Comparison, Result> side, boolean counts) {
        Result first = side.apply(runs.get(0));
        line(
                "| %s | %s | %s | %s | %d | %d | %s | %.0f | %.0f | %.0f | %.0f | %.0f | %s |",
                name,
                generator,
                counts ? Integer.toString(first.operations()) : "",
                counts ? Integer.toString(first.schemas()) : "",
                first.files(),
                first.lines(),
                counts ? String.format(Locale.ROOT, "%.0f", median(runs, side, Result::readMillis)) : "",
                median(runs, side, Result::generateMillis),
                median(runs, side, Result::compileMillis),
                median(runs, side, result -> result.whole().wallMillis()),
                median(runs, side, result -> result.whole().cpuMillis()),
                median(runs, side, result -> result.whole().peakKib() / 1024.0),
                first.compiles() ? "yes" : first.generates() ? "no" : "not generated");
    }

    private void ratios(Map<String, List<Comparison>> comparisons) {
        if (comparisons.values().stream().allMatch(runs -> runs.size() == 1)) {
            return;
        }
        line("Ours divided by stock's, run by run (min / median / max):%n");
        line("| document | runs | wall | cpu |");
        line("|---|--:|---|---|");
        comparisons.forEach((name, runs) -> line(
                "| %s | %d | %s | %s |",
                name,
                runs.size(),
                Spread.of(runs.stream().map(Comparison::wallRatio).toList()).text(),
                Spread.of(runs.stream().map(Comparison::cpuRatio).toList()).text()));
        line("");
    }

    private void totals(Map<String, List<Comparison>> comparisons) {
        List<Comparison> firsts =
                comparisons.values().stream().map(runs -> runs.get(0)).toList();
        line(
                "Over %d documents: %d of ours compile, %d of stock's; ours has %d lines an operation.",
                firsts.size(),
                firsts.stream().filter(pair -> pair.ours().compiles()).count(),
                firsts.stream().filter(pair -> pair.stock().compiles()).count(),
                linesPerOperation(firsts, Comparison::ours));
        List<Comparison> both =
                firsts.stream().filter(pair -> pair.stock().generates()).toList();
        line(
                "Over the %d that stock generates: %d lines an operation beside stock's %d; %.1f s beside %.1f s in all.",
                both.size(),
                linesPerOperation(both, Comparison::ours),
                linesPerOperation(both, Comparison::stock),
                both.stream()
                                .mapToLong(pair -> pair.ours().whole().wallMillis())
                                .sum()
                        / 1000.0,
                both.stream()
                                .mapToLong(pair -> pair.stock().whole().wallMillis())
                                .sum()
                        / 1000.0);
    }

    /** By the document's operations, as ours counts them. */
    private static long linesPerOperation(List<Comparison> pairs, Function<Comparison, Result> side) {
        long operations =
                pairs.stream().mapToLong(pair -> pair.ours().operations()).sum();
        long lines = pairs.stream().mapToLong(pair -> side.apply(pair).lines()).sum();
        return operations == 0 ? 0 : Math.round((double) lines / operations);
    }

    private static double median(
            List<Comparison> runs, Function<Comparison, Result> side, ToDoubleFunction<Result> figure) {
        return Spread.of(runs.stream()
                        .map(run -> figure.applyAsDouble(side.apply(run)))
                        .toList())
                .median();
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format.replace("%n", "\n") : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
