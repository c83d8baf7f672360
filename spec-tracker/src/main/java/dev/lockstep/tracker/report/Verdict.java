package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.evidence.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict in words. */
final class Verdict {
    private Verdict() {}

    /** One sentence on what a change does to whom. */
    static String sentence(Wire wire, JavaImpact java) {
        if (wire == Wire.BREAKING && java == JavaImpact.BREAKING) {
            return "Breaks clients that are deployed, and code that uses the regenerated client.";
        }
        if (wire == Wire.BREAKING) {
            return "Breaks clients that are deployed; code that uses the regenerated client compiles as before.";
        }
        if (java == JavaImpact.BREAKING) {
            return wire == Wire.RISKY
                    ? "May hurt clients that are deployed, and code that uses the regenerated client must change."
                    : "Clients that are deployed keep working; code that uses the regenerated client must change.";
        }
        return switch (wire) {
            case RISKY -> "May hurt clients that are deployed: a person should look.";
            case COMPATIBLE -> "Breaks nothing.";
            case DOCS_ONLY -> "Only what people read changed.";
            default -> "Nothing changed.";
        };
    }

    /** The same of a comparison: where not all of it was tried out, that is no proof that nothing breaks. */
    static String sentence(Comparison comparison, Evidence evidence) {
        String sentence = sentence(comparison.wire(), comparison.java());
        String untried = Tried.untried(evidence);
        return untried.isEmpty() ? sentence : sentence + " This is what the rules say; " + untried + ".";
    }

    /** {@code old.yaml → new.yaml}, without the folders that both lie in. */
    static String sources(Comparison comparison) {
        String old = comparison.oldSource();
        String now = comparison.newSource();
        int same = 0;
        for (int i = 0; i < Math.min(old.length(), now.length()) && old.charAt(i) == now.charAt(i); i++) {
            same = old.charAt(i) == '/' ? i + 1 : same;
        }
        return old.substring(same) + " → " + now.substring(same);
    }

    /** "Touches 3 lines of your code."; empty where nobody's code was looked at. */
    static String touches(CheckReport report) {
        if (!report.impact().isKnown()) {
            return "";
        }
        int lines = 0;
        for (VendorReport vendor : report.vendors()) {
            Comparison comparison = vendor.comparison();
            lines += comparison == null ? 0 : report.impact().used(comparison.findings());
        }
        return lines == 0
                ? "Touches no line of your code."
                : "Touches " + lines + (lines == 1 ? " line" : " lines") + " of your code.";
    }

    /** A word for a badge or a heading: the worse of the two verdicts. */
    static String word(Wire wire, JavaImpact java) {
        return java == JavaImpact.BREAKING ? Wire.BREAKING.text() : wire.text();
    }

    /** "2 breaking, 1 risky, 4 docs-only": how many findings there are of each level, the worst first. */
    static String counts(Comparison comparison) {
        String outside = comparison.outside() == 0 ? "" : "; " + comparison.outside() + " outside your selection";
        int muted = comparison.muting().muted().size();
        return counts(comparison.findings()) + outside + (muted == 0 ? "" : ", " + muted + " muted");
    }

    /** The same, and how many operations were not tried out. */
    static String counts(Comparison comparison, Evidence evidence) {
        String untried = Tried.untried(evidence);
        return counts(comparison) + (untried.isEmpty() ? "" : "; " + untried);
    }

    /** The same of some findings. */
    static String counts(List<Finding> findings) {
        List<String> counts = new ArrayList<>();
        for (Wire wire : List.of(Wire.BREAKING, Wire.RISKY, Wire.COMPATIBLE, Wire.DOCS_ONLY)) {
            long count =
                    findings.stream().filter(finding -> finding.wire() == wire).count();
            if (count > 0) {
                counts.add(count + " " + wire.text());
            }
        }
        long java = findings.stream()
                .filter(finding -> finding.java() == JavaImpact.BREAKING)
                .count();
        String text = counts.isEmpty() ? "no findings" : String.join(", ", counts);
        return text + (java == 0 ? "" : "; " + java + " breaking in Java");
    }

    /** Whether there is anything to tell, be it muted or outside the selection. */
    static boolean changed(@Nullable Comparison comparison) {
        return comparison != null
                && (comparison.wire() != Wire.NONE
                        || comparison.outside() > 0
                        || !comparison.muting().muted().isEmpty());
    }

    /** The same of a vendor; also where no rule says anything and a trial does. */
    static boolean changed(VendorReport vendor) {
        return changed(vendor.comparison())
                || (vendor.comparison() != null && vendor.evidence().untried() > 0);
    }

    /** "1.2.0 → 2.0.0", or the one version where it stays. */
    static String versions(VendorReport vendor) {
        return vendor.oldVersion().equals(vendor.newVersion())
                ? vendor.oldVersion()
                : vendor.oldVersion() + " → " + vendor.newVersion();
    }

    /** The vendors in the order in which a reader needs them: failed, breaking, risky, …; else as they come. */
    static List<VendorReport> worstFirst(CheckReport report) {
        List<VendorReport> sorted = new ArrayList<>(report.vendors());
        sorted.sort(
                Comparator.comparing((VendorReport vendor) -> !vendor.errors().isEmpty())
                        .thenComparing(Verdict::urgency)
                        .reversed());
        return sorted;
    }

    private static Wire urgency(VendorReport vendor) {
        Comparison comparison = vendor.comparison();
        return comparison == null ? Wire.NONE : Wire.of(word(comparison.wire(), comparison.java()));
    }

    /** Whether a finding belongs among those that a reader must see first. */
    static boolean urgent(Finding finding) {
        return finding.breaking() || finding.wire() == Wire.RISKY;
    }
}
