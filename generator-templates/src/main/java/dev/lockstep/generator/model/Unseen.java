package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Structure;
import dev.lockstep.openapi.Structure.Role;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a document says that shows in no member of its client: prose, which becomes Javadoc, and limits, which the vendor
 * checks. Nothing that decides types or names reads these keywords' values.
 */
public final class Unseen {
    /** Prose after which things are named where they have no better name. */
    private static final Set<String> NAMING = Set.of("title", "summary");

    private static final Set<String> KEYWORDS = Structure.keywords(Role.LIMIT, Role.PROSE).stream()
            .filter(keyword -> !NAMING.contains(keyword))
            .collect(Collectors.toUnmodifiableSet());

    /** Members of these are called as the vendor likes. */
    private static final Set<String> NAMES = Structure.maps();

    /** Of these every value counts, whatever it is called. */
    private static final Set<String> DATA = Set.of("default", "const", "enum", "mapping", "scopes");

    private Unseen() {}

    /**
     * Whether two documents differ in such values at most, one for one: then their clients have the same members, named the
     * same. What one of them lacks, prose and limits too, counts as a difference.
     */
    public static boolean only(JsonNode one, JsonNode other) {
        return only(one, other, false);
    }

    private static boolean only(JsonNode one, JsonNode other, boolean names) {
        if (one.size() != other.size() || one.getNodeType() != other.getNodeType()) {
            return false;
        }
        if (one instanceof ObjectNode object) {
            for (var member : object.properties()) {
                String key = member.getKey();
                JsonNode its = other.get(key);
                if (its == null || !member(key, member.getValue(), its, names)) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (!only(array.get(i), other.get(i), false)) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    private static boolean member(String key, JsonNode one, JsonNode other, boolean name) {
        if (name) {
            return only(one, other, false);
        }
        if (data(key)) {
            return one.equals(other);
        }
        boolean texts = one.isTextual() && other.isTextual();
        boolean numbers = one.isNumber() && other.isNumber();
        return ((texts || numbers) && KEYWORDS.contains(key)) || only(one, other, NAMES.contains(key));
    }

    /** A schema without them. */
    static JsonNode without(JsonNode schema) {
        return without(schema, false);
    }

    private static JsonNode without(JsonNode node, boolean names) {
        if (node instanceof ArrayNode array) {
            ArrayNode rest = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> rest.add(without(item, false)));
            return rest;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            String key = member.getKey();
            if (names || !is(key)) {
                boolean whole = !names && data(key);
                rest.set(key, whole ? member.getValue() : without(member.getValue(), !names && NAMES.contains(key)));
            }
        });
        return rest;
    }

    /** Whether a keyword of a schema is one of them. */
    static boolean is(String keyword) {
        return KEYWORDS.contains(keyword);
    }

    private static boolean data(String key) {
        return DATA.contains(key) || key.startsWith("x-");
    }
}
