package dev.lockstep.tracker.compile;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Supplier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles a client's sources in this process, for Java 17, without annotation processors. Safe to share. */
public final class ClientCompiler {
    private static final int RELEASE = 17;

    private final Supplier<List<Path>> classpath;

    /**
     * @param classpath asked when something is compiled
     */
    public ClientCompiler(Supplier<List<Path>> classpath) {
        this.classpath = classpath;
    }

    /**
     * Compiles sources.
     *
     * @param files text by path, relative to the source root
     * @param classes where class files go; created when missing
     * @return what the compiler found wrong, as {@code path:line: message}; empty when all compiled
     */
    public List<String> compile(SortedMap<String, String> files, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler; run with a JDK, not a JRE");
        }
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        List<String> options =
                new ArrayList<>(List.of("-proc:none", "-implicit:none", "-Xlint:none", "-Xmaxerrs", "1000"));
        if (Runtime.version().feature() > RELEASE) {
            options.addAll(List.of("--release", Integer.toString(RELEASE)));
        }
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new SourceText(path, text)));
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
            Files.createDirectories(classes);
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath.get());
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            StringWriter log = new StringWriter();
            boolean compiled = compiler.getTask(log, manager, collector, options, null, sources)
                    .call();
            List<String> problems = new ArrayList<>();
            for (Diagnostic<? extends JavaFileObject> diagnostic : collector.getDiagnostics()) {
                if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                    JavaFileObject source = diagnostic.getSource();
                    String place = source == null ? "" : source.getName() + ":" + diagnostic.getLineNumber() + ": ";
                    problems.add(place + diagnostic.getMessage(Locale.ROOT).replaceAll("\\s+", " "));
                }
            }
            if (!compiled && problems.isEmpty()) {
                problems.add("the compiler stopped: " + log.toString().strip());
            }
            return List.copyOf(problems);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + classes, e);
        }
    }
}
