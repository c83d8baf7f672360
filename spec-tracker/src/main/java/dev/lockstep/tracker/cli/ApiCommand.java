package dev.lockstep.tracker.cli;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds each client's surface against its {@code client.api}, or writes it. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description = "Compare each client's public surface with its client.api, or write it.")
final class ApiCommand extends LockstepCommand {
    @Parameters(arity = "0..*", paramLabel = "VENDOR", description = "Default: all.")
    private List<String> vendors = List.of();

    @Option(names = "--write", description = "Write client.api where it differs.")
    private boolean write;

    @Override
    public Integer call() {
        PrintWriter out = out();
        int code = ExitCode.OK;
        for (VendorFolder folder : lockstep.workspace().vendors(vendors)) {
            LockVerifier.Verification verification = LockVerifier.verify(folder.path());
            if (!verification.mismatches().isEmpty()) {
                spec.commandLine().getErr().println(verification.message());
                code = Math.max(code, ExitCode.MISMATCH);
                continue;
            }
            String surface = ClientGenerator.model(
                            folder.document(folder.spec()), GeneratorOptions.fromLock(verification.orThrow()))
                    .surface()
                    .text();
            String recorded = recorded(folder);
            if (surface.equals(recorded)) {
                out.print(folder.name() + ": as recorded\n");
            } else if (write) {
                VendorStore.replace(folder.api(), surface);
                out.print(folder.name() + ": written to " + folder.display(folder.api()) + "\n");
            } else {
                out.print(folder.name() + ": differs from " + folder.display(folder.api()) + "; ./lockstep api --write "
                        + folder.name() + " accepts it\n");
                difference(recorded, surface).forEach(line -> out.print("  " + line + "\n"));
                code = Math.max(code, ExitCode.MISMATCH);
            }
        }
        out.flush();
        return code;
    }

    private static String recorded(VendorFolder folder) {
        try {
            return Files.exists(folder.api()) ? Files.readString(folder.api()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.display(folder.api()), e);
        }
    }

    /** Lines that went, then lines that came; both surfaces are sorted, so that these are the changes. */
    private static List<String> difference(String before, String after) {
        List<String> gone = new ArrayList<>(before.lines().toList());
        List<String> come = new ArrayList<>(after.lines().toList());
        List<String> kept = new ArrayList<>(gone);
        after.lines().forEach(gone::remove);
        kept.forEach(come::remove);
        List<String> lines = new ArrayList<>();
        gone.forEach(line -> lines.add("- " + line.strip()));
        come.forEach(line -> lines.add("+ " + line.strip()));
        return lines;
    }
}
