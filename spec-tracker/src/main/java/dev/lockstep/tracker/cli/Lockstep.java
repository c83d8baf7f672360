package dev.lockstep.tracker.cli;

import dev.lockstep.generator.lock.LockMismatchException;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.compile.ClientClasspath;
import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.source.Fetcher;
import dev.lockstep.tracker.source.NetworkSources;
import dev.lockstep.tracker.source.Sources;
import dev.lockstep.tracker.store.StoreLock;
import dev.lockstep.tracker.workspace.UsageException;
import dev.lockstep.tracker.workspace.Workspace;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Spec;

/** The command {@code lockstep}. Its subcommands share the workspace and the rules for errors and exit codes. */
@Command(
        name = "lockstep",
        description = "Keeps typed Java clients in lockstep with vendors' OpenAPI documents.",
        mixinStandardHelpOptions = true,
        version = "lockstep 0.1.1",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            CheckCommand.class,
            UpdateCommand.class,
            AddCommand.class,
            RemoveCommand.class,
            RenameCommand.class,
            TryCommand.class,
            DiffCommand.class,
            ExtractCommand.class,
            GenerateCommand.class,
            UsageCommand.class,
            ApiCommand.class,
            DriftCommand.class
        },
        footer = {
            "",
            "Exit codes, the highest that applies:",
            "  4  a locked file does not match its recorded hash",
            "  3  a source or document could not be read, is refused or could not be compared",
            "  2  usage",
            "  1  a change that breaks on the wire or in Java",
            "  0  otherwise"
        })
public final class Lockstep implements Runnable {
    private final Setup setup;

    @Spec
    private CommandSpec spec;

    Lockstep(Setup setup) {
        this.setup = setup;
    }

    /** Runs a command and ends the process. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(setup(new Workspace(root())))
                .setOut(out)
                .setErr(err)
                .execute(args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** What a terminal runs with: the network, and clients that are really made. */
    public static Setup setup(Workspace workspace) {
        return new Setup(
                workspace,
                () -> new NetworkSources(new Fetcher(), memory(workspace), Clock.systemUTC()),
                Fetcher::new,
                new ClientCompiler(ClientClasspath::load),
                Clock.systemUTC(),
                Boolean.getBoolean("lockstep.progress"),
                Boolean.getBoolean("lockstep.colours") && System.getenv("NO_COLOR") == null);
    }

    /** Where the network's version marks and the times of reading are kept: untracked, and good for a cache. */
    static Path memory(Workspace workspace) {
        return workspace.root().resolve("target/lockstep/fetched");
    }

    /** The command line over a setup; writers can be set on it, and nothing in it ends the process. */
    public static CommandLine commandLine(Setup setup) {
        CommandLine line = new CommandLine(new Lockstep(setup));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.getSubcommands().values().forEach(Lockstep::flow);
        line.setExitCodeExceptionMapper(Lockstep::exitCode);
        line.setExecutionStrategy(parsed -> {
            try {
                return new CommandLine.RunLast().execute(parsed);
            } catch (StackOverflowError | OutOfMemoryError e) {
                // Picocli hands on exceptions alone.
                line.getErr().println("lockstep: not enough memory for what was asked: " + e);
                return ExitCode.UNREADABLE;
            }
        });
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            String message = message(exception);
            if (message == null) {
                command.getErr().println("lockstep: internal error, please report:");
                exception.printStackTrace(command.getErr());
                return exitCode(exception);
            }
            command.getErr().println("lockstep: " + message);
            return exitCode(exception);
        });
        return line;
    }

    /** A description is one paragraph, wrapped as wide as it is shown and not as its source was. */
    private static void flow(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(String.join(" ", usage.description()));
    }

    /** The repository: where the launcher lies, else the folder above that has specs/. */
    private static Path root() {
        String given = System.getProperty("lockstep.root");
        if (given != null) {
            return Path.of(given);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("specs"))) {
                return folder;
            }
        }
        return start;
    }

    private static int exitCode(Throwable exception) {
        if (exception instanceof LockMismatchException) {
            return ExitCode.MISMATCH;
        }
        return exception instanceof UsageException || exception instanceof CommandLine.ParameterException
                ? ExitCode.USAGE
                : ExitCode.UNREADABLE;
    }

    /** What a person should read instead of a stack trace; null for an internal error. */
    private static @Nullable String message(Exception exception) {
        if (exception instanceof SpecException
                || exception instanceof UsageException
                || exception instanceof LockMismatchException
                || exception instanceof StoreLock.BusyException) {
            return exception.getMessage();
        }
        if (exception instanceof UncheckedIOException io) {
            Throwable cause = io.getCause();
            return io.getMessage() + (cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage());
        }
        return null;
    }

    Workspace workspace() {
        return setup.workspace();
    }

    Sources network() {
        return setup.network().get();
    }

    Fetcher fetcher() {
        return setup.fetcher().get();
    }

    ClientCompiler compiler() {
        return setup.compiler();
    }

    Clock clock() {
        return setup.clock();
    }

    Map<String, String> environment() {
        return setup.environment();
    }

    Console console(PrintWriter err) {
        return new Console(err, setup.terminal(), setup.colours());
    }

    /** Without a subcommand: the help, and exit code 2. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
