package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.tracker.cli.Lockstep;
import dev.lockstep.tracker.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import picocli.CommandLine;

/**
 * The commands of README.md and docs/*.md exist: programs that this project needs anyway, or files of this repository;
 * subcommands and options of {@code ./lockstep} are its command line's own; modules named with {@code -pl} and folders
 * named with {@code --from} are there.
 */
class DocumentedCommandsTest {
    private static final Set<String> LANGUAGES = Set.of("sh", "shell", "bash", "console");

    /** Programs that a reader of this project has, or is told to get. */
    private static final Set<String> PROGRAMS =
            Set.of("mvn", "java", "git", "cd", "export", "echo", "cat", "npm", "npx", "prism", "docker");

    @Test
    @EnabledIf("dev.lockstep.it.DocumentedSamples#readmeExists")
    void readmeHasCommands() {
        assertFalse(
                DocumentedSamples.in(LANGUAGES).stream()
                        .noneMatch(block -> block.page().equals("README.md")),
                "README.md has no ```sh block");
    }

    @ParameterizedTest
    @CsvSource({
        "maven verify, maven verify: unknown program maven",
        "./nothing, ./nothing: no executable file ./nothing",
        "mvn -pl nowhere test, mvn -pl nowhere test: no module nowhere"
    })
    void wrongCommandIsFound(String command, String message) {
        AssertionFailedError e = assertThrows(AssertionFailedError.class, () -> check(command));

        assertTrue(e.toString().contains(": " + message), e::toString);
    }

    @Test
    void commandsAreTheLinesWithoutCommentsAndOutput() {
        assertEquals(
                List.of("mvn -q verify -pl a", "java -version", "git status"),
                commands(new DocumentedSamples.Block(
                        "README.md",
                        1,
                        "console",
                        "$ mvn -q \\\n  verify -pl a # tests\nBUILD SUCCESS\n$ java -version && git status\n")));
    }

    @TestFactory
    Stream<DynamicTest> commandExists() {
        return DocumentedSamples.in(LANGUAGES).stream()
                .map(block -> DynamicTest.dynamicTest(
                        block.place(), () -> assertAll(commands(block).stream().map(command -> () -> check(command)))));
    }

    /** The lines that are commands: without comments and output, continued lines joined. */
    static List<String> commands(DocumentedSamples.Block block) {
        boolean console = block.language().equals("console");
        List<String> commands = new ArrayList<>();
        for (String line : block.text().replaceAll("\\s*\\\\\n\\s*", " ").split("\n", -1)) {
            String command = line.replaceFirst("(^|\\s)#.*", "").strip();
            if (console && !command.startsWith("$ ")) {
                continue;
            }
            command = command.replaceFirst("^\\$ ", "");
            if (!command.isEmpty()) {
                commands.addAll(Arrays.asList(command.split("\\s*(?:&&|\\|\\||;|\\|)\\s*", -1)));
            }
        }
        return commands;
    }

    private static void check(String command) {
        List<String> words = new ArrayList<>(List.of(command.strip().split("\\s+", -1)));
        while (words.get(0).matches("[A-Z_]+=.*")) {
            words.remove(0);
            if (words.isEmpty()) {
                return;
            }
        }
        String program = words.get(0);
        if (program.contains("/")) {
            assertTrue(Files.isExecutable(file(program)), command + ": no executable file " + program);
        } else {
            assertTrue(PROGRAMS.contains(program), command + ": unknown program " + program);
        }
        if (program.equals("./lockstep")) {
            checkLockstep(command, words.subList(1, words.size()));
        }
        for (String value : valuesOf("-pl", words)) {
            for (String module : value.split(",", -1)) {
                assertTrue(Files.exists(file(module).resolve("pom.xml")), command + ": no module " + module);
            }
        }
    }

    private static void checkLockstep(String command, List<String> arguments) {
        CommandLine lockstep = Lockstep.commandLine(Lockstep.setup(new Workspace(DocumentedSamples.root())));
        if (arguments.isEmpty()) {
            return;
        }
        String name = arguments.get(0);
        CommandLine subcommand =
                name.startsWith("-") ? lockstep : lockstep.getSubcommands().get(name);
        if (subcommand == null) {
            throw new AssertionFailedError(command + ": no command " + name + "; there are "
                    + lockstep.getSubcommands().keySet());
        }
        Set<String> options = subcommand.getCommandSpec().optionsMap().keySet();
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                String option = argument.replaceFirst("=.*", "");
                assertTrue(options.contains(option), command + ": no option " + option + "; there are " + options);
            }
        }
        for (String folder : valuesOf("--from", arguments)) {
            assertTrue(Files.isDirectory(file(folder)), command + ": no folder " + folder);
        }
    }

    private static List<String> valuesOf(String option, List<String> words) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(option)) {
                values.add(words.get(i + 1));
            }
        }
        return values;
    }

    private static Path file(String name) {
        return DocumentedSamples.root().resolve(name);
    }
}
