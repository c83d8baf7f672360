package dev.lockstep.tracker.cli;

import dev.lockstep.tracker.check.Candidate;
import dev.lockstep.tracker.check.Checker;
import dev.lockstep.tracker.check.Updater;
import dev.lockstep.tracker.report.VendorReport;
import dev.lockstep.tracker.report.VendorStatus;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks, and locks each vendor whose change breaks nothing; with {@code --accept} the others too. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description = {
            "Check, then lock each vendor whose change breaks nothing, and with --accept the others.",
            "A vendor is locked whole or not at all."
        })
final class UpdateCommand extends LockstepCommand {
    @Mixin
    private CheckOptions options;

    @Option(names = "--accept", description = "Lock breaking changes, and changes of host or security, too.")
    private boolean accept;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; the lock records it. Needed with --accept.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        if (accept && (reason == null || reason.isBlank())) {
            throw usage("--accept needs --reason TEXT: the lock records why a change was taken over");
        }
        if (!accept && reason != null) {
            throw usage("--reason is said together with --accept");
        }
        Console console = console();
        return updating(console, () -> {
            for (VendorFolder folder : lockstep.workspace().vendors(options.vendors())) {
                new VendorStore(folder.path()).recover();
            }
            return locked();
        });
    }

    private int locked() {
        CheckRun run = new CheckRun(lockstep, spec.commandLine(), options);
        List<Checker.Checked> checked = run.check();
        Updater updater = new Updater(LocalDate.now(lockstep.clock().withZone(ZoneOffset.UTC)));
        List<VendorReport> reports = new ArrayList<>();
        List<Checker.Checked> results = new ArrayList<>();
        for (Checker.Checked vendor : checked) {
            Checker.Checked result = vendor;
            Candidate candidate = vendor.candidate();
            if (candidate != null && (accept || !candidate.needsAcceptance())) {
                result = new Checker.Checked(lock(updater, candidate, vendor.report()), null);
            } else if (candidate != null) {
                result = new Checker.Checked(
                        with(
                                vendor.report(),
                                vendor.report().status(),
                                "not locked: ./lockstep update "
                                        + candidate.folder().name() + " --accept --reason \"…\" takes it over"),
                        candidate);
            }
            reports.add(result.report());
            results.add(result);
        }
        run.report(reports);
        return run.exitCode(results);
    }

    /** A vendor that cannot be written is told, and holds up no other one. */
    private VendorReport lock(Updater updater, Candidate candidate, VendorReport report) {
        try {
            updater.lock(candidate, candidate.needsAcceptance() ? reason : null);
            return with(report, VendorStatus.LOCKED, null);
        } catch (Throwable e) {
            List<String> errors = new ArrayList<>(report.errors());
            errors.add(
                    e instanceof UncheckedIOException
                            ? e.getMessage() + ": " + e.getCause()
                            : "could not be locked, internal error, please report: " + e);
            return new VendorReport(
                    report.vendor(),
                    VendorStatus.UNREADABLE,
                    null,
                    report.oldVersion(),
                    report.oldVersion(),
                    report.notes(),
                    errors);
        }
    }

    private static VendorReport with(VendorReport report, VendorStatus status, @Nullable String note) {
        List<String> notes = new ArrayList<>(report.notes());
        notes.remove("not locked yet");
        if (note != null) {
            notes.add(note);
        }
        return new VendorReport(
                report.vendor(),
                status,
                report.comparison(),
                report.oldVersion(),
                report.newVersion(),
                notes,
                report.errors(),
                report.surface(),
                report.history(),
                report.evidence());
    }
}
