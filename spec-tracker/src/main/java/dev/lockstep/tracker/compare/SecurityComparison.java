package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares which credentials an operation takes. Alternatives are OR, the schemes inside one are AND. A scheme that only
 * got another name is the same scheme.
 */
final class SecurityComparison {
    private final Findings findings;
    private final Node before;
    private final Node after;
    private final Map<String, ComparedScheme> oldSchemes;
    private final Map<String, ComparedScheme> newSchemes;
    /** New scheme names that stand for a scheme with another old name. */
    private final Map<String, String> renamed = new LinkedHashMap<>();

    private final Set<String> used = new TreeSet<>();

    /** Scheme names with their scopes, all of which are needed at once. */
    private record Alternative(SortedMap<String, SortedSet<String>> schemes) {
        boolean isNone() {
            return schemes.isEmpty();
        }

        /** Whether credentials for the other alternative also satisfy this one. */
        boolean isSatisfiedBy(Alternative other) {
            for (Map.Entry<String, SortedSet<String>> entry : schemes.entrySet()) {
                Set<String> scopes = other.schemes.get(entry.getKey());
                if (scopes == null || !scopes.containsAll(entry.getValue())) {
                    return false;
                }
            }
            return true;
        }
    }

    SecurityComparison(Findings findings, Node before, Node after) {
        this.findings = findings;
        this.before = before;
        this.after = after;
        this.oldSchemes = schemes(before);
        this.newSchemes = schemes(after);
        for (ComparedScheme fresh : newSchemes.values()) {
            for (ComparedScheme old : oldSchemes.values()) {
                if (!oldSchemes.containsKey(fresh.name())
                        && !newSchemes.containsKey(old.name())
                        && fresh.signature().equals(old.signature())) {
                    renamed.putIfAbsent(fresh.name(), old.name());
                }
            }
        }
        findings.oldCoverage.object(before, Set.of("security"));
        findings.newCoverage.object(after, Set.of("security"));
    }

    private static Map<String, ComparedScheme> schemes(Node root) {
        Map<String, ComparedScheme> schemes = new LinkedHashMap<>();
        Node holder = root.get("components").get("securitySchemes");
        for (String name : holder.keys()) {
            schemes.put(name, new ComparedScheme(name, holder.get(name).resolved()));
        }
        return schemes;
    }

    void operation(Subject operation, Node oldOperation, Node newOperation) {
        Node oldPlace = oldOperation.has("security") ? oldOperation.get("security") : before.get("security");
        Node newPlace = newOperation.has("security") ? newOperation.get("security") : after.get("security");
        List<Alternative> was = alternatives(oldPlace, false);
        List<Alternative> now = alternatives(newPlace, true);
        for (Alternative alternative : was) {
            used.addAll(alternative.schemes().keySet());
        }
        if (new LinkedHashSet<>(was).equals(new LinkedHashSet<>(now))) {
            return;
        }
        Subject subject = operation.of("", operation.label(), Direction.REQUEST);
        Node oldAt = oldPlace.exists() ? oldPlace : oldOperation;
        Node newAt = newPlace.exists() ? newPlace : newOperation;
        boolean wasOpen = was.stream().anyMatch(Alternative::isNone);
        boolean isOpen = now.stream().anyMatch(Alternative::isNone);
        if (wasOpen && !isOpen) {
            add(subject, "security-added", oldAt, newAt, was, now);
            return;
        }
        if (!wasOpen && isOpen && now.size() == 1) {
            add(subject, "security-removed", oldAt, newAt, was, now);
            return;
        }
        List<Alternative> lost = new ArrayList<>();
        boolean eased = false;
        for (Alternative alternative : was) {
            List<Alternative> fitting =
                    now.stream().filter(item -> item.isSatisfiedBy(alternative)).toList();
            if (fitting.isEmpty()) {
                lost.add(alternative);
            } else if (!fitting.contains(alternative)) {
                eased |= fitting.stream()
                        .anyMatch(item ->
                                item.schemes().size() < alternative.schemes().size());
            }
        }
        List<Alternative> fresh = new ArrayList<>(now);
        fresh.removeAll(was);
        if (!lost.isEmpty()) {
            add(subject, "security-tightened", oldAt, newAt, lost, now);
        } else if (eased) {
            add(subject, "security-dropped", oldAt, newAt, was, now);
        } else if (!fresh.isEmpty()) {
            add(subject, "security-alternative-added", oldAt, newAt, was, fresh);
        }
    }

