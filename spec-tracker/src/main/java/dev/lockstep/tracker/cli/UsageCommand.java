package dev.lockstep.tracker.cli;

import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.tracker.impact.KnownClients;
import dev.lockstep.tracker.impact.Usage;
import dev.lockstep.tracker.impact.UsageJson;
import dev.lockstep.tracker.impact.Use;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists which lines of compiled code use which symbols of generated clients. */
@Command(
        name = "usage",
        mixinStandardHelpOptions = true,
        description = {
            "List which lines of compiled code use which generated symbols.",
            "A service publishes the file of -o; check --usage FILE names its lines beside the changes."
        })
final class UsageCommand extends LockstepCommand {
    @Mixin
    private CodeOptions code;

    @Option(names = "-o", paramLabel = "FILE", description = "Write JSON to FILE instead of lines to standard output.")
    private @Nullable Path output;

    @Option(names = "--name", description = "What reports call this code. Default: the name of FILE.")
    private String name = "";

    @Option(
            names = "--suggest-operations",
            description = "Print the operations that the code calls as vendor.yaml lists them.")
    private boolean suggest;

    @Override
    public Integer call() {
        if (!code.given()) {
            throw usage("name compiled code: --classes PATH, or files of it: --usage FILE");
        }
        PrintWriter err = spec.commandLine().getErr();
        for (VendorFolder folder : lockstep.workspace().vendors()) {
            LockVerifier.Verification verification = LockVerifier.verify(folder.path());
            if (Files.exists(folder.lock()) && !verification.mismatches().isEmpty()) {
                err.println(verification.message());
                return ExitCode.MISMATCH;
            }
        }
        List<Usage> usages = code.read(lockstep.workspace(), name, lockstep.console(err));
        if (suggest) {
            print(suggestion(usages));
        } else if (output != null) {
            List<Use> uses =
                    usages.stream().flatMap(usage -> usage.uses().stream()).toList();
            VendorStore.replace(output, UsageJson.write(Usage.of(name, uses)));
        } else {
            print(lines(usages));
        }
        return ExitCode.OK;
    }

    private void print(String text) {
        PrintWriter out = out();
        out.print(text);
        out.flush();
    }

    private static String lines(List<Usage> usages) {
        StringBuilder text = new StringBuilder();
        for (Usage usage : usages) {
            for (Use use : usage.uses()) {
                text.append(usage.name().isEmpty() ? "" : usage.name() + ": ")
                        .append(use.file())
                        .append(use.line() > 0 ? ":" + use.line() : "")
                        .append("  ")
                        .append(use.symbol())
                        .append(use.through().isEmpty() ? "" : "  through " + use.through())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String suggestion(List<Usage> usages) {
        StringBuilder text = new StringBuilder();
        KnownClients clients = KnownClients.locked(lockstep.workspace().vendors());
        for (Map.Entry<String, Set<String>> vendor : clients.called(usages).entrySet()) {
            text.append("# specs/").append(vendor.getKey()).append("/vendor.yaml");
            text.append(vendor.getValue().isEmpty() ? ": no call of its client\n" : "\noperations:\n");
            vendor.getValue()
                    .forEach(operation -> text.append("  - ").append(operation).append('\n'));
        }
        return text.toString();
    }
}
