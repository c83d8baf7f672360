package dev.lockstep.generator.gate;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecSanitizer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client that was generated from a document, compiled with every warning as an error, and loaded. */
public final class CompiledClient implements AutoCloseable {
    /** The class table of annotations is the libraries' own matter, and so is {@code --release}. */
    private static final String[] STRICT = {"-Xlint:all,-classfile,-options", "-Werror", "-parameters"};

    /** Its errors only: what it merely warns of is a matter of taste in code that nobody edits. */
    private static final String[] ERROR_PRONE = {
        "-Xplugin:ErrorProne -XepDisableAllWarnings",
        "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW",
        "-processorpath",
        System.getProperty("java.class.path")
    };

    private final SpecDocument document;
    private final GeneratedClient generated;
    private final Path jar;
    private final URLClassLoader loader;
    private final JsonAdapter.Factory adapters;
    private final Moshi moshi = new Moshi.Builder().build();

    private CompiledClient(SpecDocument document, GeneratedClient generated, Path jar) throws Exception {
        this.document = document;
        this.generated = generated;
        this.jar = jar;
        this.loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
        Constructor<?> table = type(model().className() + "Adapters").getDeclaredConstructor();
        table.setAccessible(true);
        this.adapters = (JsonAdapter.Factory) table.newInstance();
    }

    public static CompiledClient of(SpecDocument document, String name, Path folder) throws Exception {
        return of(document, name, Map.of(), folder);
    }

    /**
     * @param names sticky names of an earlier client
     * @param folder where the classes are put, in a folder of their own
     */
    static CompiledClient of(SpecDocument document, String name, Map<String, String> names, Path folder)
            throws Exception {
        return of(document, GeneratorOptions.builder(name).names(names).build(), folder);
    }

    static CompiledClient of(SpecDocument document, GeneratorOptions options, Path folder) throws Exception {
        return of(document, ClientGenerator.generate(document, options), folder, STRICT);
    }

    /** Compiles what was generated from the document, and lets Error Prone look at it on the way. */
    static CompiledClient checked(SpecDocument document, GeneratedClient generated, Path folder) throws Exception {
        String[] options =
                Stream.of(STRICT, ERROR_PRONE).flatMap(Arrays::stream).toArray(String[]::new);
        return of(document, generated, folder, options);
    }

    private static CompiledClient of(SpecDocument document, GeneratedClient generated, Path folder, String... options)
            throws Exception {
        String name = generated.model().className();
        Path jar =
                Files.createTempDirectory(Files.createDirectories(folder), name).resolve("client.jar");
        String complaints = JavaSources.compile(generated.files(), jar, List.of(), options);
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    name + " does not compile:\n" + complaints.lines().limit(40).collect(Collectors.joining("\n")));
        }
        return new CompiledClient(SpecSanitizer.sanitize(document, false).document(), generated, jar);
    }

    public ClientModel model() {
        return generated.model();
    }

    /** Text by path. */
    public SortedMap<String, String> files() {
        return generated.files();
    }

    /** The sanitized document, which the model's pointers lead into. */
    SpecDocument document() {
        return document;
    }

    /** What the compiler of JDK 25 says against it, warnings included; empty if nothing. */
    String complaintsOf25() throws IOException {
        Path other = jar.resolveSibling("25.jar");
        return JavaSources.compile(
                Javac25.compiler(), generated.files(), other, List.of(), "-Xlint:all,-classfile,-options", "-Werror");
    }

    /** The file of its classes. */
    Path jar() {
        return jar;
    }

    /** Class files by the names of their classes. */
    public SortedMap<String, byte[]> classes() throws IOException {
        return JavaSources.classes(jar);
    }

    /** One of the client's classes. */
    public Class<?> type(String simpleName) throws ClassNotFoundException {
        return loader.loadClass(model().packageName() + "." + simpleName);
    }

    ClassLoader loader() {
        return loader;
    }

    /** The adapter of one of the client's classes: the table's or, where no operation names the class, its own. */
    @SuppressWarnings("unchecked") // every adapter reads and writes some object
    public JsonAdapter<Object> adapter(String simpleName) throws ReflectiveOperationException {
        Class<?> type = type(simpleName);
        JsonAdapter<?> found = adapters.create(type, Set.of(), moshi);
        if (found == null) {
            Field own = type.getDeclaredField("ADAPTER");
            own.setAccessible(true);
            found = (JsonAdapter<?>) Objects.requireNonNull(own.get(null));
        }
        return (JsonAdapter<Object>) found;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
