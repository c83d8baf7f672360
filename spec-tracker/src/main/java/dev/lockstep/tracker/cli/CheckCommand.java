package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.check.Checker;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The main job: reads, compares, generates, compiles, reports, and changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Read what vendors publish now, compare it with the lock, generate and compile the changed clients, report.",
            "Changes nothing but the report."
        })
final class CheckCommand extends LockstepCommand {
    @Mixin
    private CheckOptions options;

    @Override
    public Integer call() {
        CheckRun run = new CheckRun(lockstep, spec.commandLine(), options);
        List<Checker.Checked> checked = run.check();
        run.report(checked.stream().map(Checker.Checked::report).toList());
        return run.exitCode(checked);
    }
}
