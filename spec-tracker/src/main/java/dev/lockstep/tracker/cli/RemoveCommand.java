package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.add.Remover;
import dev.lockstep.tracker.store.StoreLock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lets a vendor go, after saying which code still uses it. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Say which code still uses a vendor's client; where none does, remove its folder, module and BOM entry.",
            "Exits 1 and removes nothing where code uses it, unless --force is given."
        })
final class RemoveCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParentCommand
    private Lockstep lockstep;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "VENDOR", description = "A tracked vendor.")
    private String vendor;

    @Option(
            names = "--classes",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders or jars of your own compiled code, to look through too.")
    private List<Path> classes = List.of();

    @Option(names = "--force", description = "Remove it although code uses it; that code no longer compiles.")
    private boolean force;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Console console = lockstep.console(spec.commandLine().getErr());
        Remover remover = new Remover(lockstep.workspace());
        return StoreLock.holding(
                lockstep.workspace().root().resolve("target/lockstep/update.lock"), PATIENCE, console::say, () -> {
                    List<String> users = remover.users(vendor, classes);
                    if (users.isEmpty()) {
                        out.print("no code of this repository uses " + vendor + "\n");
                    } else {
                        out.print(vendor + " is used in " + users.size() + (users.size() == 1 ? " place:" : " places:")
                                + "\n");
                        users.forEach(user -> out.print("  " + user + "\n"));
                    }
                    if (!users.isEmpty() && !force) {
                        out.print("nothing was removed; change these first, or say --force\n");
                        out.flush();
                        return ExitCode.BREAKING;
                    }
                    remover.remove(vendor);
                    out.print("removed " + vendor + ": specs/" + vendor + ", its module and its BOM entry\n");
                    out.flush();
                    return ExitCode.OK;
                });
    }
}
