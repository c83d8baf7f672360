package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.compile.ClientCompiler;
import dev.lockstep.tracker.source.Fetcher;
import dev.lockstep.tracker.source.Sources;
import dev.lockstep.tracker.workspace.Workspace;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the command line works with.
 *
 * @param workspace the repository
 * @param network what is read without {@code --from}
 * @param fetcher reads the addresses of a vendor that is not known yet
 * @param compiler compiles clients
 * @param clock dates the changelogs
 * @param environment variables, for credentials
 * @param terminal whether a person watches standard error
 * @param colours whether text may carry colours
 */
public record Setup(
        Workspace workspace,
        Supplier<Sources> network,
        Supplier<Fetcher> fetcher,
        ClientCompiler compiler,
        Clock clock,
        Map<String, String> environment,
        boolean terminal,
        boolean colours) {
    public Setup {
        environment = Map.copyOf(environment);
    }

    /** One with the variables of this process. */
    public Setup(
            Workspace workspace,
            Supplier<Sources> network,
            Supplier<Fetcher> fetcher,
            ClientCompiler compiler,
            Clock clock,
            boolean terminal,
            boolean colours) {
        this(workspace, network, fetcher, compiler, clock, System.getenv(), terminal, colours);
    }
}
