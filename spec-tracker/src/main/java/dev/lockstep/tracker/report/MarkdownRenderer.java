package dev.lockstep.tracker.report;

import com.samskivert.mustache.Template;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.evidence.OperationEvidence;
import dev.lockstep.tracker.impact.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For a pull request's comment: it never grows beyond what one takes, and says what it left out. */
final class MarkdownRenderer implements Renderer {
    /** GitHub's limit for a comment, in characters. */
    static final int LIMIT = 65_536;
    /** Kept free for headings and the note of what was cut. */
    private static final int RESERVE = 2_048;

    private static final int MOST_SITES = 5;
    private static final int MOST_CUTS = 12;

    private final Template template = ReportTemplates.markdown("finding.md.mustache");

    @Override
    public String comparison(Comparison comparison, Evidence evidence) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(Verdict.sentence(comparison, evidence)).append("\n\n");
        text.append(ReportTemplates.escapeMarkdown(Visible.line(comparison.oldSource())))
                .append(" → ")
                .append(ReportTemplates.escapeMarkdown(Visible.line(comparison.newSource())))
                .append("  \n")
                .append(Verdict.counts(comparison, evidence))
                .append("; client version: ")
                .append(comparison.semver().text())
                .append("\n");
        Budget budget = new Budget(LIMIT - RESERVE - text.length());
        urgent(text, comparison, Impact.UNKNOWN, budget);
        tried(text, Tried.OLD_TITLE, evidence, budget);
        mild(text, comparison, Impact.UNKNOWN, budget);
        return cut(text, budget);
    }

    @Override
    public String check(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append("## ")
                .append(Verdict.sentence(report.wire(), report.java()))
                .append("\n\n");
        String touches = Verdict.touches(report);
        text.append(touches.isEmpty() ? "" : "**" + touches + "**\n\n");
        text.append("| vendor | on the wire | in Java | client | findings |\n|---|---|---|---|---|\n");
        Budget budget = new Budget(LIMIT - RESERVE - text.length());
        for (VendorReport vendor : Verdict.worstFirst(report)) {
            budget.append(text, row(vendor));
        }
        for (VendorReport vendor : Verdict.worstFirst(report)) {
            Comparison comparison = vendor.comparison();
            boolean changed = Verdict.changed(vendor);
            if (!changed && vendor.errors().isEmpty()) {
                continue;
            }
            budget.append(text, "\n### " + ReportTemplates.escapeMarkdown(Visible.line(vendor.vendor())) + "\n");
            for (String error : vendor.errors()) {
                budget.append(text, "\n**Error:** " + ReportTemplates.escapeMarkdown(Visible.line(error)) + "\n");
            }
            if (comparison != null && changed) {
                urgent(text, comparison, report.impact(), budget);
                tried(text, Tried.TITLE, vendor.evidence(), budget);
                mild(text, comparison, report.impact(), budget);
                surface(text, vendor, budget);
            }
        }
        return cut(text, budget);
    }

    private static void tried(StringBuilder text, String title, Evidence evidence, Budget budget) {
        if (evidence.operations().isEmpty()) {
            return;
        }
        boolean fits = budget.append(text, "\n**" + title + "**: " + Tried.counts(evidence) + "\n\n");
        int left = 0;
        for (OperationEvidence operation : Tried.worstFirst(evidence)) {
            StringBuilder part = new StringBuilder("- `")
                    .append(code(operation.operation()))
                    .append("`: **")
                    .append(ReportTemplates.escapeMarkdown(Visible.line(operation.verdict())))
                    .append("** (")
                    .append(operation.tried())
                    .append(")\n");
            Tried.lines(operation)
                    .forEach(line -> part.append("  - ")
                            .append(ReportTemplates.escapeMarkdown(Visible.line(line)))
                            .append('\n'));
            fits = fits && budget.append(text, part.toString());
            left += fits ? 0 : 1;
        }
        if (left > 0) {
            budget.cut(left + (left == 1 ? " operation that was" : " operations that were") + " tried out");
        }
    }

    private static void surface(StringBuilder text, VendorReport vendor, Budget budget) {
        if (vendor.surface().isEmpty()) {
            return;
        }
        StringBuilder block = new StringBuilder("\n**The client's surface**\n\n```diff\n");
        for (String line : vendor.surface()) {
            block.append(code(line)).append('\n');
        }
        if (!budget.append(text, block.append("```\n").toString())) {
            budget.cut(vendor.surface().size() + " lines of the surface of " + Visible.line(vendor.vendor())
                    + "'s client, which client.api has");
        }
    }

    private static String row(VendorReport vendor) {
        Comparison comparison = vendor.comparison();
        String name = ReportTemplates.escapeMarkdown(Visible.line(vendor.vendor()));
        if (comparison == null || !Verdict.changed(vendor)) {
            return "| " + name + " | " + vendor.status().text() + " | | "
                    + ReportTemplates.escapeMarkdown(Verdict.versions(vendor)) + " | |\n";
        }
        return "| " + name + " | " + comparison.wire().text() + " | "
                + comparison.java().text() + " | "
                + ReportTemplates.escapeMarkdown(Verdict.versions(vendor)) + " | "
                + Verdict.counts(comparison, vendor.evidence()) + " |\n";
    }

    private void urgent(StringBuilder text, Comparison comparison, Impact impact, Budget budget) {
        List<Finding> urgent =
                comparison.findings().stream().filter(Verdict::urgent).toList();
        group(
                text,
                Fold.of(
                        urgent.stream()
                                .filter(finding -> !impact.isUnused(finding))
                                .toList(),
                        impact),
                budget);
        folded(text, Fold.of(urgent.stream().filter(impact::isUnused).toList(), impact), "not used by you", budget);
    }

    private void mild(StringBuilder text, Comparison comparison, Impact impact, Budget budget) {
        for (Wire wire : List.of(Wire.COMPATIBLE, Wire.DOCS_ONLY)) {
            List<Fold> folds = Fold.of(
                    comparison.findings().stream()
                            .filter(finding -> finding.wire() == wire && !Verdict.urgent(finding))
                            .toList(),
                    impact);
            folded(text, folds, wire.text(), budget);
        }
        muted(text, comparison.muting(), budget);
    }

    private static void muted(StringBuilder text, Muting muting, Budget budget) {
        StringBuilder part = new StringBuilder();
        for (Muting.Muted muted : muting.muted()) {
            part.append("- until ")
                    .append(muted.expires())
                    .append(": ")
                    .append(ReportTemplates.escapeMarkdown(
                            Visible.line(muted.finding().message())))
                    .append(" Because: ")
                    .append(ReportTemplates.escapeMarkdown(Visible.line(muted.reason())))
                    .append('\n');
        }
        muting.notes()
                .forEach(note -> part.append("- ")
                        .append(ReportTemplates.escapeMarkdown(Visible.line(note)))
                        .append('\n'));
        if (!part.isEmpty()) {
            String summary = "\n<details><summary>" + muting.muted().size() + " muted</summary>\n\n";
            budget.append(text, summary + part + "\n</details>\n");
        }
    }

    private void folded(StringBuilder text, List<Fold> folds, String kind, Budget budget) {
        if (folds.isEmpty()) {
            return;
        }
        String changes = folds.size() == 1 ? " change" : " changes";
        String open = "\n<details><summary>" + folds.size() + changes + ", " + kind + "</summary>\n";
        if (!budget.append(text, open)) {
            budget.skip(folds.size());
            return;
        }
        group(text, folds, budget);
        text.append("\n</details>\n");
    }

    private void group(StringBuilder text, List<Fold> folds, Budget budget) {
        Fold.byOperation(folds).forEach((operation, members) -> {
            String title = operation.isEmpty() ? "the whole API" : "`" + code(operation) + "`";
            if (!budget.append(text, "\n**" + title + "**\n\n")) {
                budget.skip(members.size());
                return;
            }
            for (Fold fold : members) {
                if (!budget.append(text, template.execute(map(fold)))) {
                    budget.skip(1);
                }
            }
        });
    }

    private static Map<String, Object> map(Fold fold) {
        Map<String, Object> map = new LinkedHashMap<>(Page.finding(fold));
        List<Object> pieces = new ArrayList<>();
        for (Visible.Piece piece : Visible.pieces(fold.finding().message())) {
            pieces.add(Map.of("code", piece.code(), "text", piece.code() ? code(piece.text()) : piece.text()));
        }
        map.put("pieces", pieces);
        map.put("urgent", Verdict.urgent(fold.finding()));
        map.put("place", code(fold.finding().at().toString()));
        map.put("alsoText", some(fold.also()));
        map.put("symbolText", some(fold.finding().symbols()));
        map.put("siteText", sites(fold));
        return map;
    }

    private static Object sites(Fold fold) {
        List<String> shown = fold.sites().stream()
                .limit(MOST_SITES)
                .map(site -> "`" + code(CallSites.text(site)) + "`")
                .toList();
        int more = fold.sites().size() - shown.size();
        return shown.isEmpty() ? false : String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static Object some(List<String> texts) {
        int shown = Math.min(3, texts.size());
        String more = texts.size() > shown ? " and " + (texts.size() - shown) + " more" : "";
        return texts.isEmpty() ? false : code(String.join(", ", texts.subList(0, shown)) + more);
    }

    private static String code(String text) {
        return Visible.line(text).replace("`", "'");
    }

    private static String cut(StringBuilder text, Budget budget) {
        if (budget.skipped > 0) {
            text.append("\n**")
                    .append(budget.skipped)
                    .append(budget.skipped == 1 ? " finding was" : " findings were")
                    .append(
                            " cut here**, the mildest: the comment is full. The HTML and JSON reports have all of them.\n");
        }
        if (!budget.cuts.isEmpty()) {
            text.append("\nAlso cut: ")
                    .append(ReportTemplates.escapeMarkdown(String.join("; ", budget.cuts)))
                    .append(".\n");
        }
        return text.toString();
    }

    /** Counts the characters that are left, and what did not fit. */
    private static final class Budget {
        private int left;
        private int skipped;
        private final List<String> cuts = new ArrayList<>();

        Budget(int left) {
            this.left = left;
        }

        boolean append(StringBuilder text, String part) {
            if (part.length() > left) {
                return false;
            }
            left -= part.length();
            text.append(part);
            return true;
        }

        /** Notes what else did not fit; the first of many. */
        void cut(String what) {
            if (cuts.size() < MOST_CUTS) {
                cuts.add(what);
            }
        }

        void skip(int findings) {
            skipped += findings;
        }
    }
}
