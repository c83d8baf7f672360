package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.tracker.cli.Lockstep;
import dev.lockstep.tracker.cli.Setup;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.workspace.Workspace;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README.md shows of a check is what the check prints, with README's own class as somebody's code. */
class ReadmeOutputTest {
    private static final ClientCompiler COMPILER = new ClientCompiler(
            () -> Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .toList());

    @TempDir
    Path folder;

    @Test
    void checkPrintsWhatReadmeShows() {
        Path root = DocumentedSamples.root();
        Path classes = folder.resolve("classes");
        List<String> problems = COMPILER.compile(
                new TreeMap<>(Map.of("Hangup.java", block("java").text())), classes);
        assertEquals(List.of(), problems);

        StringWriter out = new StringWriter();
        CommandLine line = Lockstep.commandLine(new Setup(
                        new Workspace(root),
                        () -> {
                            throw new IllegalStateException("no network in tests");
                        },
                        () -> {
                            throw new IllegalStateException("no network in tests");
                        },
                        COMPILER,
                        Clock.systemUTC(),
                        false,
                        false))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()));
        int code = line.execute(
                "check",
                "--from",
                root.resolve("examples/vendor-change").toString(),
                "--report",
                folder.resolve("report").toString(),
                "--classes",
                classes.toString());

        assertEquals(1, code);
        String rest = out.toString().replace(root + File.separator, "");
        for (String shown : block("text").text().lines().toList()) {
            if (!shown.equals("…")) {
                int at = rest.indexOf(shown + "\n");
                assertTrue(at >= 0, () -> "README.md shows \"" + shown + "\"; check printed:\n" + out);
                rest = rest.substring(at + shown.length());
            }
        }
    }

    private static DocumentedSamples.Block block(String language) {
        return DocumentedSamples.in(Set.of(language)).stream()
                .filter(block -> block.page().equals("README.md"))
                .findFirst()
                .orElseThrow();
    }
}
