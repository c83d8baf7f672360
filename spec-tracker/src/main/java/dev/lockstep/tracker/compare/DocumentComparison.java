package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks two documents: operations first, then what surrounds them, and at last the catch-all. */
final class DocumentComparison {
    /** Where operations stand; the second holds those whose paths differ by query alone. */
    private static final List<String> PATHS = List.of("paths", "x-ms-paths");

    private static final Set<String> ITEM_KEYS = Stream.concat(
                    Stream.of("parameters", "servers"), SpecOperation.METHODS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Node before;
    private final Node after;
    private final Findings findings;
    private final SchemaPairs pairs;

    /** Compares for a deployed client of Lockstep's own, or for any. */
    DocumentComparison(Node before, Node after, boolean ours) {
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
        Map<String, SpecOperation> left = operations(before);
        Map<String, SpecOperation> come = operations(after);
        left.values().forEach(operation -> findings.oldCoverage.object(operation.item(), ITEM_KEYS));
        come.values().forEach(operation -> findings.newCoverage.object(operation.item(), ITEM_KEYS));
        items(before, findings.oldCoverage);
        items(after, findings.newCoverage);
        Map<SpecOperation, SpecOperation> matched = new LinkedHashMap<>();
        for (SpecOperation operation : new ArrayList<>(left.values())) {
            SpecOperation same = come.remove(operation.key());
            if (same != null) {
                left.remove(operation.key());
                matched.put(operation, same);
            }
        }
        for (SpecOperation operation : new ArrayList<>(left.values())) {
            for (SpecOperation candidate : new ArrayList<>(come.values())) {
                if (candidate.template().equals(operation.template())) {
                    left.remove(operation.key());
                    come.remove(candidate.key());
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

    /** All operations by their key. */
    private static Map<String, SpecOperation> operations(Node root) {
        Map<String, SpecOperation> operations = new LinkedHashMap<>();
        for (String holder : PATHS) {
            SpecOperation.all(root.get(holder))
                    .forEach(operation -> operations.putIfAbsent(operation.key(), operation));
        }
        return operations;
    }

    private static void items(Node root, Coverage coverage) {
        for (String holder : PATHS) {
            Node paths = root.get(holder);
            paths.keys().forEach(path -> coverage.object(paths.get(path), ITEM_KEYS));
        }
    }

    static Subject subject(SpecOperation operation) {
        return new Subject(
                operation.key(), operation.template(), "", "operation " + Wording.code(operation.key()), Direction.ANY);
    }
}
