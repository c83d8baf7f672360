package dev.lockstep.generator.gate;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources against what a client's users have on their class path, and nothing else. */
final class JavaSources {
    private static final List<Class<?>> LIBRARIES = List.of(
            dev.lockstep.client.ApiClient.class,
            retrofit2.Retrofit.class,
            okhttp3.OkHttpClient.class,
            okio.Buffer.class,
            com.squareup.moshi.Moshi.class,
            org.jspecify.annotations.Nullable.class,
            kotlin.Unit.class);

    private JavaSources() {}

    /**
     * Compiles.
     *
     * @param sources text by path
     * @param classes the folder that the classes go to
     * @param more class path beside the client libraries
     * @return the errors and warnings, one a line; empty when there is none
     */
    static String compile(Map<String, String> sources, Path classes, List<Path> more, String... options)
            throws IOException {
        return compile(ToolProvider.getSystemJavaCompiler(), sources, classes, more, options);
    }

    /** Compiles with a compiler of one's choice. */
    static String compile(
            JavaCompiler compiler, Map<String, String> sources, Path classes, List<Path> more, String... options)
            throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none", "--release", "17", "-Xmaxerrs", "1000", "-d", classes.toString(), "-classpath"));
            arguments.add(Stream.concat(libraries().stream(), more.stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)));
            arguments.addAll(List.of(options));
            List<Text> texts = new ArrayList<>();
            sources.forEach((path, text) -> texts.add(new Text(path, text)));
            compiler.getTask(null, files, found, arguments, null, texts).call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR || options.length > 0)
                .map(each -> (each.getSource() == null ? "" : each.getSource().getName() + ":") + each.getLineNumber()
                        + ": " + each.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    static List<Path> libraries() {
        return LIBRARIES.stream().map(JavaSources::origin).toList();
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(type + " has no place", e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        Text(String path, String source) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
