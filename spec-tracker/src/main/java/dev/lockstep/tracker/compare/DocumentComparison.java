package dev.lockstep.tracker.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks two documents: operations first, then what surrounds them, and at last the catch-all. */
final class DocumentComparison {
    private static final Set<String> ITEM_KEYS =
            Set.of("parameters", "servers", "get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final SpecNode before;
    private final SpecNode after;
    private final Findings findings;
    private final SchemaPairs pairs;

    /** Compares for a deployed client of Lockstep's own, or for any. */
    DocumentComparison(SpecNode before, SpecNode after, boolean ours) {
        this.findings = new Findings(RuleTable.standard(), ours);
        this.pairs = new SchemaPairs(before.document(), after.document());
        this.before = before;
        this.after = after;
    }

    List<Judged> compare() {
        Map<SpecOperation, SpecOperation> matched = operations();
        new ServerComparison(findings).document(before, after);
        SecurityComparison security = new SecurityComparison(findings, before, after);
        OperationComparison operations = new OperationComparison(findings, pairs, security);
        matched.forEach(operations::compare);
        security.schemes();
        new SurroundingsComparison(findings, pairs).webhooks(before, after);
        new CatchAll(findings, before, after).compare();
        return findings.judged();
    }

    private Map<SpecOperation, SpecOperation> operations() {
        Map<String, SpecOperation> left = SpecOperation.all(before);
        Map<String, SpecOperation> come = SpecOperation.all(after);
        left.values().forEach(operation -> findings.oldCoverage.object(operation.item(), ITEM_KEYS));
        come.values().forEach(operation -> findings.newCoverage.object(operation.item(), ITEM_KEYS));
        items(before, findings.oldCoverage);
        items(after, findings.newCoverage);
        Map<SpecOperation, SpecOperation> matched = new LinkedHashMap<>();
        for (SpecOperation operation : new ArrayList<>(left.values())) {
            SpecOperation same = come.remove(operation.label());
            if (same != null) {
                left.remove(operation.label());
                matched.put(operation, same);
            }
        }
        for (SpecOperation operation : new ArrayList<>(left.values())) {
            for (SpecOperation candidate : new ArrayList<>(come.values())) {
                if (candidate.key().equals(operation.key())) {
                    left.remove(operation.label());
                    come.remove(candidate.label());
                    matched.put(operation, candidate);
                    break;
                }
            }
        }
        for (SpecOperation operation : left.values()) {
            findings.add(subject(operation), "operation-removed", operation.node(), after.get("paths"), false);
        }
        for (SpecOperation operation : come.values()) {
            findings.add(subject(operation), "operation-added", before.get("paths"), operation.node(), true);
        }
        return matched;
    }

    private static void items(SpecNode root, Coverage coverage) {
        for (String holder : SpecOperation.PATHS) {
            SpecNode paths = root.get(holder);
            paths.keys().forEach(path -> coverage.object(paths.get(path), ITEM_KEYS));
        }
    }

    static Subject subject(SpecOperation operation) {
        return new Subject(
                operation.label(), operation.key(), "", "operation " + Texts.code(operation.label()), Direction.ANY);
    }
}
