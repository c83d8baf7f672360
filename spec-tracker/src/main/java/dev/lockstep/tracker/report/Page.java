package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.JavaImpact;
import dev.lockstep.tracker.compare.Muting;
import dev.lockstep.tracker.compare.Wire;
import dev.lockstep.tracker.evidence.Evidence;
import dev.lockstep.tracker.impact.Impact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the templates print: maps and lists of plain text, in the order in which a reader needs them. */
final class Page {
    private static final int MOST_SYMBOLS = 8;

    private Page() {}

    /** The page of a check. */
    static Map<String, Object> of(CheckReport report) {
        Map<String, Object> page = new LinkedHashMap<>();
        Wire wire = report.wire();
        JavaImpact java = report.java();
        List<VendorReport> failed = report.vendors().stream()
                .filter(vendor -> !vendor.errors().isEmpty())
                .toList();
        page.put("title", "Lockstep: what vendors changed");
        page.put("level", failed.isEmpty() ? Verdict.word(wire, java) : Wire.BREAKING.text());
        page.put("headline", headline(report, failed.size()));
        page.put("sentence", Verdict.sentence(wire, java));
        page.put("touches", Verdict.touches(report));
        page.put("overview", true);
        List<Object> vendors = new ArrayList<>();
        for (VendorReport vendor : Verdict.worstFirst(report)) {
            vendors.add(vendor(vendor, vendors.size(), report.impact()));
        }
        page.put("vendors", vendors);
        return page;
    }

