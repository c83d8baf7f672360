package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.openapi.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes of one document that another document has otherwise, or not at all: what is worth a visit when an operation is tried. */
final class Changes {
    /** Keywords under which names stand, not keywords. */
    private static final Set<String> NAMED = Structure.maps();

    private static final Set<String> IGNORED = Structure.keywords(Structure.Role.PROSE);

    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<JsonNode> places = new ArrayList<>();

    private Changes() {}

    /**
     * Lays an operation beside the same one of another document.
     *
     * @return nodes of {@code mine}'s tree in its order, each one the innermost object that says something else
     */
    static List<JsonNode> of(SpecOperation mine, SpecOperation other) {
        Changes changes = new Changes();
        JsonNode root = mine.node().value();
        changes.visit(root, other.node().value(), root, false);
        for (String pointer : Description.pointers(mine)) {
            JsonNode target = mine.node().document().at(pointer);
            JsonNode before = other.node().document().at(pointer);
            if (!before.isMissingNode()) {
                changes.visit(target, before, target, false);
            }
        }
        return changes.places;
    }

    private void add(JsonNode place) {
        if (seen.add(place)) {
            places.add(place);
        }
    }

    /**
     * @param owner the object that the node is a part of
     * @param names whether the keys are names that the vendor chose
     */
    private void visit(JsonNode mine, JsonNode other, JsonNode owner, boolean names) {
        if (mine.equals(other)) {
            return;
        }
        if (mine.isObject() && other.isObject()) {
            members(mine, other, names ? owner : mine, names);
        } else if (mine.isArray() && other.isArray()) {
            elements(mine, other, owner);
        } else {
            add(owner);
        }
    }

    private void members(JsonNode mine, JsonNode other, JsonNode owner, boolean names) {
        for (Map.Entry<String, JsonNode> member : mine.properties()) {
            String key = member.getKey();
            JsonNode value = member.getValue();
            if (!names && IGNORED.contains(key)) {
                continue;
            }
            if (other.has(key)) {
                visit(value, other.path(key), owner, !names && NAMED.contains(key));
            } else {
                add(names && value.isObject() ? value : owner);
            }
        }
        for (String key : (Iterable<String>) other::fieldNames) {
            if (!mine.has(key) && (names || !IGNORED.contains(key))) {
                add(owner);
            }
        }
    }

    private void elements(JsonNode mine, JsonNode other, JsonNode owner) {
        List<JsonNode> before = new ArrayList<>();
        other.forEach(before::add);
        for (int i = 0; i < mine.size(); i++) {
            JsonNode element = mine.path(i);
            if (!before.contains(element)) {
                if (element.isObject() && !element.has("$ref") && other.path(i).isObject()) {
                    visit(element, other.path(i), owner, false);
                } else {
                    add(element.isObject() ? element : owner);
                }
            }
        }
        mine.forEach(before::remove);
        if (!before.isEmpty()) {
            add(owner);
        }
    }
}
