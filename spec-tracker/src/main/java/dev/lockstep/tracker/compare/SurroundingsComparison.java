package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what surrounds the operations: webhooks and callbacks. There the vendor calls: what is a request's body in the
 * document is what our side receives.
 */
final class SurroundingsComparison {
    private final Findings findings;
    private final BodyComparison bodies;

    SurroundingsComparison(Findings findings, SchemaPairs pairs) {
        this.findings = findings;
        this.bodies = new BodyComparison(findings, pairs);
    }

    void webhooks(Node before, Node after) {
        Subject document = new Subject("", "", "", "the document", Direction.ANY);
        each(document, "webhook", before.get("webhooks"), after.get("webhooks"));
    }

    void callbacks(Subject operation, Node before, Node after) {
        Subject subject = operation.of("", operation.label(), Direction.ANY);
        each(subject, "callback", before.get("callbacks"), after.get("callbacks"));
    }

    private void each(Subject subject, String kind, Node before, Node after) {
        for (String name : union(before, after)) {
            Node was = before.get(name);
            Node now = after.get(name);
            if (!was.exists() || !now.exists()) {
                String change = was.exists() ? "-removed" : "-added";
                findings.add(subject, kind + change, was, now, now.exists(), Wording.code(name), null, null);
            } else {
                kept(subject, kind, name, was, now);
            }
            findings.oldCoverage.whole(was);
            findings.newCoverage.whole(now);
        }
    }

    private void kept(Subject subject, String kind, String name, Node was, Node now) {
        JsonNode before = Expansion.of(was);
        JsonNode after = Expansion.of(now);
        if (before.equals(after)) {
            return;
        }
        Subject payload = subject.of("", "the payload of " + kind + " " + Wording.code(name), Direction.RESPONSE);
        if (kind.equals("webhook")) {
            payloads(payload, was.resolved(), now.resolved());
            withoutPayloads(before);
            withoutPayloads(after);
        } else {
            for (String expression : union(was.resolved(), now.resolved())) {
                payloads(
                        payload,
                        was.resolved().get(expression).resolved(),
                        now.resolved().get(expression).resolved());
            }
            before.forEach(SurroundingsComparison::withoutPayloads);
            after.forEach(SurroundingsComparison::withoutPayloads);
        }
        if (!before.equals(after)) {
            findings.add(subject, kind + "-changed", was, now, true, Wording.code(name), null, null);
        }
    }

    private void payloads(Subject payload, Node was, Node now) {
        for (String method : union(was, now)) {
            Node before = was.get(method).get("requestBody").resolved().get("content");
            Node after = now.get(method).get("requestBody").resolved().get("content");
            if (before.exists() && after.exists()) {
                bodies.media(payload, before, after, new HashSet<>());
            }
        }
    }

    /** Leaves out of a path item what the payloads' comparison judges: empty content stays, so that its absence shows. */
    private static void withoutPayloads(JsonNode item) {
        for (JsonNode operation : item) {
            if (operation.path("requestBody").has("content")) {
                ((ObjectNode) operation.path("requestBody")).putObject("content");
            }
        }
    }

    private static Set<String> union(Node before, Node after) {
        Set<String> names = new TreeSet<>(before.keys());
        names.addAll(after.keys());
        return names;
    }
}
