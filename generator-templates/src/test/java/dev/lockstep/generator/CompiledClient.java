package dev.lockstep.generator;

import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A generated client, compiled with every warning as an error, and loaded. */
final class CompiledClient {
    private final GeneratedClient client;
    private final Path classes;
    private final URLClassLoader loader;

    private CompiledClient(GeneratedClient client, Path classes) throws MalformedURLException {
        this.client = client;
        this.classes = classes;
        this.loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    /** Compiles a client into a folder. */
    static CompiledClient of(GeneratedClient client, Path folder) {
        try {
            Path sources = folder.resolve("src");
            Path classes = Files.createDirectories(folder.resolve("classes"));
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> file : client.files().entrySet()) {
                Path path = sources.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                files.add(Files.writeString(path, file.getValue()));
            }
            compile(files, classes);
            return new CompiledClient(client, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<Path> files, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(files);
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:all,-classfile,-options",
                    "-Werror",
                    "-parameters",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            if (!compiler.getTask(output, manager, null, options, null, sources).call()) {
                throw new AssertionError(output.toString());
            }
        }
    }

    GeneratedClient client() {
        return client;
    }

    Path classes() {
        return classes;
    }

    SortedMap<String, String> files() {
        return client.files();
    }

    /** A class of the client by its simple name; nested ones with a dollar sign. */
    Class<?> load(String simpleName) {
        try {
            return Class.forName(client.model().packageName() + "." + simpleName, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The adapter of one of its types. */
    @SuppressWarnings("unchecked") // the test knows only that it is an adapter
    JsonAdapter<Object> adapter(String simpleName) {
        try {
            Field field = load(simpleName).getDeclaredField("ADAPTER");
            field.setAccessible(true);
            return (JsonAdapter<Object>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
