package dev.lockstep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockWriter;
import dev.lockstep.generator.lock.Sha256;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract tests on clients that break their contract: what one operation does wrong shows at no other one. */
class FailingClientTest {
    private static final String FOLDER = "lockstep.vendor.folder";
    private static final String SPEC = """
            openapi: 3.0.3
            info: {title: Letters, version: '1'}
            servers: [{url: 'https://letters.example/v1'}]
            security: [{key: []}]
            paths:
              /a: {get: {operationId: readA, tags: [L], responses: {'200': {$ref: '#/components/responses/A'}, '404': {description: x}}}}
              /b: {get: {operationId: readB, tags: [L], responses: {'200': {$ref: '#/components/responses/B'}, '404': {description: x}}}}
              /c: {get: {operationId: readC, tags: [L], responses: {'200': {$ref: '#/components/responses/C'}, '404': {description: x}}}}
              /d: {post: {operationId: sendD, tags: [L], requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {note: {type: string}}}}}}, responses: {'204': {description: x}}}}
              /e: {post: {operationId: sendE, tags: [L], requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}}}, responses: {'200': {$ref: '#/components/responses/A'}}}}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
              responses:
                A: {description: x, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}
                B: {description: x, content: {application/json: {schema: {type: object, required: [b], properties: {b: {type: integer}}}}}}
                C: {description: x, content: {application/json: {schema: {type: array, items: {type: string}}}}}
            """;

    @TempDir
    Path folder;

    /** What the contract tests say of a client whose sources were edited. */
    private Result run(Map<String, String> edits) throws Exception {
        return run(SPEC, List.of("GET /a", "GET /b", "GET /c", "POST /d", "POST /e"), edits);
    }

    private Result run(String spec, List<String> operations, Map<String, String> edits) throws Exception {
        SpecDocument document = SpecReader.parse(spec, "openapi.yaml");
        GeneratorOptions options = GeneratorOptions.builder("letters").build();
        Files.writeString(folder.resolve("openapi.yaml"), spec);
        Lock lock = new Lock(
                "letters",
                ClientGenerator.VERSION,
                new Lock.Spec("openapi.yaml", Sha256.of(folder.resolve("openapi.yaml"))),
                List.of(),
                new TreeMap<>(),
                operations,
                new TreeMap<>(),
                new Lock.Client(
                        options.packageName(),
                        options.className(),
                        "1.0.0",
                        "https://letters.example/v1",
                        new TreeMap<>()),
                List.of());
        Files.writeString(folder.resolve("lock.json"), LockWriter.write(lock));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(
                ClientGenerator.generate(document, GeneratorOptions.fromLock(lock))
                        .files(),
                edits,
                classes);

        Result result = new Result();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        String before = System.getProperty(FOLDER);
        try (URLClassLoader client =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, loader)) {
            Thread.currentThread().setContextClassLoader(client);
            System.setProperty(FOLDER, folder.toString());
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(ClientContractTest.class))
                                    .build(),
                            result);
        } finally {
            Thread.currentThread().setContextClassLoader(loader);
            if (before == null) {
                System.clearProperty(FOLDER);
            } else {
                System.setProperty(FOLDER, before);
            }
        }
        return result;
    }

    private void compile(Map<String, String> files, Map<String, String> edits, Path classes) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        TreeSet<String> left = new TreeSet<>(edits.keySet());
        for (Map.Entry<String, String> file : files.entrySet()) {
            String text = file.getValue();
            for (Map.Entry<String, String> edit : edits.entrySet()) {
                if (text.contains(edit.getKey())) {
                    text = text.replace(edit.getKey(), edit.getValue());
                    left.remove(edit.getKey());
                }
            }
            Path path = folder.resolve("sources").resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            arguments.add(Files.writeString(path, text).toString());
        }
        assertTrue(left.isEmpty(), () -> left + " are not in the sources");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, arguments.toArray(String[]::new)));
    }

    /** What became of the tests, and in which containers some failed: those are called as the operations. */
    private static final class Result implements TestExecutionListener {
        private final Set<String> failed = new TreeSet<>();
        private final Set<String> untried = new TreeSet<>();
        private final List<String> failures = new ArrayList<>();
        private int passed;
        private @Nullable TestPlan plan;

        @Override
        public void testPlanExecutionStarted(TestPlan started) {
            plan = started;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.add(Objects.requireNonNull(plan)
                        .getParent(test)
                        .map(TestIdentifier::getDisplayName)
                        .orElse(""));
                failures.add(
                        test.getDisplayName() + ": " + result.getThrowable().orElse(null));
            } else if (result.getStatus() == TestExecutionResult.Status.ABORTED
                    && result.getThrowable().orElseThrow().toString().contains("describes no object")) {
                untried.add(Objects.requireNonNull(plan)
                        .getParent(test)
                        .map(TestIdentifier::getDisplayName)
                        .orElse(""));
            } else if (test.isTest()) {
                passed++;
            }
        }
    }

    @Test
    void aClientThatKeepsItsContractPasses() throws Exception {
        Result result = run(Map.of());

        assertEquals(List.of(), result.failures);
        assertEquals(29, result.passed);
    }

    /** Bodies that are sent as fields, with schemas that describe no object or do not say so. */
    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "application/x-www-form-urlencoded"})
    void fieldsOfAnySchema(String mediaType) throws Exception {
        List<String> schemas = List.of(
                "{}",
                "{type: object}",
                "{type: object, additionalProperties: {type: string}}",
                "{oneOf: [{type: object, properties: {a: {type: string}}}, {type: string}]}",
                "{type: string}",
                "{type: integer}",
                "{type: string, enum: [a, b]}",
                "{type: array, items: {type: string}}");
        StringBuilder paths = new StringBuilder();
        List<String> operations = new ArrayList<>();
        for (String schema : schemas) {
            String name = "/f" + operations.size();
            operations.add("POST " + name);
            paths.append(
                    ("  %s: {post: {operationId: send%s, tags: [L], requestBody: {required: true, content: {%s: {schema: %s}}},"
                                    + " responses: {'204': {description: x}}}}\n")
                            .formatted(name, operations.size(), mediaType, schema));
        }
        String spec = SPEC.substring(0, SPEC.indexOf("  /a:")) + paths + SPEC.substring(SPEC.indexOf("components:"));

        Result result = run(spec, operations, Map.of());

        assertEquals(List.of(), result.failures);
        assertEquals(List.of("POST /f4", "POST /f5", "POST /f6", "POST /f7"), List.copyOf(result.untried));
    }

    @Test
    void aCallThatIsNeverSentLeavesItsAnswerToNoOther() throws Exception {
        Result result = run(Map.of(
                "service.readB()\n                .with(callOptions)", "service.readB()\n                .with(null)"));

        assertEquals(List.of("GET /b"), List.copyOf(result.failed), result.failures::toString);
    }

    @Test
    void aCallThatCannotReadItsAnswerLeavesItsRequestToNoOther() throws Exception {
        Result result = run(Map.of("ApiCall<List<String>> readC(", "ApiCall<java.util.Map<String, String>> readC("));

        assertEquals(List.of("GET /c"), List.copyOf(result.failed), result.failures::toString);
    }
}
