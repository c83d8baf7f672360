package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties file of docs/configuration.md, the program that prints what is in force, and the table that is shown there. */
class DocumentedConfigurationTest {
    @TempDir
    Path directory;

    private record Run(int code, String out, String err) {}

    private static String block(String language) {
        return DocumentedSamples.in(Set.of(language)).stream()
                .filter(block -> block.page().equals("configuration.md"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Runs the program in a process of its own, whose environment configures nothing. */
    private Run policies(String properties) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("lockstep.properties"), properties);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "dev.lockstep.conversations.Policies",
                "lockstep.properties"));
        builder.directory(directory.toFile());
        builder.redirectError(directory.resolve("err").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(LOCKSTEP|TAVUS|HAMSA|ANYREACH|OPENHANDS|JAVA_TOOL|JDK_JAVA)_.*"));
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), printed, Files.readString(directory.resolve("err")));
        }
    }

    @Test
    void theTableIsTheDocumentedOne() throws Exception {
        assertEquals(new Run(0, block("text"), ""), policies(block("properties")));
    }

    @Test
    void mistakesAreNamedWithTheirLine() throws Exception {
        assertEquals(
                new Run(2, "", "unknown name tavus.deadlin in lockstep.properties:2; did you mean 'tavus.deadline'?\n"),
                policies("lockstep.deadline = 20s\ntavus.deadlin = 1s\n"));
        assertEquals(
                new Run(
                        2,
                        "",
                        "unknown operation 'endConversatoin' in tavus.operations.endConversatoin.retry of"
                                + " lockstep.properties:1; did you mean 'endConversation'?\n"),
                policies("tavus.operations.endConversatoin.retry = always\n"));
        assertEquals(
                new Run(
                        2,
                        "",
                        "unknown vendor 'travus' in travus.deadline of lockstep.properties:1; did you mean 'tavus'?\n"),
                policies("travus.deadline = 1s\n"));
        assertEquals(
                new Run(
                        2,
                        "",
                        "tavus.deadline in lockstep.properties:1: not a duration: 'soon'; write 500ms, 30s, 2m or"
                                + " PT30S\n"),
                policies("tavus.deadline = soon\n"));
    }
}
