package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecOperation;
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

    void document(Node before, Node after) {
        compare(new Subject("", "", "", "the API", Direction.ANY), before, after);
    }

    /** What holds for the operation alone, or for its path, goes before what holds for the document. */
    void operation(Subject subject, SpecOperation before, SpecOperation after) {
        Node was = before.serverHolder();
        Node is = after.serverHolder();
        if (!was.pointer().equals(Pointer.ROOT) || !is.pointer().equals(Pointer.ROOT)) {
            compare(subject, was, is);
        }
    }

    private void compare(Subject subject, Node before, Node after) {
        Map<String, Node> left = servers(before.get("servers"), findings.oldCoverage);
        Map<String, Node> come = servers(after.get("servers"), findings.newCoverage);
        findings.oldCoverage.object(before, Set.of("servers"));
        findings.newCoverage.object(after, Set.of("servers"));
        String first = left.isEmpty() ? "" : left.keySet().iterator().next();
        String replaced = "";
        for (Map.Entry<String, Node> entry : left.entrySet()) {
            String url = entry.getKey();
            Node now = come.get(url);
            if (now != null) {
                variables(subject, entry.getValue().get("variables"), now.get("variables"));
            } else if (url.equals(first) && !come.isEmpty()) {
                replaced = come.keySet().iterator().next();
                Node fresh = come.getOrDefault(replaced, after);
                findings.add(subject, "server-changed", entry.getValue(), fresh, true, "", url, replaced);
                findings.oldCoverage.whole(entry.getValue());
            } else {
                findings.add(subject, "server-removed", entry.getValue(), after, false, "", url, null);
            }
        }
        // A document without servers is reached where it was found; an operation with its own no longer is.
        if (left.isEmpty() && !subject.operation().isEmpty()) {
            for (Map.Entry<String, Node> entry : come.entrySet()) {
                replaced = entry.getKey();
                findings.add(subject, "server-changed", before, entry.getValue(), true, "", "/", replaced);
                break;
            }
        }
        for (Map.Entry<String, Node> entry : come.entrySet()) {
            String url = entry.getKey();
            if (!left.containsKey(url) && !url.equals(replaced)) {
                findings.add(subject, "server-added", before, entry.getValue(), true, "", null, url);
            }
        }
    }

    private static Map<String, Node> servers(Node servers, Coverage coverage) {
        Map<String, Node> byUrl = new LinkedHashMap<>();
        for (Node server : servers.items()) {
            coverage.object(server, KEYS);
            String url = server.text("url", "/");
            byUrl.putIfAbsent(url.length() > 1 && url.endsWith("/") ? url.substring(0, url.length() - 1) : url, server);
        }
        return byUrl;
    }

    private void variables(Subject subject, Node before, Node after) {
        Set<String> names = new TreeSet<>(before.keys());
        names.addAll(after.keys());
        for (String name : names) {
            Node was = before.get(name);
            Node now = after.get(name);
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

    private void values(Subject subject, String name, Node before, Node after) {
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

    private static SortedSet<String> texts(Node array) {
        SortedSet<String> texts = new TreeSet<>();
        array.items().forEach(item -> texts.add(item.value().asText()));
        return texts;
    }
}
