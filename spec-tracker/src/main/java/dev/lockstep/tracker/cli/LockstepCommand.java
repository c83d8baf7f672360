package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.store.StoreLock;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the commands share: the repository, their output, and the lock that updates of the repository hold. */
abstract class LockstepCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParentCommand
    Lockstep lockstep;

    @Spec
    CommandSpec spec;

    /** Standard output, which machines read; not flushed. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Standard error, for people: messages and progress. */
    final Console console() {
        return lockstep.console(spec.commandLine().getErr());
    }

    /** An error in how the command was called; it ends with 2. */
    final CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /**
     * Does what no other process may do to this repository at the same time.
     *
     * @throws StoreLock.BusyException when another process holds the lock for a minute
     */
    final <T> T updating(Console console, Supplier<T> work) {
        return StoreLock.holding(
                lockstep.workspace().root().resolve("target/lockstep/update.lock"), PATIENCE, console::say, work);
    }
}
