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

/**
 * Parses generated files again, with javac, and holds them against what our templates write: one type per file, named as the
 * file; no initialiser, operator, loop or branch; no annotation, import or class that is not ours or a library's. A foreign
 * text that had broken out of its literal or comment would show here as one of those.
 */
public final class SourceCheck {
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
     * @param files text by path, as {@link Renderer#render} gives them
     * @param ownTemplates false where a user's templates took part: then only files and their types are checked
     * @return the first thing that should not be there
     */
    public static Optional<Finding> check(SortedMap<String, String> files, boolean ownTemplates) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("generating needs a JDK: this Java runtime has no compiler");
        }
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        List<Source> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new Source(path, text)));
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, errors, List.of("-proc:none", "-Xlint:none"), null, sources);
        List<CompilationUnitTree> units = new ArrayList<>();
        try {
            task.parse().forEach(units::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!errors.getDiagnostics().isEmpty()) {
            var error = errors.getDiagnostics().get(0);
            String path = error.getSource() == null ? "?" : path(error.getSource());
            return Optional.of(new Finding(path, error.getLineNumber(), "no Java: " + error.getMessage(Locale.ROOT)));
        }
        ShapeScanner scanner = new ShapeScanner(units, ownTemplates);
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
