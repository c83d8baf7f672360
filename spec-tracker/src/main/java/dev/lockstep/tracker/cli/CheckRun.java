package dev.lockstep.tracker.cli;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.tracker.check.Checker;
import dev.lockstep.tracker.check.GeneratedClientBuild;
import dev.lockstep.tracker.evidence.Trials;
import dev.lockstep.tracker.impact.Impact;
import dev.lockstep.tracker.report.CheckReport;
import dev.lockstep.tracker.report.Renderers;
import dev.lockstep.tracker.report.VendorReport;
import dev.lockstep.tracker.source.FolderSources;
import dev.lockstep.tracker.source.PrefetchedSources;
import dev.lockstep.tracker.source.Sources;
import dev.lockstep.tracker.store.VendorStore;
import dev.lockstep.tracker.workspace.Nearest;
import dev.lockstep.tracker.workspace.VendorFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One run of {@code check} or {@code update}: all vendors side by side, their output in order. */
final class CheckRun {
    private static final Map<String, String> REPORTS =
            Map.of("html", "report.html", "markdown", "report.md", "json", "report.json");

    private final Lockstep lockstep;
    private final CommandLine line;
    private final CheckOptions options;
    private final Console console;
    private Impact impact = Impact.UNKNOWN;

    CheckRun(Lockstep lockstep, CommandLine line, CheckOptions options) {
        this.lockstep = lockstep;
        this.line = line;
        this.options = options;
        this.console = lockstep.console(line.getErr());
    }

    List<Checker.Checked> check() {
        List<VendorFolder> folders = lockstep.workspace().vendors(options.vendors());
        // Before anything is locked: the code was compiled against the clients as they are.
        impact = options.code().impact(lockstep.workspace(), console);
        Path clients = options.report(lockstep.workspace().root()).resolve("clients");
        LocalDate today = LocalDate.now(lockstep.clock().withZone(ZoneOffset.UTC));
        GeneratedClientBuild build = new GeneratedClientBuild(clients, lockstep.compiler());
        Trials trials = options.tries() ? new Trials(lockstep.compiler(), clients) : null;
        if (options.from() != null) {
            return checked(folders, new Checker(sources(), build, today, trials), trials);
        }
        try (PrefetchedSources sources = new PrefetchedSources(sources(), folders)) {
            return checked(folders, new Checker(sources, build, today, trials), trials);
        }
    }

    private List<Checker.Checked> checked(List<VendorFolder> folders, Checker checker, @Nullable Trials trials) {
        List<Checker.Checked> checked = console.each("check", folders, VendorFolder::name, checker::check);
        if (trials != null && trials.operations() > 0) {
            console.say("tried out: " + trials.operations() + " changed operations in " + trials.millis() + " ms");
        }
        return checked;
    }

    private Sources sources() {
        Path from = options.from();
        if (from == null) {
            return lockstep.network();
        }
        FolderSources sources = new FolderSources(from);
        List<String> known =
                lockstep.workspace().vendors().stream().map(VendorFolder::name).toList();
        for (String vendor : sources.vendors()) {
            if (!known.contains(vendor)) {
                throw new SpecException(
                        from.resolve(vendor).toString(),
                        0,
                        "#",
                        "no vendor of this name is tracked" + Nearest.hint(vendor, known));
            }
        }
        return sources;
    }

    void report(List<VendorReport> vendors) {
        CheckReport report = new CheckReport(vendors, impact);
        Path folder = options.report(lockstep.workspace().root());
        for (Map.Entry<String, String> format : REPORTS.entrySet()) {
            VendorStore.replace(
                    folder.resolve(format.getValue()),
                    Renderers.named(format.getKey(), false).check(report));
        }
        PrintWriter out = line.getOut();
        out.print(Renderers.named(options.format().name(), console.colours()).check(report));
        out.flush();
        console.say("report: " + folder.resolve("report.html"));
    }

    int exitCode(List<Checker.Checked> checked) {
        List<Integer> codes = new ArrayList<>();
        for (Checker.Checked vendor : checked) {
            codes.add(
                    switch (vendor.report().status()) {
                        case MISMATCH -> ExitCode.MISMATCH;
                        case UNREADABLE -> ExitCode.UNREADABLE;
                        case CHANGED ->
                            vendor.candidate() != null && vendor.candidate().needsAcceptance()
                                    ? ExitCode.BREAKING
                                    : ExitCode.OK;
                        case UNCHANGED, LOCKED, SKIPPED -> ExitCode.OK;
                    });
        }
        return codes.stream().mapToInt(Integer::intValue).max().orElse(ExitCode.OK);
    }
}
