package dev.lockstep.tracker.compare;

import java.util.Set;
import java.util.TreeSet;

/** Compares what surrounds the operations: webhooks and callbacks, which no generated client calls. */
final class SurroundingsComparison {
    private final Findings findings;

    SurroundingsComparison(Findings findings) {
        this.findings = findings;
    }

    void webhooks(SpecNode before, SpecNode after) {
        Subject document = new Subject("", "", "", "the document", Direction.ANY);
        each(document, "webhook", before.get("webhooks"), after.get("webhooks"));
    }

    void callbacks(Subject operation, SpecNode before, SpecNode after) {
        Subject subject = operation.of("", operation.label(), Direction.ANY);
        each(subject, "callback", before.get("callbacks"), after.get("callbacks"));
    }

    private void each(Subject subject, String kind, SpecNode before, SpecNode after) {
        Set<String> names = new TreeSet<>(before.keys());
        names.addAll(after.keys());
        for (String name : names) {
            SpecNode was = before.get(name);
            SpecNode now = after.get(name);
            if (!was.exists() || !now.exists() || !Expansion.of(was).equals(Expansion.of(now))) {
                String change = !was.exists() ? "-added" : !now.exists() ? "-removed" : "-changed";
                findings.add(subject, kind + change, was, now, now.exists(), Texts.code(name), null, null);
            }
            findings.oldCoverage.whole(was);
            findings.newCoverage.whole(now);
        }
    }
}
