package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.add.Remover;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a vendor go, after saying which code still uses it. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Say which code still uses a vendor's client; where none does, remove its folder, module and BOM entry.",
            "Exits 1 and removes nothing where code uses it, unless --force is given."
        })
final class RemoveCommand extends LockstepCommand {
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
        PrintWriter out = out();
        Console console = console();
        Remover remover = new Remover(lockstep.workspace());
        return updating(console, () -> {
            List<String> users = remover.users(vendor, classes);
            if (users.isEmpty()) {
                out.print("no code of this repository uses " + vendor + "\n");
            } else {
                out.print(vendor + " is used in " + users.size() + (users.size() == 1 ? " place:" : " places:") + "\n");
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
