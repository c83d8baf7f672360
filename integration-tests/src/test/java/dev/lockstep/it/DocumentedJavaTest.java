package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java samples of README.md and docs/*.md compile. A block that declares a type is compiled as it stands; other
 * blocks become the body of a method that may throw. Both see our own runtime and conversations, {@code java.io},
 * {@code java.time} and {@code java.util} without an import. A {@code java excerpt} consists of lines of generated code.
 */
class DocumentedJavaTest {
    private static final String IMPORTS = Stream.of(
                    "dev.lockstep.client",
                    "dev.lockstep.conversations",
                    "java.io",
                    "java.nio.file",
                    "java.time",
                    "java.util",
                    "java.util.concurrent")
            .map(name -> "import " + name + ".*; ")
            .collect(Collectors.joining());

    @TempDir
    Path classes;

    @Test
    @EnabledIf("dev.lockstep.it.DocumentedSamples#readmeExists")
    void readmeHasSamples() {
        assertFalse(
                DocumentedSamples.in(Set.of("java")).stream()
                        .noneMatch(block -> block.page().equals("README.md")),
                "README.md has no ```java block");
    }

    @TestFactory
    Stream<DynamicTest> sampleCompiles() {
        return DocumentedSamples.in(Set.of("java")).stream()
                .map(block -> DynamicTest.dynamicTest(block.place(), () -> assertEquals("", errors(block))));
    }

    @TestFactory
    Stream<DynamicTest> excerptIsGeneratedCode() throws IOException {
        Set<String> generated = generatedLines();
        return DocumentedSamples.in(Set.of("java excerpt")).stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.place(),
                        () -> assertEquals(
                                List.of(),
                                block.text()
                                        .lines()
                                        .filter(line -> !generated.contains(line.strip()))
                                        .toList())));
    }

    @Test
    void wrongStatementIsFoundWithItsLine() {
        DocumentedSamples.Block wrong =
                new DocumentedSamples.Block("README.md", 10, "java", "int one = 1;\nString text = one;\n");

        assertEquals("README.md:12: incompatible types: int cannot be converted to java.lang.String", errors(wrong));
    }

    @Test
    void statementsAndTypesCompile() {
        String statements = "import dev.lockstep.vendor.tavus.TavusClient;\n\nTavusClient.builder();\n";
        String type = "public class Sample {\n    Conversations conversations;\n}\n";

        assertEquals("", errors(new DocumentedSamples.Block("README.md", 1, "java", statements)));
        assertEquals("", errors(new DocumentedSamples.Block("README.md", 1, "java", type)));
    }

    private static Set<String> generatedLines() throws IOException {
        Set<String> lines = new HashSet<>();
        try (Stream<Path> files = Files.walk(DocumentedSamples.root().resolve("generated-clients"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).forEach(line -> lines.add(line.strip()));
            }
        }
        return lines;
    }

    /** One error a line, with its place in the page; empty if there is none. */
    private String errors(DocumentedSamples.Block block) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, List.of(source(block)))
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> block.page() + ":" + (block.line() + diagnostic.getLineNumber()) + ": "
                        + diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    /** Line n of the source is line n of the block. */
    private static JavaFileObject source(DocumentedSamples.Block block) {
        String text = block.text();
        boolean type = text.lines()
                .anyMatch(line -> line.matches("(public |final |abstract )*(class|interface|record|enum) .*"));
        String name = type
                ? text.replaceAll("(?s).*?\\b(?:class|interface|record|enum) (\\w+).*", "$1")
                : "Sample" + block.line();
        String content = type ? IMPORTS + text : statements(name, text);
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return content;
            }
        };
    }

    private static String statements(String name, String text) {
        String imports = text.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining(" "));
        String statements =
                text.lines().map(line -> line.startsWith("import ") ? "" : line).collect(Collectors.joining("\n"));
        return IMPORTS + imports + " class " + name + " { void sample() throws Exception { " + statements + "\n}}\n";
    }
}
