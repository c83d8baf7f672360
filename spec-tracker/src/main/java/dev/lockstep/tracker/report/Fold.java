package dev.lockstep.tracker.report;

import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.impact.Impact;
import dev.lockstep.tracker.impact.UseSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A finding together with the other operations that the same change reaches.
 *
 * @param finding of the first operation
 * @param also the other operations, in the order of the findings
 * @param sites the lines of somebody's code that the change touches, sorted
 */
record Fold(Finding finding, List<String> also, Set<UseSite> sites) {

    private record Key(String id, String file, String pointer, String before, String after) {}

    /** Folds findings of several operations that point to the same place into one; keeps the order. */
    static List<Fold> of(List<Finding> findings, Impact impact) {
        Map<Key, Fold> folds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Key key = new Key(
                    finding.id(),
                    finding.at().file(),
                    finding.at().pointer(),
                    String.valueOf(finding.before()),
                    String.valueOf(finding.after()));
            Fold fold = folds.get(key);
            if (fold == null) {
                fold = new Fold(finding, new ArrayList<>(), new TreeSet<>());
                folds.put(key, fold);
            } else if (!finding.operation().equals(fold.finding().operation())
                    && !fold.also().contains(finding.operation())) {
                fold.also().add(finding.operation());
            }
            fold.sites().addAll(impact.sites(finding));
        }
        return List.copyOf(folds.values());
    }

    /** The folds by operation; operations come in the order of their worst finding. */
    static Map<String, List<Fold>> byOperation(List<Fold> folds) {
        Map<String, List<Fold>> groups = new LinkedHashMap<>();
        for (Fold fold : folds) {
            groups.computeIfAbsent(fold.finding().operation(), operation -> new ArrayList<>())
                    .add(fold);
        }
        return groups;
    }
}
