package dev.lockstep.tracker.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares where the API is reached. The first server is the one that clients call unless they are told otherwise. */
final class ServerComparison {
    private static final Set<String> KEYS = Set.of("url", "variables", "name");

    private final Findings findings;

    ServerComparison(Findings findings) {
        this.findings = findings;
    }

    void document(SpecNode before, SpecNode after) {
        compare(new Subject("", "", "", "the API", Direction.ANY), before, after);
    }

    /** What holds for the operation alone, or for its path, goes before what holds for the document. */
    void operation(Subject subject, SpecOperation before, SpecOperation after) {
        boolean was = before.node().has("servers") || before.item().has("servers");
        boolean is = after.node().has("servers") || after.item().has("servers");
        if (was || is) {
            compare(subject, holder(before), holder(after));
        }
    }

    private static SpecNode holder(SpecOperation operation) {
        if (operation.node().has("servers")) {
            return operation.node();
        }
        return operation.item().has("servers")
                ? operation.item()
                : SpecNode.root(operation.node().document());
    }

    private void compare(Subject subject, SpecNode before, SpecNode after) {
        Map<String, SpecNode> left = servers(before.get("servers"), findings.oldCoverage);
        Map<String, SpecNode> come = servers(after.get("servers"), findings.newCoverage);
        findings.oldCoverage.object(before, Set.of("servers"));
        findings.newCoverage.object(after, Set.of("servers"));
        String first = left.isEmpty() ? "" : left.keySet().iterator().next();
        String replaced = "";
        for (Map.Entry<String, SpecNode> entry : left.entrySet()) {
            String url = entry.getKey();
            SpecNode now = come.get(url);
            if (now != null) {
                variables(subject, entry.getValue().get("variables"), now.get("variables"));
            } else if (url.equals(first) && !come.isEmpty()) {
                replaced = come.keySet().iterator().next();
                SpecNode fresh = come.getOrDefault(replaced, after);
                findings.add(subject, "server-changed", entry.getValue(), fresh, true, "", url, replaced);
                findings.oldCoverage.whole(entry.getValue());
            } else {
                findings.add(subject, "server-removed", entry.getValue(), after, false, "", url, null);
            }
        }
        // A document without servers is reached where it was found; an operation with its own no longer is.
        if (left.isEmpty() && !subject.operation().isEmpty()) {
            for (Map.Entry<String, SpecNode> entry : come.entrySet()) {
                replaced = entry.getKey();
                findings.add(subject, "server-changed", before, entry.getValue(), true, "", "/", replaced);
                break;
            }
        }
        for (Map.Entry<String, SpecNode> entry : come.entrySet()) {
            String url = entry.getKey();
            if (!left.containsKey(url) && !url.equals(replaced)) {
                findings.add(subject, "server-added", before, entry.getValue(), true, "", null, url);
            }
        }
    }

    private static Map<String, SpecNode> servers(SpecNode servers, Coverage coverage) {
        Map<String, SpecNode> byUrl = new LinkedHashMap<>();
        for (SpecNode server : servers.items()) {
            coverage.object(server, KEYS);
            String url = server.text("url", "/");
            byUrl.putIfAbsent(url.length() > 1 && url.endsWith("/") ? url.substring(0, url.length() - 1) : url, server);
        }
        return byUrl;
    }

    private void variables(Subject subject, SpecNode before, SpecNode after) {
        Set<String> names = new TreeSet<>(before.keys());
        names.addAll(after.keys());
        for (String name : names) {
            SpecNode was = before.get(name);
            SpecNode now = after.get(name);
            String oldDefault = was.text("default", "none");
            String newDefault = now.text("default", "none");
            if (!oldDefault.equals(newDefault)) {
                findings.add(subject, "server-variable-changed", was, now, now.exists(), name, oldDefault, newDefault);
            } else {
                values(subject, name, was.get("enum"), now.get("enum"));
            }
        }
        findings.oldCoverage.whole(before);
        findings.newCoverage.whole(after);
    }

    private void values(Subject subject, String name, SpecNode before, SpecNode after) {
        if (before.items().isEmpty() || after.items().isEmpty()) {
            return; // any value, or a list that says nothing
        }
        SortedSet<String> was = texts(before);
        SortedSet<String> now = texts(after);
        for (String value : SchemaComparison.missing(was, now)) {
            findings.add(subject, "server-variable-value-removed", before, after, false, name, value, null);
        }
        for (String value : SchemaComparison.missing(now, was)) {
            findings.add(subject, "server-variable-value-added", before, after, true, name, null, value);
        }
    }

    private static SortedSet<String> texts(SpecNode array) {
        SortedSet<String> texts = new TreeSet<>();
        array.items().forEach(item -> texts.add(item.value().asText()));
        return texts;
    }
}