    private void add(
            Subject subject, String kind, Node oldAt, Node newAt, List<Alternative> was, List<Alternative> now) {
        findings.add(subject, kind, oldAt, newAt, true, "", text(was, oldSchemes), text(now, newSchemes));
    }

    private List<Alternative> alternatives(Node requirements, boolean fresh) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Node requirement : requirements.items()) {
            SortedMap<String, SortedSet<String>> schemes = new TreeMap<>();
            for (String name : requirement.keys()) {
                SortedSet<String> scopes = new TreeSet<>();
                requirement
                        .get(name)
                        .items()
                        .forEach(item -> scopes.add(item.value().asText()));
                schemes.put(fresh ? renamed.getOrDefault(name, name) : name, scopes);
            }
            alternatives.add(new Alternative(schemes));
        }
        return alternatives.isEmpty() ? List.of(new Alternative(new TreeMap<>())) : alternatives;
    }

    private static String text(List<Alternative> alternatives, Map<String, ComparedScheme> schemes) {
        List<String> texts = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            List<String> parts = new ArrayList<>();
            alternative.schemes().forEach((name, scopes) -> {
                ComparedScheme scheme = schemes.get(name);
                String label = scheme == null ? name : scheme.label();
                parts.add(scopes.isEmpty() ? label : label + " with " + String.join(", ", scopes));
            });
            texts.add(parts.isEmpty() ? "no credentials" : String.join(" and ", parts));
        }
        return Wording.shorten(String.join(", or ", texts));
    }

    /** Compares the definitions of the schemes that operations of the old document use. */
    void schemes() {
        for (String name : used) {
            ComparedScheme was = oldSchemes.get(name);
            ComparedScheme now = newSchemes.get(name);
            if (was != null && now != null) {
                scheme(was, now);
            }
        }
    }

    private void scheme(ComparedScheme was, ComparedScheme now) {
        String name = Wording.code(was.name());
        String label = "security scheme " + name;
        Subject subject = new Subject("", "", "", label, Direction.REQUEST);
        if (!was.signature().equals(now.signature())) {
            String kind = "security-scheme-changed";
            findings.add(subject, kind, was.node(), now.node(), true, name, was.label(), now.label());
            return;
        }
        text(subject, "security-bearer-format-changed", was.node(), now.node(), "bearerFormat", name);
        Node oldFlows = was.node().get("flows");
        Node newFlows = now.node().get("flows");
        for (String flow : newFlows.keys()) {
            if (!oldFlows.has(flow)) {
                findings.add(subject, "security-flow-added", oldFlows, newFlows.get(flow), true, label, null, flow);
            }
        }
        for (String flow : oldFlows.keys()) {
            Node oldFlow = oldFlows.get(flow);
            Node newFlow = newFlows.get(flow);
            if (!newFlow.exists()) {
                findings.add(subject, "security-flow-removed", oldFlow, newFlows, false, label, flow, null);
                continue;
            }
            String of = " of " + label + " (" + flow + ")";
            text(
                    subject,
                    "security-authorization-url-changed",
                    oldFlow,
                    newFlow,
                    "authorizationUrl",
                    "authorizationUrl" + of);
            text(subject, "security-authorization-url-changed", oldFlow, newFlow, "refreshUrl", "refreshUrl" + of);
            text(subject, "security-token-url-changed", oldFlow, newFlow, "tokenUrl", "tokenUrl" + of);
            scopes(subject, oldFlow.get("scopes"), newFlow.get("scopes"), label);
        }
    }

    private void text(Subject subject, String kind, Node before, Node after, String key, String name) {
        String was = before.text(key, "");
        String now = after.text(key, "");
        if (!was.equals(now)) {
            findings.add(
                    subject,
                    kind,
                    before.nearest(key),
                    after.nearest(key),
                    true,
                    name,
                    was.isEmpty() ? "none" : was,
                    now.isEmpty() ? "none" : now);
        }
    }

    private void scopes(Subject subject, Node before, Node after, String label) {
        Set<String> was = new TreeSet<>(before.keys());
        Set<String> now = new TreeSet<>(after.keys());
        for (String scope : SchemaComparison.missing(was, now)) {
            findings.add(subject, "security-scope-removed", before.get(scope), after, false, label, scope, null);
        }
        for (String scope : SchemaComparison.missing(now, was)) {
            findings.add(subject, "security-scope-added", before, after.get(scope), true, label, null, scope);
        }
    }
}
