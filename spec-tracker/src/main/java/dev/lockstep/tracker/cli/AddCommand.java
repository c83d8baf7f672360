package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.add.Added;
import dev.lockstep.tracker.add.Adder;
import dev.lockstep.tracker.check.GeneratedClientBuild;
import dev.lockstep.tracker.workspace.Access;
import dev.lockstep.tracker.workspace.OperationPattern;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in a new vendor, and ends with what a person should confirm. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Take in a vendor from a page, pages, an llms.txt or a whole spec: its folder in specs/, its client's module",
            "and BOM entry. Ends with what a person should confirm. An addition that fails leaves nothing."
        })
final class AddCommand extends LockstepCommand {
    private static final int SHOWN = 10;

    @Parameters(index = "0", paramLabel = "VENDOR", description = "Its name: lower-case letters, digits and hyphens.")
    private String vendor;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "Files, folders of pages, or addresses: of a page, a spec, an llms.txt, a docs site.")
    private List<String> sources = List.of();

    @Option(
            names = "--operations",
            split = ",",
            paramLabel = "OPERATION",
            description =
                    "Only these, with what they reach: \"POST /v2/things\", \"GET /v2/**\", tag:NAME. Default: all.")
    private List<String> operations = List.of();

    @Option(names = "--server", paramLabel = "URL", description = "The base URL, where none or several are published.")
    private @Nullable String server;

    @Option(names = "--spec", paramLabel = "NAME", description = "Which spec, where the pages name several.")
    private @Nullable String specName;

    @Option(
            names = "--access",
            paramLabel = "HOST=VARIABLE",
            description = {
                "For documents that are not public: the environment variable with the credential of a host.",
                "HOST=VARIABLE sends Authorization: Bearer; HOST=VARIABLE:HEADER[:PREFIX] another header."
            })
    private List<String> access = List.of();

    @Override
    public Integer call() {
        List<String> wanted = operations.stream().map(String::strip).toList();
        for (String operation : wanted) {
            try {
                OperationPattern.of(operation);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--operations: " + e.getMessage(), e);
            }
        }
        Path root = lockstep.workspace().root();
        Console console = console();
        Adder adder = new Adder(
                lockstep.workspace(),
                lockstep.fetcher(),
                new GeneratedClientBuild(root.resolve("target/lockstep/clients"), lockstep.compiler()),
                LocalDate.now(lockstep.clock().withZone(ZoneOffset.UTC)));
        Adder.Wish wish = new Adder.Wish(vendor, sources, specName, wanted, server, credentials());
        Added added = updating(console, () -> adder.add(wish));
        added.notes().forEach(console::say);
        print(added);
        return ExitCode.OK;
    }

    /** A text that does not fit is not printed: somebody may have given the credential itself. */
    private List<Access> credentials() {
        try {
            return access.stream().map(Access::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--access: " + e.getMessage(), e);
        }
    }

    private void print(Added added) {
        PrintWriter out = out();
        String folder = "specs/" + added.vendor();
        out.print("added " + added.vendor() + ": " + added.operations().size()
                + (added.operations().size() == 1 ? " operation" : " operations") + ", client " + added.client() + " "
                + added.version() + " at " + added.server() + "\n");
        added.operations().stream().limit(SHOWN).forEach(key -> out.print("  operation  " + key + "\n"));
        if (added.operations().size() > SHOWN) {
            out.print("  operation  … and " + (added.operations().size() - SHOWN) + " more in " + folder
                    + "/openapi.yaml\n");
        }
        added.credentials().forEach(name -> out.print("  credential " + name + "\n"));
        out.print("  written    " + folder + (added.module() ? ", generated-clients/" + added.vendor() : "") + "\n");
        if (!added.questions().isEmpty()) {
            out.print("please confirm:\n");
            added.questions().forEach(question -> out.print("  ? " + question + "\n"));
        }
        out.print(
                added.module()
                        ? "next: mvn -pl generated-clients/" + added.vendor() + " -am verify\n"
                        : "no generated-clients/pom.xml here: only " + folder + " was written\n");
        out.flush();
    }
}
