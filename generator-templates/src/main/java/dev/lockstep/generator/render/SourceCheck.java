package dev.lockstep.generator.render;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Parses generated files again, with javac, and holds them against what our templates write: one type per file, named as the
 * file; no initialiser, operator, loop or branch; no annotation, import or class that is not ours or a library's. A foreign
 * text that had broken out of its literal or comment would show here as one of those.
 */
public final class SourceCheck {
    private static final int SMALLEST_PART = 100;

    private SourceCheck() {}

    /**
     * Something in a generated file that no template writes.
     *
     * @param file its path
     * @param line 1-based
     * @param what was found there
     */
    public record Finding(String file, long line, String what) {}

    /**
     * Checks files.
     *
     * @param files text by path, as {@link ClientRenderer#render} gives them
     * @param ownTemplates false where a user's templates took part: then only files and their types are checked
     * @return the first thing that should not be there
     */
    public static Optional<Finding> check(SortedMap<String, String> files, boolean ownTemplates) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("generating needs a JDK: this Java runtime has no compiler");
        }
        List<Source> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new Source(path, text)));
        List<Parsed> parts = parts(sources).parallelStream()
                .map(part -> Parsed.of(compiler, part))
                .toList();
        List<CompilationUnitTree> units =
                parts.stream().flatMap(part -> part.units().stream()).toList();
        return parts.stream()
                .flatMap(part -> part.firstFinding(units, ownTemplates).stream())
                .findFirst();
    }

    /** The sources in their order, cut so that each processor has something to parse. */
    private static List<List<Source>> parts(List<Source> sources) {
        int count = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), sources.size() / SMALLEST_PART));
        List<List<Source>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(sources.subList(sources.size() * i / count, sources.size() * (i + 1) / count));
        }
        return parts;
    }

    /** Some of the files as one run of the parser left them. */
    private record Parsed(
            JavacTask task,
            List<CompilationUnitTree> units,
            @Nullable Finding error) {
        static Parsed of(JavaCompiler compiler, List<Source> sources) {
            DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, null, errors, List.of("-proc:none", "-Xlint:none"), null, sources);
            List<CompilationUnitTree> units = new ArrayList<>();
            try {
                task.parse().forEach(units::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (errors.getDiagnostics().isEmpty()) {
                return new Parsed(task, units, null);
            }
            var error = errors.getDiagnostics().get(0);
            String path = error.getSource() == null ? "?" : path(error.getSource());
            return new Parsed(
                    task, units, new Finding(path, error.getLineNumber(), "no Java: " + error.getMessage(Locale.ROOT)));
        }

        /**
         * What is wrong with these files.
         *
         * @param all the units of every part: files may name each other's types
         */
        Optional<Finding> firstFinding(List<CompilationUnitTree> all, boolean ownTemplates) {
            if (error != null) {
                return Optional.of(error);
            }
            ShapeScanner scanner = new ShapeScanner(all, ownTemplates);
            for (CompilationUnitTree unit : units) {
                String path = path(unit.getSourceFile());
                Map.Entry<Tree, String> found = scanner.check(path, unit);
                if (found != null) {
                    long at = Trees.instance(task).getSourcePositions().getStartPosition(unit, found.getKey());
                    return Optional.of(
                            new Finding(path, unit.getLineMap().getLineNumber(Math.max(0, at)), found.getValue()));
                }
            }
            return Optional.empty();
        }
    }

    /** The path of a source; javac hands it back wrapped. */
    private static String path(JavaFileObject source) {
        return source.toUri().getPath().substring(1);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
