package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.OperationEvidence;
import dev.lockstep.tracker.impact.Impact;
import dev.lockstep.tracker.impact.UseSite;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** For a terminal: the verdict and the counts first, then the findings by operation. */
final class TextRenderer implements Renderer {
    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";
    private static final String FAINT = "2";

    private static final int MOST_SYMBOLS = 3;
    private static final int MOST_SITES = 10;
    private static final Pattern PACKAGE = Pattern.compile("^(?:[a-z0-9_]+\\.)+");

    private final boolean colours;

    TextRenderer(boolean colours) {
        this.colours = colours;
    }

    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        StringBuilder text = new StringBuilder();
        verdict(text, comparison, evidence);
        for (String note : comparison.muting().notes()) {
            text.append("note: ").append(Visible.line(note)).append('\n');
        }
        findings(text, comparison, Impact.UNKNOWN);
        tried(text, Tried.OLD_TITLE, evidence);
        return text.toString();
    }

    @Override
    public String check(CheckReport report) {
        StringBuilder text = new StringBuilder();
        int width = 8;
        for (VendorReport vendor : report.vendors()) {
            width = Math.max(width, vendor.vendor().length());
        }
        for (VendorReport vendor : report.vendors()) {
            text.append(paint(BOLD, pad(Visible.line(vendor.vendor()), width)))
                    .append("  ")
                    .append(state(vendor))
                    .append('\n');
        }
        for (VendorReport vendor : report.vendors()) {
            details(text, vendor, report.impact());
        }
        return text.toString();
    }

    private String state(VendorReport vendor) {
        Comparison comparison = vendor.comparison();
        if (comparison == null || !Verdict.changed(vendor)) {
            boolean failed = vendor.status() == VendorStatus.UNREADABLE || vendor.status() == VendorStatus.MISMATCH;
            return paint(failed ? RED : FAINT, vendor.status().text());
        }
        String version = vendor.oldVersion().equals(vendor.newVersion()) ? "" : "  " + Verdict.versions(vendor);
        return wire(comparison.wire()) + java(comparison.java()) + version + "  "
                + paint(FAINT, Verdict.counts(comparison, vendor.evidence()));
    }

    private void details(StringBuilder text, VendorReport vendor, Impact impact) {
        Comparison comparison = vendor.comparison();
        boolean changed = Verdict.changed(vendor);
        if (!changed && vendor.errors().isEmpty() && vendor.notes().isEmpty()) {
            return;
        }
        text.append('\n').append(paint(BOLD, Visible.line(vendor.vendor()))).append('\n');
        for (String error : vendor.errors()) {
            text.append("  ")
                    .append(paint(RED, "error"))
                    .append("  ")
                    .append(Visible.line(error))
                    .append('\n');
        }
        for (String note : vendor.notes()) {
            text.append("  ")
                    .append(paint(FAINT, "note"))
                    .append("  ")
                    .append(Visible.line(note.replaceFirst("^note ", "")))
                    .append('\n');
        }
        if (comparison != null && changed) {
            findings(text, comparison, impact);
            tried(text, Tried.TITLE, vendor.evidence());
        }
    }

    private void tried(StringBuilder text, String title, Evidence evidence) {
        if (evidence.operations().isEmpty()) {
            return;
        }
        text.append('\n')
                .append(paint(BOLD, title))
                .append("  ")
                .append(paint(FAINT, Tried.counts(evidence)))
                .append('\n');
        for (OperationEvidence operation : Tried.worstFirst(evidence)) {
            String colour = switch (operation.advice()) {
                case MUST_UPGRADE -> RED;
                case SAFE_TO_DELAY -> GREEN;
                case UNKNOWN, MUTED -> YELLOW;
            };
            text.append("  ")
                    .append(Visible.line(operation.operation()))
                    .append("  ")
                    .append(paint(colour, Visible.line(operation.verdict())))
                    .append("  ")
                    .append(paint(FAINT, operation.tried()))
                    .append('\n');
            Tried.lines(operation)
                    .forEach(line ->
                            text.append("    ").append(Visible.line(line)).append('\n'));
        }
    }

    private void verdict(StringBuilder text, Comparison comparison, Evidence evidence) {
        text.append(wire(comparison.wire()))
                .append(java(comparison.java()))
                .append("  ")
                .append(Verdict.sentence(comparison, evidence))
                .append('\n')
                .append(Verdict.counts(comparison, evidence))
                .append("; client version: ")
                .append(comparison.semver().text())
                .append('\n');
    }

    private void findings(StringBuilder text, Comparison comparison, Impact impact) {
        List<Finding> told = comparison.findings().stream()
                .filter(finding -> finding.wire() != Wire.DOCS_ONLY || finding.breaking())
                .toList();
        List<Finding> unused = told.stream().filter(impact::isUnused).toList();
        List<Finding> shown =
                told.stream().filter(finding -> !impact.isUnused(finding)).toList();
        for (Map.Entry<String, List<Fold>> group :
                Fold.byOperation(Fold.of(shown, impact)).entrySet()) {
            String operation = group.getKey().isEmpty() ? "the whole API" : group.getKey();
            text.append('\n').append(paint(BOLD, Visible.line(operation))).append('\n');
            group.getValue().forEach(fold -> finding(text, fold));
        }
        for (Muting.Muted muted : comparison.muting().muted()) {
            text.append('\n')
                    .append(paint(FAINT, "muted until " + muted.expires() + ": "))
                    .append(Visible.line(muted.finding().message()))
                    .append("\n    because: ")
                    .append(Visible.line(muted.reason()))
                    .append("\n    ")
                    .append(paint(FAINT, Visible.line(place(muted.finding()))))
                    .append('\n');
        }
        if (!unused.isEmpty()) {
            text.append('\n')
                    .append(paint(FAINT, "not used by you: " + Verdict.counts(unused)))
                    .append('\n');
        }
        int docs = comparison.findings().size() - told.size();
        if (docs > 0) {
            text.append('\n')
                    .append(paint(FAINT, "docs-only: " + (docs == 1 ? "1 place" : docs + " places")))
                    .append('\n');
        }
    }

    private void finding(StringBuilder text, Fold fold) {
        Finding finding = fold.finding();
        text.append("  ")
                .append(wire(finding.wire()))
                .append(java(finding.java()))
                .append("  ")
                .append(Visible.line(finding.message()))
                .append('\n');
        if (!fold.also().isEmpty()) {
            text.append("    also in ")
                    .append(Visible.line(String.join(", ", fold.also())))
                    .append('\n');
        }
        if (Verdict.urgent(finding)) {
            text.append("    -> ").append(Visible.line(finding.action())).append('\n');
        }
        for (UseSite site : fold.sites().stream().limit(MOST_SITES).toList()) {
            text.append("    used at ")
                    .append(Visible.line(CallSites.text(site)))
                    .append('\n');
        }
        if (fold.sites().size() > MOST_SITES) {
            text.append("    and at ").append(fold.sites().size() - MOST_SITES).append(" more places\n");
        }
        if (!finding.symbols().isEmpty()) {
            text.append("    touches ")
                    .append(Visible.line(symbols(finding.symbols())))
                    .append('\n');
        }
        text.append("    ").append(paint(FAINT, Visible.line(place(finding)))).append('\n');
    }

    private static String place(Finding finding) {
        return finding.at() + "  " + finding.id() + "  " + finding.fingerprint();
    }

    /** The first three, without their packages. */
    private static String symbols(List<String> symbols) {
        List<String> shown = symbols.stream()
                .limit(MOST_SYMBOLS)
                .map(symbol -> PACKAGE.matcher(symbol).replaceFirst(""))
                .toList();
        int more = symbols.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private String wire(Wire wire) {
        String colour = switch (wire) {
            case BREAKING -> RED;
            case RISKY -> YELLOW;
            case COMPATIBLE -> GREEN;
            default -> FAINT;
        };
        return paint(colour, wire.text());
    }

    private String java(JavaImpact java) {
        return java == JavaImpact.BREAKING ? ", " + paint(RED, "breaking in Java") : "";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String paint(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
