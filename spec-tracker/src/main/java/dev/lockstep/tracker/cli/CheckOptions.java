package dev.lockstep.tracker.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code check} and {@code update} have in common. */
final class CheckOptions {
    @Parameters(arity = "0..*", paramLabel = "VENDOR", description = "Default: all.")
    private List<String> vendors = List.of();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Read DIR/<vendor>/ instead of the network; vendors absent from DIR are left alone.")
    private @Nullable Path from;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where report.html, report.md and report.json go. Default: target/lockstep.")
    private @Nullable Path report;

    @Option(
            names = "--no-evidence",
            description = "Do not try changes out: the locked client is not run against the new document.")
    private boolean untried;

    @Option(names = "--format", description = "text, line or json. Default: ${DEFAULT-VALUE}.")
    private CheckFormat format = CheckFormat.text;

    @Mixin
    private CodeOptions code;

    List<String> vendors() {
        return vendors;
    }

    @Nullable
    Path from() {
        return from;
    }

    Path report(Path root) {
        return report == null ? root.resolve("target/lockstep") : report;
    }

    /** Whether the locked client meets the new document. */
    boolean tries() {
        return !untried;
    }

    CodeOptions code() {
        return code;
    }

    CheckFormat format() {
        return format;
    }
}
