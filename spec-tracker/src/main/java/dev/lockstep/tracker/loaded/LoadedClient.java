package dev.lockstep.tracker.loaded;

import com.squareup.moshi.JsonAdapter;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.compile.ClientCompiler;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A vendor's client, generated from its lock, compiled, and loaded beside the runtime of this process. */
public final class LoadedClient implements AutoCloseable {
    private final ClientModel model;
    private final URLClassLoader loader;

    private LoadedClient(ClientModel model, URLClassLoader loader) {
        this.model = model;
        this.loader = loader;
    }

    /**
     * Makes and loads a client.
     *
     * @param classes where its class files go
     * @throws SpecException when the client does not compile
     */
    public static LoadedClient of(
            SpecDocument document, GeneratorOptions options, ClientCompiler compiler, Path classes) {
        GeneratedClient client = ClientGenerator.generate(document, options);
        List<String> problems = compiler.compile(client.files(), classes);
        if (!problems.isEmpty()) {
            throw new SpecException(
                    document.source(), 0, "#", "the generated client does not compile: " + problems.get(0));
        }
        try {
            URL url = classes.toUri().toURL();
            return new LoadedClient(
                    client.model(), new URLClassLoader(new URL[] {url}, LoadedClient.class.getClassLoader()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it was generated from. */
    public ClientModel model() {
        return model;
    }

    /**
     * A class of the client by its simple name.
     *
     * @throws IllegalStateException if it has none of this name
     */
    public Class<?> load(String simpleName) {
        try {
            return Class.forName(model.packageName() + "." + simpleName, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The adapter of one of its types. */
    public JsonAdapter<?> adapter(String simpleName) {
        try {
            Field field = load(simpleName).getDeclaredField("ADAPTER");
            field.setAccessible(true);
            return (JsonAdapter<?>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no " + simpleName + ".ADAPTER", e);
        }
    }

    /**
     * Calls a public method that takes these arguments.
     *
     * @param target an object, or a class for a static method
     * @throws IOException what the method throws
     */
    public static Object call(Object target, String name, @Nullable Object... arguments) throws IOException {
        Class<?> type = target instanceof Class<?> own ? own : target.getClass();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof IOException io) {
                        throw io;
                    }
                    if (e.getCause() instanceof RuntimeException runtime) {
                        throw runtime;
                    }
                    throw new IllegalStateException(e.getCause());
                } catch (IllegalAccessException e) {
                    throw new LinkageError(name, e);
                }
            }
        }
        throw new IllegalStateException(type.getSimpleName() + " has no method " + name + " for these arguments");
    }

    private static boolean fits(Class<?>[] parameters, @Nullable Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (arguments[i] != null && !parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
