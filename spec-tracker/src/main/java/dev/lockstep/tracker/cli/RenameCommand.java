package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.check.GeneratedClientBuild;
import dev.lockstep.tracker.rename.Renamer;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves one Java name of a client on purpose; a vendor's own renames never do. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = {
            "Give something of a client another Java name. Methods, accessors and constants keep the old one too,",
            "deprecated; classes and APIs cannot."
        })
final class RenameCommand extends LockstepCommand {
    @Parameters(index = "0", paramLabel = "VENDOR", description = "A tracked vendor.")
    private String vendor;

    @Parameters(
            index = "1",
            paramLabel = "OLD",
            description = "endCall, CallsApi, Call, Call#status, Status#ENDED, or \"METHOD /path\".")
    private String oldName;

    @Parameters(index = "2", paramLabel = "NEW", description = "The new simple name.")
    private String newName;

    @Option(names = "--no-bridge", description = "Keep nothing of the old name.")
    private boolean noBridge;

    @Override
    public Integer call() {
        Path root = lockstep.workspace().root();
        VendorFolder folder = lockstep.workspace().vendors(List.of(vendor)).get(0);
        Console console = console();
        Renamer renamer = new Renamer(
                new GeneratedClientBuild(root.resolve("target/lockstep/clients"), lockstep.compiler()),
                LocalDate.now(lockstep.clock().withZone(ZoneOffset.UTC)));
        Renamer.Renamed renamed = updating(console, () -> renamer.rename(folder, oldName, newName, !noBridge));
        PrintWriter out = out();
        out.print(renamed.kind() + " " + renamed.oldName() + " of " + vendor + " is now " + newName + ", client "
                + renamed.version() + "\n");
        out.print(
                renamed.bridged()
                        ? "  " + renamed.oldName() + " stays, deprecated, and stands for " + newName + "\n"
                        : "  nothing keeps the old name: code that uses it must change\n");
        if (renamed.kind().equals("operation")) {
            out.print("  settings go by the new name: " + vendor + ".operations." + newName + "\n");
        }
        out.flush();
        return ExitCode.OK;
    }
}
