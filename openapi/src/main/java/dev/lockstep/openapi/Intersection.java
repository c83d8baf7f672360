package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What schemas that hold for one value at once leave of each other's types and values, in whatever order they are met. */
public final class Intersection {
    private Intersection() {}

    /**
     * The JSON types that both sides allow; a whole number is a number.
     *
     * @return in the order of {@code other}; empty where the two exclude each other
     */
    public static Set<String> types(Set<String> one, Collection<String> other) {
        Set<String> both = new LinkedHashSet<>();
        for (String type : other) {
            if (one.contains(type) || (type.equals("integer") && one.contains("number"))) {
                both.add(type);
            } else if (type.equals("number") && one.contains("integer")) {
                both.add("integer");
            }
        }
        return both;
    }

    /**
     * The values that both sides list.
     *
     * @return in the order of {@code other}; empty where the two exclude each other
     */
    public static List<JsonNode> values(Collection<JsonNode> one, List<JsonNode> other) {
        Set<JsonNode> listed = new HashSet<>(one);
        return other.stream().filter(listed::contains).toList();
    }
}
