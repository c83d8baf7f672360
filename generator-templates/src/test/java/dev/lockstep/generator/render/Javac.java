package dev.lockstep.generator.render;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one class {@code T} in memory's stead: into a folder of the test. */
final class Javac {
    private Javac() {}

    /** The compiler's complaints, one a line; empty when the class compiles without any. */
    static String complaints(String source, Path classes, String... options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> arguments = new java.util.ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
            arguments.addAll(List.of(options));
            compiler.getTask(null, files, found, arguments, null, List.of(new Text(source)))
                    .call();
        }
        return found.getDiagnostics().stream()
                .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    static Object field(Path classes, String name) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return loader.loadClass("T").getField(name).get(null);
        }
    }

    static long classFiles(Path classes) throws IOException {
        try (var files = Files.list(classes)) {
            return files.count();
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String source) {
            super(URI.create("string:///T.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
