package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** The shortest way to one node of a document from those that lead to it. */
final class Route {
    private final IdentityHashMap<JsonNode, Integer> distances;

    /**
     * @param distances in steps, by the node; 0 at the end of the way
     */
    Route(IdentityHashMap<JsonNode, Integer> distances) {
        this.distances = distances;
    }

    /** From the nearest of these nodes; {@link Integer#MAX_VALUE} if none leads there. */
    int distance(List<JsonNode> nodes) {
        int nearest = Integer.MAX_VALUE;
        for (JsonNode node : nodes) {
            nearest = Math.min(nearest, distances.getOrDefault(node, Integer.MAX_VALUE));
        }
        return nearest;
    }

    /** The same nodes, the nearest first. */
    List<JsonNode> nearestFirst(List<JsonNode> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparingInt(node -> distance(List.of(node))))
                .toList();
    }
}
