package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.impact.Impact;
import dev.lockstep.tracker.impact.KnownClients;
import dev.lockstep.tracker.impact.Usage;
import dev.lockstep.tracker.impact.UsageJson;
import dev.lockstep.tracker.impact.UsageScan;
import dev.lockstep.tracker.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose code changes are held against. */
final class CodeOptions {
    private static final String CONVERSATIONS = "conversations/target/classes";

    @Option(
            names = "--classes",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Your compiled code: folders of classes and jars.")
    private List<Path> classes = List.of();

    @Option(
            names = "--through",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Libraries between your code and the clients. Default: conversations, where it is built.")
    private @Nullable List<Path> through;

    @Option(
            names = "--usage",
            arity = "1..*",
            paramLabel = "FILE",
            description = "What other code bases use, as lockstep usage -o FILE wrote it.")
    private List<Path> usages = List.of();

    /** Whether any code is given. */
    boolean given() {
        return !classes.isEmpty() || !usages.isEmpty();
    }

    /** What the given code uses, that of {@code --classes} first. */
    List<Usage> read(Workspace workspace, String name, Console console) {
        List<Usage> all = new ArrayList<>();
        if (!classes.isEmpty()) {
            KnownClients clients = KnownClients.locked(workspace.vendors());
            List<Path> libraries = through(workspace);
            all.add(new UsageScan(clients, libraries).scan(name, classes));
            if (libraries.isEmpty()) {
                console.say("calls through conversations are not followed: build it, or name its jar with --through");
            }
        }
        usages.forEach(file -> all.add(UsageJson.read(file)));
        return all;
    }

    Impact impact(Workspace workspace, Console console) {
        return given() ? Impact.of(read(workspace, "", console)) : Impact.UNKNOWN;
    }

    private List<Path> through(Workspace workspace) {
        if (through != null) {
            return through;
        }
        Path conversations = workspace.root().resolve(CONVERSATIONS);
        return Files.isDirectory(conversations) ? List.of(conversations) : List.of();
    }
}
