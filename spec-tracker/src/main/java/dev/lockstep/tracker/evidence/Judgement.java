package dev.lockstep.tracker.evidence;

import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.compare.Finding;
import dev.lockstep.tracker.compare.Rule;
import dev.lockstep.tracker.compare.RuleTable;
import dev.lockstep.tracker.compare.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lays what was tried beside what the rules say. */
public final class Judgement {
    private static final Map<String, Wire> LEVELS = levels();

    private Judgement() {}

    private static Map<String, Wire> levels() {
        Map<String, Wire> levels = new HashMap<>();
        for (Rule rule : RuleTable.standard().rules()) {
            levels.put(rule.id(), rule.ours());
        }
        return levels;
    }

    /**
     * The evidence of a comparison.
     *
     * @param findings all of the comparison, muted ones included
     */
    public static Evidence of(Tryout.Tried tried, List<Finding> findings) {
        Map<String, List<Finding>> byOperation = new HashMap<>();
        for (Finding finding : findings) {
            byOperation
                    .computeIfAbsent(SpecOperation.template(finding.operation()), key -> new ArrayList<>())
                    .add(finding);
        }
        List<Finding> everywhere = byOperation.getOrDefault("", List.of());
        List<OperationEvidence> operations = new ArrayList<>();
        for (Result result : tried.results()) {
            List<Finding> own = byOperation.getOrDefault(SpecOperation.template(result.operation()), List.of());
            operations.add(judge(result, own, everywhere));
        }
        return new Evidence(operations, tried.unchanged());
    }

    private static OperationEvidence judge(Result result, List<Finding> own, List<Finding> everywhere) {
        TreeSet<String> shown = new TreeSet<>();
        Map<String, String> hidden = new TreeMap<>();
        for (Finding finding : own) {
            String reason = NotExecuted.reason(finding.id());
            if (level(finding) == Wire.BREAKING && reason == null) {
                shown.add(finding.id());
            } else if (level(finding) == Wire.BREAKING && reason != null) {
                hidden.put(finding.id(), reason);
            }
        }
        List<String> limits = new ArrayList<>();
        if (!result.tried()) {
            limits.add(result.obstacle());
        }
        limits.addAll(result.gaps());
        hidden.forEach((id, reason) -> limits.add("not shown by any trial: " + id + ", since " + reason));
        boolean fails = !result.failures().isEmpty();
        Advice advice = fails || !shown.isEmpty() || !hidden.isEmpty()
                ? Advice.MUST_UPGRADE
                : result.isWhole() ? Advice.SAFE_TO_DELAY : Advice.UNKNOWN;
        String fault = "";
        if (result.isWhole() && !fails && !shown.isEmpty()) {
            fault = "the rules say that it breaks (" + String.join(", ", shown)
                    + "), and nothing failed when it was tried";
        } else if (fails && mildest(own, everywhere)) {
            fault = "no rule says that it hurts, and it failed when it was tried";
        }
        return new OperationEvidence(
                result.operation(),
                advice,
                result.sunset(),
                result.tried() ? result.answers() : 0,
                result.tried() ? result.requests() : 0,
                result.failures(),
                limits,
                fault);
    }

    private static boolean mildest(List<Finding> own, List<Finding> everywhere) {
        List<Finding> all = new ArrayList<>(own);
        all.addAll(everywhere);
        return all.stream().allMatch(finding -> level(finding).compareTo(Wire.RISKY) < 0);
    }

    /** What a finding means to a client of Lockstep's own, for whomever the comparison was made. */
    private static Wire level(Finding finding) {
        return LEVELS.getOrDefault(finding.id(), finding.wire());
    }
}