    /** The page of one comparison. */
    static Map<String, Object> of(Comparison comparison, Evidence evidence) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", "Lockstep: what changed");
        page.put("level", Verdict.word(comparison.wire(), comparison.java()));
        page.put("headline", headline(comparison, evidence));
        page.put("sentence", Verdict.sentence(comparison, evidence));
        page.put("touches", "");
        page.put("overview", false);
        VendorReport only = new VendorReport(
                Verdict.sources(comparison),
                VendorStatus.CHANGED,
                comparison,
                "",
                "",
                comparison.muting().notes(),
                List.of());
        Map<String, Object> vendor = vendor(only.with(evidence), 0, Impact.UNKNOWN);
        vendor.put("triedTitle", Tried.OLD_TITLE);
        vendor.put("sentence", ""); // the page's own says it
        page.put("vendors", List.of(vendor));
        return page;
    }

    private static String headline(Comparison comparison, Evidence evidence) {
        boolean untried = evidence.untried() > 0;
        return switch (Verdict.word(comparison.wire(), comparison.java())) {
            case "breaking" -> "This change breaks something";
            case "risky" -> "This change needs a look";
            case "none" -> untried ? "No rule says that this change breaks something" : "Nothing changed";
            default -> untried ? "No rule says that this change breaks something" : "This change is safe to take over";
        };
    }

    private static String headline(CheckReport report, int failed) {
        long breaking = report.vendors().stream()
                .map(VendorReport::comparison)
                .filter(Page::breaks)
                .count();
        long changed = report.vendors().stream().filter(Verdict::changed).count();
        boolean untried =
                report.vendors().stream().anyMatch(vendor -> vendor.evidence().untried() > 0);
        int all = report.vendors().size();
        String errors = failed == 0 ? "" : "; " + failed + " could not be checked";
        if (breaking > 0) {
            return breaking + " of " + all + (all == 1 ? " vendor" : " vendors") + " made a breaking change" + errors;
        }
        if (changed > 0) {
            return changed + " of " + all + (all == 1 ? " vendor" : " vendors") + " changed, "
                    + (untried ? "no rule says that it breaks; not all was tried out" : "nothing breaks") + errors;
        }
        return (failed == 0 ? "No vendor changed anything" : "No change seen") + errors;
    }

    private static boolean breaks(@Nullable Comparison comparison) {
        return comparison != null && comparison.breaking();
    }

    private static Map<String, Object> vendor(VendorReport vendor, int index, Impact impact) {
        Map<String, Object> map = new LinkedHashMap<>();
        Comparison comparison = vendor.comparison();
        map.put("name", vendor.vendor());
        map.put("anchor", "v" + (index + 1));
        map.put("versions", Verdict.versions(vendor));
        map.put("status", vendor.status().text());
        boolean failed = !vendor.errors().isEmpty();
        map.put("statusClass", failed ? "breaking" : "none");
        map.put("errors", vendor.errors());
        boolean changed = Verdict.changed(vendor);
        map.put("section", changed || failed || !vendor.notes().isEmpty());
        map.put("notes", vendor.notes());
        map.put("hasNotes", !vendor.notes().isEmpty());
        map.put("compared", changed);
        List<Object> tried = Tried.page(vendor.evidence());
        map.put("tried", tried);
        map.put("loudAny", !tried.isEmpty());
        List<Object> quiet = Tried.quiet(vendor.evidence());
        map.put("safe", quiet);
        map.put("safeAny", !quiet.isEmpty());
        map.put("safeTitle", quiet.size() + (quiet.size() == 1 ? " operation" : " operations") + " safe to delay");
        map.put("triedAny", !vendor.evidence().operations().isEmpty());
        map.put("triedTitle", Tried.TITLE);
        map.put("triedCounts", Tried.counts(vendor.evidence()));
        if (comparison == null) {
            map.put("wire", "");
            map.put("java", "");
            map.put("javaClass", "none");
            map.put("counts", "");
            map.put("sentence", failed ? "This vendor could not be checked." : "Left alone.");
            map.put("groups", List.of());
            map.put("surfaceAny", false);
            map.put("history", false);
            map.put("mild", List.of());
            return map;
        }
        map.put("wire", comparison.wire().text());
        map.put("java", comparison.java().text());
        map.put("javaClass", comparison.java().text());
        boolean counted =
                !comparison.findings().isEmpty() || !comparison.muting().muted().isEmpty();
        map.put("counts", counted ? Verdict.counts(comparison, vendor.evidence()) : Tried.untried(vendor.evidence()));
        map.put("sentence", Verdict.sentence(comparison, vendor.evidence()));
        map.put("groups", groups(comparison, impact));
        map.put("surface", surface(vendor));
        map.put("surfaceAny", !vendor.surface().isEmpty());
        boolean past = !vendor.history().updates().isEmpty() && changed;
        map.put("history", past ? HistoryPicture.svg(vendor.history(), comparison.wire()) : false);
        map.put("mild", mild(comparison, impact));
        return map;
    }

    private static List<Object> surface(VendorReport vendor) {
        List<Object> lines = new ArrayList<>();
        for (String line : vendor.surface()) {
            String kind = line.startsWith("-") ? "del" : line.startsWith("+") ? "ins" : "strong";
            lines.add(Map.of("kind", kind, "text", line));
        }
        return lines;
    }

    private static List<Object> groups(Comparison comparison, Impact impact) {
        List<Finding> urgent = comparison.findings().stream()
                .filter(finding -> Verdict.urgent(finding) && !impact.isUnused(finding))
                .toList();
        List<Object> groups = new ArrayList<>();
        Fold.byOperation(Fold.of(urgent, impact)).forEach((operation, folds) -> {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("operation", operation.isEmpty() ? "The whole API" : operation);
            group.put("findings", folds.stream().map(Page::finding).toList());
            groups.add(group);
        });
        return groups;
    }

    private static List<Object> mild(Comparison comparison, Impact impact) {
        List<Object> mild = new ArrayList<>();
        List<Fold> unused = Fold.of(
                comparison.findings().stream()
                        .filter(finding -> Verdict.urgent(finding) && impact.isUnused(finding))
                        .toList(),
                impact);
        if (!unused.isEmpty()) {
            String changes = unused.size() == 1 ? " change" : " changes";
            mild.add(part(unused.size() + changes + " not used by you", unused));
        }
        for (Wire wire : List.of(Wire.COMPATIBLE, Wire.DOCS_ONLY)) {
            List<Fold> folds = Fold.of(
                    comparison.findings().stream()
                            .filter(finding -> finding.wire() == wire && !Verdict.urgent(finding))
                            .toList(),
                    impact);
            if (!folds.isEmpty()) {
                String changes = folds.size() == 1 ? " change" : " changes";
                mild.add(part(folds.size() + " " + wire.text() + changes, folds));
            }
        }
        List<Muting.Muted> muted = comparison.muting().muted();
        if (!muted.isEmpty()) {
            mild.add(Map.of(
                    "summary",
                    muted.size() + " muted",
                    "findings",
                    muted.stream().map(Page::muted).toList()));
        }
        return mild;
    }

    private static Map<String, Object> part(String summary, List<Fold> folds) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("summary", summary);
        part.put("findings", folds.stream().map(Page::finding).toList());
        return part;
    }

    private static Map<String, Object> muted(Muting.Muted muted) {
        Map<String, Object> map = finding(new Fold(muted.finding(), List.of(), Set.of()));
        map.put("reason", "muted until " + muted.expires() + ": " + muted.reason());
        return map;
    }

    static Map<String, Object> finding(Fold fold) {
        Finding finding = fold.finding();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "level",
                finding.breaking() ? Wire.BREAKING.text() : finding.wire().text());
        map.put("wire", finding.wire().text());
        map.put("breaksJava", finding.java() == JavaImpact.BREAKING);
        map.put("accept", finding.accept());
        map.put("operation", finding.operation());
        map.put("pieces", pieces(finding.message()));
        map.put("java", finding.java().text());
        map.put("change", finding.before() != null && finding.after() != null);
        map.put("before", text(finding.before()));
        map.put("after", text(finding.after()));
        map.put("action", finding.action());
        map.put("reason", false);
        map.put("symbols", finding.symbols().stream().limit(MOST_SYMBOLS).toList());
        int more = finding.symbols().size() - MOST_SYMBOLS;
        map.put("symbolsMore", more > 0 ? " and " + more + " more" : "");
        map.put("sites", fold.sites().stream().map(CallSites::text).toList());
        map.put("sitesAny", !fold.sites().isEmpty());
        map.put("symbolsAny", !finding.symbols().isEmpty());
        map.put("alsoAny", !fold.also().isEmpty());
        map.put("also", fold.also());
        map.put("place", finding.at().toString());
        map.put("id", finding.id());
        map.put("fingerprint", finding.fingerprint());
        return map;
    }

    private static String text(@Nullable String text) {
        return text == null || text.isEmpty() ? "none" : text;
    }

    private static List<Object> pieces(String message) {
        List<Object> pieces = new ArrayList<>();
        for (Visible.Piece piece : Visible.pieces(message)) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("code", piece.code());
            map.put("text", piece.text());
            pieces.add(map);
        }
        return pieces;
    }
}
