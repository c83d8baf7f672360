package dev.lockstep.tracker.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiClient;
import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratedClient;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.compile.ClientCompiler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Line by line, a statement over several lines as one: class files place what stands in such a statement only roughly.
 *
 * <p>Holds the lines that impact names against what javac says of the same sources with the regenerated client, and against what the
 * compiled application does when the vendor behaves as its new document says.
 */
class ImpactAcceptanceTest {
    private static final String SHOP = SampleApp.text("shop.yaml");
    private static final SpecDocument OLD = SpecReader.parse(SHOP, "shop.yaml");
    private static final GeneratorOptions OPTIONS =
            GeneratorOptions.builder("shop").server("https://shop.test").build();

    @TempDir
    private static Path folder;

    private static final SampleApp APP = new SampleApp();
    private static GeneratedClient client;
    private static Usage usage;
    private static Map<String, String> before;

    /** A change of the document: parts of its text, each with what it becomes. */
    private record Change(String name, List<String> edits) {
        static Change of(String name, String... edits) {
            return new Change(name, List.of(edits));
        }

        SpecDocument document() {
            String text = SHOP;
            for (int i = 0; i < edits.size(); i += 2) {
                assertTrue(text.contains(edits.get(i)), () -> name + " finds nothing to change");
                text = text.replace(edits.get(i), edits.get(i + 1));
            }
            return SpecReader.parse(text, "shop.yaml");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Change> changes() {
        String limit = "{name: limit, in: query, schema: {type: integer, maximum: 100}}";
        String id = "{name: orderId, in: path, required: true, schema: {type: string}}";
        String get =
                "      operationId: getOrder\n      tags: [Orders]\n      summary: Gets an order\n      parameters:\n";
        return Stream.of(
                Change.of("operation removed", "  /ping:\n", "  /pong:\n", "operationId: ping", "operationId: pong"),
                Change.of("operation moved", "/orders/{orderId}/refunds:", "/orders/{orderId}/returns:"),
                Change.of(
                        "required parameter",
                        get,
                        get + "        - {name: region, in: query, required: true, schema: {type: string}}\n"),
                Change.of(
                        "optional parameter",
                        get,
                        get + "        - {name: region, in: query, schema: {type: string}}\n"),
                Change.of("parameter became required", limit, limit.replace("query,", "query, required: true,")),
                Change.of("parameter's limit", limit, limit.replace("100", "10")),
                Change.of("parameter removed", "        - " + limit + "\n", ""),
                Change.of(
                        "response property removed",
                        "        note: {type: string}\n        customer",
                        "        customer"),
                Change.of("response property's type", "total: {type: number}", "total: {type: string}"),
                Change.of("response property became optional", "[id, state, total, customer,", "[id, state, total,"),
                Change.of(
                        "response property renamed",
                        "[id, state,",
                        "[orderNumber, state,",
                        "        id: {type: string}\n        state",
                        "        orderNumber: {type: string}\n        state"),
                Change.of("nested property's type", "phone: {type: string}", "phone: {type: integer}"),
                Change.of("enum value removed", "[open, paid, shipped]", "[open, paid]"),
                Change.of("enum value added", "[open, paid, shipped]", "[open, paid, shipped, lost]"),
                Change.of("request enum value removed", "enum: [web, phone]", "enum: [web]"),
                Change.of("request text shorter", "maxLength: 100", "maxLength: 5"),
                Change.of("request property became required", "required: [sku]\n", "required: [sku, channel]\n"),
                Change.of(
                        "required request property",
                        "required: [sku]\n      properties:\n",
                        "required: [sku, region]\n      properties:\n        region: {type: string}\n"),
                Change.of("request property removed", "        quantity: {type: integer, maximum: 50}\n", ""),
                Change.of(
                        "answer's property removed",
                        "        amount: {type: number}\n        reason: {type: string}\n    Problem",
                        "        amount: {type: number}\n    Problem"),
                Change.of("page's property's type", "next: {type: string}", "next: {type: integer}"),
                Change.of(
                        "variant removed",
                        "[{$ref: '#/components/schemas/Card'}, {$ref: '#/components/schemas/Cash'}]",
                        "[{$ref: '#/components/schemas/Card'}]",
                        ", cash: '#/components/schemas/Cash'",
                        ""),
                Change.of("error's property removed", "{code: {type: string}, detail", "{detail"),
                Change.of(
                        "answer's only property removed",
                        "properties: {ok: {type: boolean}}",
                        "properties: {up: {type: boolean}}"),
                Change.of("key in another header", "name: x-api-key", "name: x-key"),
                Change.of(
                        "operation deprecated",
                        "      operationId: cancelOrder",
                        "      deprecated: true\n      operationId: cancelOrder"),
                Change.of(
                        "path parameter renamed",
                        "{orderId}:\n",
                        "{number}:\n",
                        id,
                        id.replace("orderId", "number"),
                        "{orderId}/refunds",
                        "{number}/refunds"),
                Change.of("words alone", "summary: Pings", "summary: Says that it lives"));
    }

    @BeforeAll
    static void compileAndRun() throws Exception {
        client = ClientGenerator.generate(OLD, OPTIONS);
        compileClient(client, folder.resolve("client"));
        assertEquals(new TreeSet<>(), APP.compile("lib", classpath("client"), folder.resolve("lib")));
        assertEquals(new TreeSet<>(), APP.compile("app", classpath("client", "lib"), folder.resolve("app")));
        usage = new UsageScan(KnownClients.of(List.of(client.model())), List.of(folder.resolve("lib")))
                .scan("", List.of(folder.resolve("app")));
        before = run(OLD);
    }

    @AfterAll
    static void forget() {
        before = Map.of();
    }

    @Test
    void sampleUsesClientsInManyForms() {
        long lines = usage.uses().stream()
                .filter(use -> use.line() > 0)
                .map(use -> use.file() + use.line())
                .distinct()
                .count();

        assertTrue(lines >= 40, () -> lines + " lines");
        assertTrue(changes().count() >= 25, "25 changes");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void namesTheLinesThatBreak(Change change) throws Exception {
        SpecDocument now = change.document();
        GeneratorOptions kept = GeneratorOptions.builder("shop")
                .server("https://shop.test")
                .names(client.model().names())
                .build();
        Path next = folder.resolve("next-" + change.name().replaceAll("\\W", ""));
        compileClient(ClientGenerator.generate(now, kept), next);
        SortedSet<String> refused =
                APP.compile("app", List.of(next, folder.resolve("lib"), runtime()), folder.resolve("unused"));
        SortedSet<String> different = different(before, run(now));

        SortedSet<String> named = named(now);

        List<String> faults = new ArrayList<>();
        SortedSet<String> statements = statements(named);
        SortedSet<String> broken = statements(refused);
        broken.addAll(different);
        broken.stream().filter(each -> !statements.contains(each)).forEach(each -> faults.add("missed: " + each));
        statements.stream().filter(each -> !broken.contains(each)).forEach(each -> faults.add("invented: " + each));
        assertEquals(List.of(), faults, () -> "named " + named + ", refused " + refused + ", different " + different);
    }

    private static SortedSet<String> statements(SortedSet<String> lines) {
        SortedSet<String> statements = new TreeSet<>();
        lines.forEach(line -> statements.add(APP.statement(line)));
        return statements;
    }

    /** The lines of those findings that break something or may. */
    private static SortedSet<String> named(SpecDocument now) {
        Impact impact = Impact.of(List.of(usage));
        SortedSet<String> lines = new TreeSet<>();
        for (Finding finding : Comparer.compare(
                        ComparisonInput.of(OLD).with(OPTIONS),
                        ComparisonInput.of(now).with(OPTIONS))
                .findings()) {
            if (finding.breaking() || finding.wire() == Wire.RISKY) {
                impact.sites(finding).stream().filter(site -> site.line() > 0).forEach(site -> lines.add(site.label()));
            }
        }
        return lines;
    }

    /** The statements that ended in another way; what was not reached any more says nothing. */
    private static SortedSet<String> different(Map<String, String> before, Map<String, String> after) {
        SortedSet<String> lines = new TreeSet<>();
        after.forEach((line, seen) -> {
            if (!seen.equals(before.get(line))) {
                lines.add(APP.statement(line));
            }
        });
        return lines;
    }

    /** What each line saw while the vendor did what a document says; exceptions count at the application's own line. */
    private static Map<String, String> run(SpecDocument vendor) throws Exception {
        Map<String, String> seen = new TreeMap<>();
        URL[] classes = {url("app"), url("lib"), url("client")};
        try (MockWebServer server = new MockWebServer();
                URLClassLoader loader = new URLClassLoader(classes, ImpactAcceptanceTest.class.getClassLoader())) {
            server.setDispatcher(new VendorServer(OLD, vendor));
            server.start();
            Object shop = shop(loader, server);
            Map<?, ?> probe =
                    (Map<?, ?>) loader.loadClass("app.Probe").getField("SEEN").get(null);
            for (String name : SampleApp.scenarios()) {
                List<Method> scenarios = new ArrayList<>(
                        Arrays.asList(loader.loadClass("app." + name).getDeclaredMethods()));
                scenarios.removeIf(method -> method.getParameterCount() != 1
                        || method.isSynthetic()
                        || !method.getParameterTypes()[0].isInstance(shop));
                scenarios.sort(Comparator.comparing(Method::getName));
                for (Method scenario : scenarios) {
                    scenario.setAccessible(true);
                    try {
                        scenario.invoke(null, shop);
                    } catch (InvocationTargetException e) {
                        Throwable thrown = Objects.requireNonNull(e.getCause());
                        seen.merge(place(thrown), "throws " + thrown.getClass(), (a, b) -> a + ", " + b);
                    }
                }
            }
            probe.forEach(
                    (line, value) -> seen.merge(String.valueOf(line), String.valueOf(value), (a, b) -> a + ", " + b));
        }
        return seen;
    }

    private static Object shop(URLClassLoader loader, MockWebServer server) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("dev.lockstep.vendor.shop.ShopClient");
        Object builder = type.getMethod("builder").invoke(null);
        Class<?> builders = builder.getClass();
        builders.getMethod("baseUrl", String.class)
                .invoke(builder, server.url("/").toString());
        builders.getMethod("allowHttp", String.class).invoke(builder, server.getHostName());
        Method key = Arrays.stream(builders.getDeclaredMethods())
                .filter(method -> method.getReturnType() == builders
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst()
                .orElseThrow();
        key.invoke(builder, "k");
        return builders.getMethod("build").invoke(builder);
    }

    private static String place(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            for (StackTraceElement frame : each.getStackTrace()) {
                if (frame.getClassName().startsWith("app.")
                        && !frame.getClassName().equals("app.Probe")) {
                    return frame.getFileName() + ":" + frame.getLineNumber();
                }
            }
        }
        throw new IllegalStateException(thrown);
    }

    private static void compileClient(GeneratedClient generated, Path classes) {
        List<String> problems = new ClientCompiler(() -> List.of(
                        runtime(),
                        library(retrofit2.Retrofit.class),
                        library(okhttp3.OkHttpClient.class),
                        library(okio.Buffer.class),
                        library(kotlin.Unit.class),
                        library(com.squareup.moshi.Moshi.class),
                        library(org.jspecify.annotations.NullMarked.class)))
                .compile(generated.files(), classes);
        assertEquals(List.of(), problems);
    }

    private static List<Path> classpath(String... names) {
        List<Path> paths = new ArrayList<>(List.of(runtime()));
        for (String name : names) {
            paths.add(folder.resolve(name));
        }
        return paths;
    }

    private static URL url(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name)).toUri().toURL();
    }

    private static Path runtime() {
        return library(ApiClient.class);
    }

    private static Path library(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
