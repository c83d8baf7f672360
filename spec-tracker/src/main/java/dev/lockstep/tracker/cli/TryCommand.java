package dev.lockstep.tracker.cli;

import dev.lockstep.client.Config;
import dev.lockstep.tracker.report.Terminal;
import dev.lockstep.tracker.trial.Trial;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One call by hand, with the credential from the environment; the answer is held against the locked spec. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = {
            "Make one call, one attempt, with the credential from the environment; print request and answer without",
            "secrets, and check the answer against the locked spec: 0 as documented, 1 not, 3 no answer."
        })
final class TryCommand extends LockstepCommand {
    @Parameters(index = "0", paramLabel = "VENDOR", description = "A tracked vendor.")
    private String vendor;

    @Parameters(index = "1", paramLabel = "OPERATION", description = "Its Java name, or \"METHOD /path\".")
    private String operation;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "NAME=VALUE",
            description = "Parameters, and properties of a JSON body, by their documented names.")
    private List<String> values = List.of();

    @Option(names = "--body", paramLabel = "TEXT|@FILE", description = "The whole body.")
    private @Nullable String body;

    @Option(names = "--base-url", paramLabel = "URL", description = "Another server; the credential goes there.")
    private @Nullable String baseUrl;

    @Override
    public Integer call() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            if (equals < 1) {
                throw usage("'" + value + "' is no parameter; write name=value");
            }
            if (parameters.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
                throw usage(value.substring(0, equals) + " is given twice; a list is written a,b");
            }
        }
        VendorFolder folder = lockstep.workspace().vendors(List.of(vendor)).get(0);
        Path classes = lockstep.workspace().root().resolve("target/lockstep/try");
        Trial trial = new Trial(lockstep.compiler(), classes, Config.environment(lockstep.environment()));
        Trial.Outcome outcome = trial.run(folder, new Trial.Wish(operation, parameters, text(body), baseUrl));
        return print(outcome);
    }

    private static @Nullable String text(@Nullable String body) {
        if (body == null || !body.startsWith("@")) {
            return body;
        }
        try {
            return Files.readString(Path.of(body.substring(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the body", e);
        }
    }

    private int print(Trial.Outcome outcome) {
        PrintWriter out = out();
        outcome.request().forEach(line -> out.print("> " + Terminal.line(line) + "\n"));
        if (!outcome.request().isEmpty()) {
            out.print("\n");
        }
        outcome.answer().forEach(line -> out.print("< " + Terminal.line(line) + "\n"));
        if (!outcome.answer().isEmpty()) {
            out.print("\n");
        }
        outcome.differences().forEach(line -> out.print("differs: " + Terminal.line(line) + "\n"));
        if (outcome.failure() == null && outcome.differences().isEmpty()) {
            out.print(outcome.status() + ", as documented\n");
        }
        out.flush();
        if (outcome.failure() != null) {
            spec.commandLine().getErr().println("lockstep: " + Terminal.line(outcome.failure()));
            return ExitCode.UNREADABLE;
        }
        return outcome.differences().isEmpty() ? ExitCode.OK : ExitCode.BREAKING;
    }
}
