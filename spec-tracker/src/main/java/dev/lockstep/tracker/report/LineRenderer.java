package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.impact.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line for a chat channel: who changed what, the worst first. */
final class LineRenderer implements Renderer {
    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        return "Lockstep: " + verdict(comparison) + ", " + Verdict.counts(comparison, evidence) + "\n";
    }

    @Override
    public String check(CheckReport report) {
        List<String> parts = new ArrayList<>();
        Map<String, List<String>> rest = new LinkedHashMap<>();
        for (VendorReport vendor : Verdict.worstFirst(report)) {
            Comparison comparison = vendor.comparison();
            String name = Visible.line(vendor.vendor());
            if (!vendor.errors().isEmpty()) {
                parts.add(name + " could not be checked");
            } else if (comparison != null && comparison.wire() == Wire.NONE && Verdict.changed(vendor)) {
                parts.add(name + (muted(comparison) + untried(vendor)).substring(1));
            } else if (comparison != null && comparison.wire() != Wire.NONE) {
                boolean plain = !comparison.breaking()
                        && comparison.wire() != Wire.RISKY
                        && comparison.muting().muted().isEmpty()
                        && vendor.evidence().untried() == 0;
                if (plain) {
                    rest.computeIfAbsent(comparison.wire().text(), word -> new ArrayList<>())
                            .add(name);
                } else {
                    parts.add(name + " " + verdict(comparison) + versions(vendor) + used(comparison, report.impact())
                            + muted(comparison) + untried(vendor));
                }
            }
        }
        rest.forEach((word, names) -> parts.add(String.join(", ", names) + " " + word));
        return "Lockstep: " + (parts.isEmpty() ? "no vendor changed anything" : String.join("; ", parts)) + "\n";
    }

    private static String verdict(Comparison comparison) {
        if (comparison.java() != JavaImpact.BREAKING) {
            return comparison.wire().text() + " on the wire";
        }
        return comparison.wire() == Wire.BREAKING
                ? "breaking on the wire and in Java"
                : comparison.wire().text() + " on the wire, breaking in Java";
    }

    private static String muted(Comparison comparison) {
        int muted = comparison.muting().muted().size();
        return muted == 0 ? "" : ", " + muted + " muted";
    }

    private static String untried(VendorReport vendor) {
        String untried = Tried.untried(vendor.evidence());
        return untried.isEmpty() ? "" : ", " + untried;
    }

    private static String versions(VendorReport vendor) {
        return vendor.oldVersion().equals(vendor.newVersion()) ? "" : " (" + Verdict.versions(vendor) + ")";
    }

    private static String used(Comparison comparison, Impact impact) {
        if (!impact.isKnown()) {
            return "";
        }
        int lines = impact.used(comparison.findings());
        return lines == 0
                ? ", not used by you"
                : ", touches " + lines + (lines == 1 ? " line" : " lines") + " of yours";
    }
}
