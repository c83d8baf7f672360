package dev.lockstep.tracker.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares where the API is reached. The first server is the one that clients call unless they are told otherwise. */
final class ServerComparison {
    private static final Set<String> KEYS = Set.of("url", "variables", "name");

    private final Findings findings;

    ServerComparison(Findings findings) {
        this.findings = findings;
    }

    void document(SpecNode before, SpecNode after) {
        Subject subject = new Subject("", "", "", "the API", Direction.ANY);
        compare(subject, before, after);
    }

    void operation(Subject subject, SpecOperation before, SpecOperation after) {
        SpecNode oldHolder = before.node().has("servers") ? before.node() : before.item();
        SpecNode newHolder = after.node().has("servers") ? after.node() : after.item();
        if (oldHolder.has("servers") || newHolder.has("servers")) {
            compare(subject, oldHolder, newHolder);
        }
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
            }
        }
        findings.oldCoverage.whole(before);
        findings.newCoverage.whole(after);
    }
}
