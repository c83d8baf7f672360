package dev.lockstep.tracker.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.check.Documents;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.compare.MuteFile;
import dev.lockstep.tracker.evidence.JoinedVerdict;
import dev.lockstep.tracker.merge.Selection;
import dev.lockstep.tracker.report.JsonRenderer;
import dev.lockstep.tracker.report.Renderers;
import dev.lockstep.tracker.workspace.VendorConfig;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two specs or pages, or many pairs of them. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compare two specs or pages; with --pairs, many pairs.")
final class DiffCommand extends LockstepCommand {
    @Parameters(arity = "0..2", paramLabel = "OLD NEW", description = "Two specs or pages.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            description = "text, line, json, markdown, html, sarif or junit. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "A line a pair: id, old and new with tabs between. Prints one line of JSON each.")
    private @Nullable Path pairs;

    @Option(
            names = "--muted",
            paramLabel = "FILE",
            description =
                    "Findings that a team judged wrong. Default: muted.yaml beside OLD where that is a vendor's spec.")
    private @Nullable Path muted;

    @Option(
            names = "--evidence",
            description =
                    "Also try the change out: a client made from OLD meets what NEW describes; what fails breaks.")
    private boolean tries;

    /**
     * One line of a file of pairs.
     *
     * @param before path of the old document, relative to the working directory or to the file of pairs
     */
    private record Pair(String id, Path before, Path after) {}

    /** A printed line, and what it means for the exit code. */
    private record Line(String text, int code) {}

    @Override
    public Integer call() {
        if (pairs == null ? files.size() != 2 : !files.isEmpty()) {
            throw usage("diff takes OLD and NEW, or --pairs FILE");
        }
        if (pairs != null && muted != null) {
            throw usage("--muted is for OLD and NEW, not for --pairs");
        }
        if (pairs != null && tries) {
            throw usage("--evidence is for OLD and NEW, not for --pairs");
        }
        if (!Renderers.names().contains(format)) {
            throw usage("--format: " + format + " is none of " + String.join(", ", Renderers.names()));
        }
        Console console = console();
        PrintWriter out = out();
        int code;
        if (pairs == null) {
            code = two(console, out);
        } else {
            List<Line> lines = console.many("diff", read(pairs), Pair::id, DiffCommand::line);
            lines.forEach(line -> out.print(line.text() + "\n"));
            code = lines.stream().mapToInt(Line::code).max().orElse(ExitCode.OK);
        }
        out.flush();
        return code;
    }

    private int two(Console console, PrintWriter out) {
        VendorFolder vendor = vendor(files.get(0));
        Path file = muted != null ? muted : vendor == null ? null : vendor.muted();
        MuteFile mutes = file == null || (muted == null && !Files.exists(file)) ? null : MuteFile.read(file);
        List<String> wanted =
                vendor == null ? List.of() : VendorConfig.read(vendor).operations();
        JoinedVerdict every;
        if (tries) {
            SpecDocument old = Documents.read(files.get(0));
            SpecDocument now = selected(Documents.read(files.get(1)), wanted, console);
            Comparison rules = Comparer.compare(ComparisonInput.of(old), ComparisonInput.of(now));
            every = DiffEvidence.of(lockstep.compiler(), old, now, rules);
        } else {
            every = new JoinedVerdict(Comparer.compare(
                    () -> ComparisonInput.of(Documents.read(files.get(0))),
                    () -> ComparisonInput.of(selected(Documents.read(files.get(1)), wanted, console))));
        }
        JoinedVerdict verdict = mutes == null
                ? every
                : every.muted(mutes, LocalDate.now(lockstep.clock().withZone(ZoneOffset.UTC)));
        out.print(Renderers.named(format, console.colours()).comparison(verdict.comparison(), verdict.evidence()));
        return code(verdict.comparison());
    }

    /** The vendor whose locked spec this is; null where it is any other document. */
    private static @Nullable VendorFolder vendor(Path spec) {
        Path folder = spec.toAbsolutePath().getParent();
        if (folder == null || !spec.endsWith("openapi.yaml") || !Files.exists(folder.resolve("vendor.yaml"))) {
            return null;
        }
        return new VendorFolder(folder);
    }

    /** The operations that the vendor's team has a client for, as {@code check} would compare them. */
    private static SpecDocument selected(SpecDocument document, List<String> wanted, Console console) {
        if (wanted.isEmpty()) {
            return document;
        }
        int all = Selection.operations(document.root()).size();
        SpecDocument some = document.withRoot(Selection.select(document.root().deepCopy(), wanted));
        int left = all - Selection.operations(some.root()).size();
        if (left > 0) {
            console.say("lockstep: " + left + " of " + all + " operations of " + document.source()
                    + " were not compared: outside your selection (operations: in vendor.yaml)");
        }
        return some;
    }

    private static Comparison compare(Path before, Path after) {
        return Comparer.compare(
                () -> ComparisonInput.of(Documents.read(before)), () -> ComparisonInput.of(Documents.read(after)));
    }

    private static int code(Comparison comparison) {
        return comparison.breaking() ? ExitCode.BREAKING : ExitCode.OK;
    }

    /** Whatever goes wrong with one pair is said on its line and leaves the others alone. */
    private static Line line(Pair pair) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", pair.id());
        try {
            Comparison comparison = compare(pair.before(), pair.after());
            line.setAll(JsonRenderer.tree(comparison));
            return new Line(line.toString(), code(comparison));
        } catch (SpecException e) {
            line.put("error", e.getMessage());
        } catch (Throwable e) {
            line.put("error", "could not be compared, internal error, please report: " + e);
        }
        return new Line(line.toString(), ExitCode.UNREADABLE);
    }

    private static List<Pair> read(Path file) {
        List<Pair> found = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new SpecException(file.toString(), 0, "#", "no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != 3) {
                throw new SpecException(
                        file.toString(),
                        i + 1,
                        "#",
                        "a line has an id, the old and the new document with tabs between");
            }
            found.add(new Pair(cells[0], resolved(file, cells[1]), resolved(file, cells[2])));
        }
        return found;
    }

    private static Path resolved(Path pairs, String path) {
        Path direct = Path.of(path);
        return Files.exists(direct) ? direct : pairs.resolveSibling(path);
    }
}
