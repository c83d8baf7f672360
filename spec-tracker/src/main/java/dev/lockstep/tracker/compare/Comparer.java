package dev.lockstep.tracker.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares an old document with a new one. Stateless and safe to share. */
public final class Comparer {
    private Comparer() {}

    /** Judges every difference; never throws on documents that the reader accepted. */
    public static Comparison compare(ComparisonInput before, ComparisonInput after) {
        if (before.document().root().equals(after.document().root())) {
            return new Comparison(before.document().source(), after.document().source(), List.of(), 0);
        }
        List<Judged> judged = new DocumentComparison(
                        SpecNode.root(before.document()), SpecNode.root(after.document()), before.ours())
                .compare();
        List<Finding> all = Findings.sorted(JavaComparison.judge(judged, before, after));
        List<Finding> inside = new ArrayList<>();
        Set<String> selection = before.selection();
        for (Finding finding : all) {
            boolean selected = selection.isEmpty()
                    || finding.operation().isEmpty()
                    || selection.contains(finding.operation())
                    || after.selection().contains(finding.operation());
            if (selected) {
                inside.add(finding);
            }
        }
        return new Comparison(
                before.document().source(), after.document().source(), inside, all.size() - inside.size());
    }
}
