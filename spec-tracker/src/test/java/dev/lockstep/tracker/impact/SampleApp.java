package dev.lockstep.tracker.impact;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.compile.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The sample application and its library, as sources that javac can be asked about. */
final class SampleApp {
    private static final Map<String, List<String>> SOURCES = Map.of(
            "app",
            List.of("Probe", "Direct", "Lambdas", "Choices", "Errors", "Base", "Sub", "ThroughLibrary"),
            "lib",
            List.of("Ticket", "Backend", "Orders", "Desk"));

    /** Where statements begin and end, by file. */
    private final Map<String, List<int[]>> statements = new TreeMap<>();

    static String text(String name) {
        try (InputStream stream = SampleApp.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> scenarios() {
        return List.of("Direct", "Lambdas", "Choices", "Errors", "Sub", "ThroughLibrary");
    }

    /** The lines that javac refuses, as {@code File.java:12}; classes are written where it refuses none. */
    SortedSet<String> compile(String folder, List<Path> classpath, Path classes) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : Objects.requireNonNull(SOURCES.get(folder))) {
            files.put(name + ".java", text(folder + "/" + name + ".java"));
        }
        parse(files);
        SortedSet<String> lines = new TreeSet<>();
        for (String problem : new ClientCompiler(() -> classpath).compile(files, classes)) {
            lines.add(problem.substring(0, problem.indexOf(": ")));
        }
        return lines;
    }

    private void parse(SortedMap<String, String> files) {
        List<SourceText> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new SourceText(path, text)));
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, sources);
        try {
            for (CompilationUnitTree unit : task.parse()) {
                remember(unit, Trees.instance(task));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(CompilationUnitTree unit, Trees trees) {
        List<int[]> ranges = statements.computeIfAbsent(unit.getSourceFile().getName(), name -> new ArrayList<>());
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
                if (tree instanceof StatementTree && !(tree instanceof CaseTree)) {
                    long start = trees.getSourcePositions().getStartPosition(unit, tree);
                    long end = trees.getSourcePositions().getEndPosition(unit, tree);
                    ranges.add(new int[] {
                        (int) unit.getLineMap().getLineNumber(start),
                        (int) unit.getLineMap().getLineNumber(end)
                    });
                }
                return super.scan(tree, null);
            }
        }.scan(unit, null);
    }

    /** The innermost statement around a line, as {@code File.java:12-14}. */
    String statement(String line) {
        int colon = line.indexOf(':');
        int number = Integer.parseInt(line.substring(colon + 1));
        int[] best = {0, Integer.MAX_VALUE};
        for (int[] range : statements.getOrDefault(line.substring(0, colon), List.of())) {
            if (range[0] <= number && number <= range[1] && range[1] - range[0] < best[1] - best[0]) {
                best = range;
            }
        }
        return line.substring(0, colon) + ":" + best[0] + "-" + best[1];
    }
}
