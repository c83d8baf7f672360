package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.Set;
import java.util.TreeSet;

/** Compares two versions of one operation. */
final class OperationComparison {
    private static final Set<String> KEYS = Set.of(
            "parameters",
            "requestBody",
            "responses",
            "callbacks",
            "deprecated",
            "security",
            "servers",
            "tags",
            "operationId",
            "x-sunset");

    private final Findings findings;
    private final SecurityComparison security;
    private final ParameterComparison parameters;
    private final BodyComparison bodies;
    private final ResponseComparison responses;
    private final SurroundingsComparison surroundings;

    OperationComparison(Findings findings, SchemaPairs pairs, SecurityComparison security) {
        this.findings = findings;
        this.security = security;
        this.parameters = new ParameterComparison(findings, pairs);
        this.bodies = new BodyComparison(findings, pairs);
        this.responses = new ResponseComparison(findings, pairs, bodies);
        this.surroundings = new SurroundingsComparison(findings, pairs);
    }

    void compare(SpecOperation before, SpecOperation after) {
        findings.oldCoverage.object(before.node(), KEYS);
        findings.newCoverage.object(after.node(), KEYS);
        Subject subject = DocumentComparison.subject(after);
        names(subject, before, after);
        lifecycle(subject, before.node(), after.node());
        settings(subject, before.node(), after.node());
        parameters.compare(subject, before, after);
        bodies.request(subject, before.node(), after.node());
        responses.compare(subject, before.node().get("responses"), after.node().get("responses"));
        security.operation(subject, before.node(), after.node());
        new ServerComparison(findings).operation(subject, before, after);
        surroundings.callbacks(subject, before.node(), after.node());
    }

    private void names(Subject subject, SpecOperation before, SpecOperation after) {
        Node oldId = before.node().get("operationId");
        text(subject, "operation-id-changed", "", oldId, after.node().get("operationId"));
        Node oldTags = before.node().get("tags");
        Node newTags = after.node().get("tags");
        if (!texts(oldTags).equals(texts(newTags))) {
            text(subject, "operation-tags-changed", "", oldTags, newTags);
        }
    }

    private static Set<String> texts(Node array) {
        Set<String> texts = new TreeSet<>();
        array.items().forEach(item -> texts.add(item.value().asText()));
        return texts;
    }

    private void text(Subject subject, String kind, String name, Node before, Node after) {
        if (!before.value().equals(after.value())) {
            String was = before.exists() ? Wording.compact(before.value()) : "none";
            String now = after.exists() ? Wording.compact(after.value()) : "none";
            findings.add(subject, kind, before, after, after.exists(), name, was, now);
        }
    }

    private void lifecycle(Subject subject, Node before, Node after) {
        Node oldSunset = before.get("x-sunset");
        Node newSunset = after.get("x-sunset");
        if (before.flag("deprecated") != after.flag("deprecated")) {
            boolean now = after.flag("deprecated");
            String date =
                    newSunset.exists() ? ", and goes on " + newSunset.value().asText() : "";
            findings.add(
                    subject,
                    now ? "operation-deprecated" : "operation-reactivated",
                    before.get("deprecated"),
                    after.get("deprecated"),
                    after.has("deprecated"),
                    "",
                    now ? null : "true",
                    now ? date : null);
        } else {
            text(subject, "operation-sunset-changed", "", oldSunset, newSunset);
        }
    }

    /** What our own overlays say about an operation. */
    private void settings(Subject subject, Node before, Node after) {
        Set<String> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        for (String key : keys) {
            boolean behaviour = key.equals("x-lockstep-retry") || key.equals("x-lockstep-idempotency-header");
            if (behaviour) {
                text(subject, "operation-setting-changed", key, before.get(key), after.get(key));
            }
        }
    }
}
