package dev.lockstep.generator.gate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
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
     * @param jar the new file that the classes go to: those of the corpus are hundreds of thousands, which take a slow disk
     *     long to delete one by one
     * @param more class path beside the client libraries
     * @return the errors and warnings, one a line; empty when there is none
     */
    static String compile(Map<String, String> sources, Path jar, List<Path> more, String... options)
            throws IOException {
        return compile(ToolProvider.getSystemJavaCompiler(), sources, jar, more, options);
    }

    /** Compiles with a compiler of one's choice. */
    static String compile(
            JavaCompiler compiler, Map<String, String> sources, Path jar, List<Path> more, String... options)
            throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (FileSystem classes = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                StandardJavaFileManager files =
                        compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> arguments =
                    new ArrayList<>(List.of("-proc:none", "--release", "17", "-Xmaxerrs", "1000", "-classpath"));
            arguments.add(Stream.concat(libraries().stream(), more.stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)));
            arguments.addAll(List.of(options));
            List<Text> texts = new ArrayList<>();
            sources.forEach((path, text) -> texts.add(new Text(path, text)));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes.getPath("/")));
            compiler.getTask(null, files, found, arguments, null, texts).call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR || options.length > 0)
                .map(each -> (each.getSource() == null ? "" : each.getSource().getName() + ":") + each.getLineNumber()
                        + ": " + each.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    /** Class files by the names of their classes. */
    static SortedMap<String, byte[]> classes(Path jar) throws IOException {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (JarFile entries = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(entries.entries())) {
                if (entry.getName().endsWith(".class")) {
                    String name = entry.getName().substring(0, entry.getName().length() - ".class".length());
                    try (InputStream bytes = entries.getInputStream(entry)) {
                        classes.put(name.replace('/', '.'), bytes.readAllBytes());
                    }
                }
            }
        }
        return classes;
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
