package dev.lockstep.tracker.impact;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
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
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        for (String name : Objects.requireNonNull(SOURCES.get(folder))) {
            files.add(new Source(name + ".java", text(folder + "/" + name + ".java")));
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            Files.createDirectories(classes);
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<String> options = List.of("-proc:none", "-Xlint:none", "-Xmaxerrs", "1000");
            JavacTask task = (JavacTask) compiler.getTask(new StringWriter(), manager, found, options, null, files);
            for (CompilationUnitTree unit : task.parse()) {
                remember(unit, Trees.instance(task));
            }
            task.generate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedSet<String> lines = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
            if (each.getKind() == Diagnostic.Kind.ERROR) {
                lines.add(Objects.requireNonNull(each.getSource()).getName() + ":" + each.getLineNumber());
            }
        }
        return lines;
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

    private static final class Source extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
