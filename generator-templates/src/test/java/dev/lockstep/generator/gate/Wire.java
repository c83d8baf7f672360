package dev.lockstep.generator.gate;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ClientBuilder;
import dev.lockstep.client.Config;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.SchemeModel;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A generated client that talks to a server in this process. Operations and models go by their names. */
final class Wire implements AutoCloseable {
    private final CompiledClient compiled;
    private final MockWebServer server = new MockWebServer();
    private final Object client;

    private Wire(CompiledClient compiled, String basePath) throws Exception {
        this.compiled = compiled;
        server.start();
        ClientBuilder<?> builder = (ClientBuilder<?>)
                Objects.requireNonNull(call(compiled.type(compiled.model().className()), null, "builder"));
        builder.baseUrl(server.url("/") + basePath.replaceFirst("^/", ""))
                .config(Config.of(credentials(compiled.model())))
                .retry(RetryPolicy.builder().attempts(1).build());
        this.client = Objects.requireNonNull(call(builder.getClass(), builder, "build"));
    }

    private static Map<String, String> credentials(ClientModel model) {
        Map<String, String> credentials = new TreeMap<>();
        for (SchemeModel scheme : model.schemes()) {
            String name = model.vendor() + "." + scheme.suffix();
            if (scheme.kind() == SchemeModel.Kind.BASIC) {
                credentials.put(name + ".username", "user");
                credentials.put(name + ".password", "password");
            } else {
                credentials.put(name, "key");
            }
        }
        return credentials;
    }

    /**
     * A client that knows a credential for every scheme. It is closed with this.
     *
     * @param basePath of the base URL: empty, or with a slash at its start
     */
    static Wire of(CompiledClient compiled, String basePath) throws Exception {
        return new Wire(compiled, basePath);
    }

    /**
     * @param yaml what the document has after its {@code info}
     */
    static Wire of(String yaml, Path folder) throws Exception {
        String text =
                "openapi: 3.0.3\ninfo: {title: Wire, version: '1'}\nservers: [{url: 'https://example.com'}]\n" + yaml;
        return new Wire(CompiledClient.of(SpecReader.parse(text, "wire.yaml"), "wire", folder), "/base");
    }

    /** A document of version 3.1. */
    static Wire of31(String yaml, Path folder) throws Exception {
        String text =
                "openapi: 3.1.0\ninfo: {title: Wire, version: '1'}\nservers: [{url: 'https://example.com'}]\n" + yaml;
        return new Wire(CompiledClient.of(SpecReader.parse(text, "wire.yaml"), "wire", folder), "/base");
    }

    MockWebServer server() {
        return server;
    }

    CompiledClient compiled() {
        return compiled;
    }

    void answer(int status, String contentType, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", contentType)
                .body(body)
                .build());
    }

    /** Calls an operation whose answer says nothing; the request line's target, without the base path. */
    String target(String operation, @Nullable Object... arguments) throws Exception {
        return request(operation, arguments).getTarget().replaceFirst("^/base", "");
    }

    /** Calls an operation whose answer says nothing, and gives the request that the server got. */
    RecordedRequest request(String operation, @Nullable Object... arguments) throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        execute(operation, arguments);
        return server.takeRequest();
    }

    /** What a call gives; the answer is enqueued already. */
    @Nullable
    Object execute(String operation, @Nullable Object... arguments) throws Exception {
        OperationModel found = compiled.model().operations().stream()
                .filter(each -> operation.equals(each.name()) || operation.startsWith(each.name() + "As"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + operation));
        Object api = null;
        for (Method method : client.getClass().getMethods()) {
            if (method.getReturnType().getSimpleName().equals(found.api() + "Api")) {
                api = method.invoke(client);
            }
        }
        Object call = call(Objects.requireNonNull(api, found.api()).getClass(), api, operation, arguments);
        return ((ApiCall<?>) Objects.requireNonNull(call)).execute();
    }

    /** An operation's options: names and values of builder methods in turn. */
    Object options(String type, Object... namesAndValues) throws Exception {
        Object builder = call(compiled.type(type), null, "builder");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            call(
                    Objects.requireNonNull(builder).getClass(),
                    builder,
                    (String) namesAndValues[i],
                    namesAndValues[i + 1]);
        }
        return Objects.requireNonNull(call(Objects.requireNonNull(builder).getClass(), builder, "build"));
    }

    /** A value of one of the client's types, from its JSON. */
    Object value(String type, String json) throws Exception {
        com.squareup.moshi.JsonReader reader = com.squareup.moshi.JsonReader.of(new okio.Buffer().writeUtf8(json));
        reader.setLenient(true);
        return Objects.requireNonNull(compiled.adapter(type).fromJson(reader));
    }

    /** A property's value. */
    @Nullable
    static Object get(@Nullable Object model, String accessor) throws Exception {
        return call(Objects.requireNonNull(model).getClass(), model, accessor);
    }

    /** What is wrong with a model; empty if nothing is. */
    static String problems(Object model) {
        try {
            ((JsonModel<?>) model).validate();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Nullable
    static Object call(Class<?> type, @Nullable Object target, String name, @Nullable Object... arguments)
            throws Exception {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && accepts(method, arguments)) {
                method.setAccessible(true);
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Exception cause) {
                        throw cause;
                    }
                    throw e;
                }
            }
        }
        throw new NoSuchMethodException(type.getSimpleName() + "." + name + " for " + Arrays.toString(arguments)
                + " among "
                + Arrays.stream(type.getMethods())
                        .filter(each -> each.getDeclaringClass() == type)
                        .map(Method::toString)
                        .sorted()
                        .toList());
    }

    private static boolean accepts(Method method, @Nullable Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length || method.isBridge()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (arguments[i] != null && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        compiled.close();
    }
}
