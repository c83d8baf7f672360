package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the raw trees after the walk. What only people read becomes docs-only; what the walk has not judged, and
 * what an operation could reach, becomes {@code unclassified}. Nothing is left silent.
 */
final class CatchAll {
    private static final Subject DOCUMENT = new Subject("", "", "", "the document", Direction.ANY);
    /** What stands here matters only where an operation refers to it, and there the walk has seen it. */
    private static final String COMPONENTS = "#/components/";

    private final Findings findings;
    private final Node before;
    private final Node after;

    CatchAll(Findings findings, Node before, Node after) {
        this.findings = findings;
        this.before = before;
        this.after = after;
    }

    void compare() {
        objects(before, after, false);
    }

    private void values(Node was, Node now, boolean map) {
        if (was.value().equals(now.value())) {
            return;
        }
        if (was.value().isObject() && now.value().isObject()) {
            objects(was, now, map);
        } else if (was.value().isArray() && now.value().isArray()) {
            arrays(was, now);
        }
    }

    /** Whether the difference of a whole value was not told yet. */
    private boolean untold(Node was, Node now) {
        return !findings.oldCoverage.isWhole(was.pointer()) && !findings.newCoverage.isWhole(now.pointer());
    }

    private void objects(Node was, Node now, boolean map) {
        Set<String> keys = new LinkedHashSet<>(was.keys());
        keys.addAll(now.keys());
        for (String key : keys) {
            Node oldNode = was.get(key);
            Node newNode = now.get(key);
            if (oldNode.value().equals(newNode.value())) {
                continue;
            }
            if (!map && docs(was, now, key, oldNode, newNode)) {
                continue;
            }
            boolean data = !map && Keywords.DATA.contains(key);
            boolean containers = !data
                    && oldNode.value().isContainerNode()
                    && newNode.value().isContainerNode()
                    && oldNode.value().getNodeType() == newNode.value().getNodeType();
            if (containers && untold(oldNode, newNode)) {
                values(oldNode, newNode, !map && Keywords.MAPS.contains(key));
            } else if (!covered(was, now, key, oldNode, newNode, map)) {
                unclassified(key, oldNode, newNode);
            }
        }
    }

    private boolean covered(Node was, Node now, String key, Node oldNode, Node newNode, boolean map) {
        String pointer = oldNode.pointer();
        if (pointer.startsWith(COMPONENTS) || pointer.equals("#/components")) {
            return true;
        }
        Coverage old = findings.oldCoverage;
        Coverage fresh = findings.newCoverage;
        if (old.covers(was.pointer(), key, oldNode.pointer()) || fresh.covers(now.pointer(), key, newNode.pointer())) {
            return true;
        }
        if (map && (old.reached(oldNode.pointer()) || fresh.reached(newNode.pointer()))) {
            return true;
        }
        // An empty map or list where there was none says nothing; its entries would have been told.
        JsonNode there = oldNode.exists() ? oldNode.value() : newNode.value();
        boolean oneSided = oldNode.exists() != newNode.exists();
        return oneSided && there.isContainerNode() && (there.isEmpty() || told(oldNode.exists() ? oldNode : newNode));
    }

    /** Whether every entry of a map that came or went was judged. */
    private boolean told(Node container) {
        Coverage coverage = container.document() == before.document() ? findings.oldCoverage : findings.newCoverage;
        for (String key : container.keys()) {
            if (!coverage.reached(Pointer.child(container.pointer(), key))) {
                return false;
            }
        }
        return container.value().isObject();
    }

    private void arrays(Node was, Node now) {
        Map<String, Node> byName = new HashMap<>();
        List<Node> oldItems = was.items();
        for (int i = 0; i < oldItems.size(); i++) {
            byName.putIfAbsent(identity(oldItems.get(i), i), oldItems.get(i));
        }
        List<Node> newItems = now.items();
        for (int i = 0; i < newItems.size(); i++) {
            Node item = newItems.get(i);
            Node old = byName.get(identity(item, i));
            if (old != null && untold(old, item)) {
                values(old, item, false);
            }
        }
    }

    private static String identity(Node item, int index) {
        Node resolved = item.resolved();
        String in = resolved.text("in", "");
        String name = resolved.text("name", resolved.text("url", item.text("$ref", "")));
        return name.isEmpty() ? String.valueOf(index) : in + " " + name;
    }

    /** Tells what only people read; returns whether the key is of that kind. */
    private boolean docs(Node was, Node now, String key, Node oldNode, Node newNode) {
        boolean root = was.pointer().equals(Pointer.ROOT);
        if (root && key.equals("openapi")) {
            tell("openapi-version-changed", oldNode, newNode, "");
            return true;
        }
        if (Keywords.isExtension(key)) {
            boolean told =
                    findings.oldCoverage.isWhole(oldNode.pointer()) || findings.newCoverage.isWhole(newNode.pointer());
            if (!told) {
                tell(
                        "extension-changed",
                        oldNode,
                        newNode,
                        Wording.code(key) + " at " + Wording.code(newNode.pointer()));
            }
            return true;
        }
        boolean info = was.pointer().equals("#/info");
        if (root
                && key.equals("info")
                && oldNode.value().isObject()
                && newNode.value().isObject()) {
            objects(oldNode, newNode, false);
            return true;
        }
        if (!info && !Keywords.DOCS.contains(key) && !key.equals("info")) {
            return false;
        }
        if (findings.oldCoverage.isWhole(oldNode.pointer()) || findings.newCoverage.isWhole(newNode.pointer())) {
            return true;
        }
        boolean replaced = !oldNode.exists() || !newNode.exists();
        boolean rewritten = was.has("$ref") != now.has("$ref")
                || EmptyLists.says(was.value(), "allOf") != EmptyLists.says(now.value(), "allOf");
        if (!(replaced && rewritten)) {
            tell("docs-changed", oldNode, newNode, Wording.code(key) + " of " + Wording.code(now.pointer()));
        }
        return true;
    }

    private void tell(String kind, Node was, Node now, String name) {
        findings.add(
                DOCUMENT,
                kind,
                was,
                now,
                now.exists(),
                name,
                was.exists() ? Wording.compact(was.value()) : "none",
                now.exists() ? Wording.compact(now.value()) : "none");
    }

    private void unclassified(String key, Node was, Node now) {
        Node there = now.exists() ? now : was;
        tell("unclassified", was, now, Wording.code(key) + " at " + Wording.code(there.pointer()));
    }
}
