package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.document.Pointer;
import dev.lockstep.generator.document.SpecDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Pointers for the lock. A list of alternatives has no order, so what lies in one is found again by what it refers to, is
 * titled or is constant, never by its index: {@code #/…/oneOf/Cat}.
 */
final class StableKeys {
    private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "allOf");

    private final SpecDocument document;
    private final Map<String, String> keys = new HashMap<>();

    StableKeys(SpecDocument document) {
        this.document = document;
    }

    /** The stable form of a pointer; what is no pointer is its own. */
    String of(String pointer) {
        return pointer.startsWith("#/") ? keys.computeIfAbsent(pointer, this::stable) : pointer;
    }

    /**
     * The name that a lock has for a place. Locks of earlier generators have alternatives by index.
     *
     * @param suffix of the key, after the pointer
     * @return null if the lock has none
     */
    @Nullable
    String find(SortedMap<String, String> sticky, String pointer, String suffix) {
        String name = sticky.get(of(pointer) + suffix);
        return name == null ? sticky.get(pointer + suffix) : name;
    }

    private String stable(String pointer) {
        List<String> stable = new ArrayList<>();
        JsonNode node = document.root();
        String keyword = "";
        for (String token : Pointer.tokens(pointer)) {
            boolean alternative = ALTERNATIVES.contains(keyword) && node.isArray() && token.matches("\\d{1,6}");
            stable.add(alternative ? name(node, Integer.parseInt(token)) : token);
            node = node.isArray() && token.matches("\\d{1,6}") ? node.path(Integer.parseInt(token)) : node.path(token);
            keyword = token;
        }
        String key = "#";
        for (String token : stable) {
            key = Pointer.child(key, token);
        }
        return key;
    }

    /** Those of one name are numbered in their order. */
    private static String name(JsonNode alternatives, int index) {
        String name = name(alternatives.path(index));
        int number = 1;
        for (int i = 0; i < index; i++) {
            number += name(alternatives.path(i)).equals(name) ? 1 : 0;
        }
        return number == 1 ? name : name + " " + number;
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        String title = schema.path("title").asText("");
        if (!title.isBlank()) {
            return title;
        }
        String constant = Constants.of(schema);
        if (constant != null) {
            return constant;
        }
        JsonNode type = schema.path("type");
        String format = schema.path("format").asText("");
        return (type.isTextual() ? type.asText() : "schema") + (format.isEmpty() ? "" : " " + format);
    }
}
