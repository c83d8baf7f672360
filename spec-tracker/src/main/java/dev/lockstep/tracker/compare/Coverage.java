package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which places of one document the walk has judged. What it has not is the catch-all's. */
final class Coverage {
    private final Map<String, Set<String>> objects = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    /** All keywords of this object have been compared. */
    void object(Node node) {
        objects.put(node.pointer(), Set.of());
    }

    /** These keys of this object have been compared, and those of what it refers to. */
    void object(Node node, Set<String> keys) {
        objects.merge(node.pointer(), keys, Coverage::both);
        objects.merge(node.resolved().pointer(), keys, Coverage::both);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Set.of();
        }
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** This place and all beneath it have been judged as one. */
    void whole(Node node) {
        whole.add(node.pointer());
    }

    /** Whether the walk judged the value of this key. */
    boolean covers(String object, String key, String pointer) {
        if (whole.contains(pointer)) {
            return true;
        }
        Set<String> keys = objects.get(object);
        return keys != null && (keys.isEmpty() || keys.contains(key) || key.equals("$ref"));
    }

    boolean isWhole(String pointer) {
        return whole.contains(pointer);
    }

    /** Whether a place was compared at all. */
    boolean reached(String pointer) {
        return whole.contains(pointer) || objects.containsKey(pointer);
    }
}
