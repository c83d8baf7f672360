package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every node that a schema leads to, through its references too, and from where. */
final class Routes {
    private final IdentityHashMap<JsonNode, List<JsonNode>> origins = new IdentityHashMap<>();

    private Routes() {}

    /**
     * @param schema a node of the document's own tree
     */
    static Routes from(SpecDocument document, JsonNode schema) {
        Routes routes = new Routes();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(schema));
        routes.origins.put(schema, new ArrayList<>());
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            routes.step(node, document.target(node), open);
            node.forEach(child -> routes.step(node, child, open));
        }
        return routes;
    }

    private void step(JsonNode from, JsonNode to, Deque<JsonNode> open) {
        if (to.isContainerNode()) {
            List<JsonNode> known = origins.get(to);
            if (known == null) {
                known = new ArrayList<>();
                origins.put(to, known);
                open.add(to);
            }
            known.add(from);
        }
    }

    /** The way to a node; null if nothing leads there. */
    @Nullable
    Route to(JsonNode place) {
        if (!origins.containsKey(place)) {
            return null;
        }
        IdentityHashMap<JsonNode, Integer> distances = new IdentityHashMap<>();
        distances.put(place, 0);
        Deque<JsonNode> open = new ArrayDeque<>(List.of(place));
        while (!open.isEmpty()) {
            JsonNode node = open.remove();
            for (JsonNode origin : origins.getOrDefault(node, List.of())) {
                if (distances.putIfAbsent(origin, distances.getOrDefault(node, 0) + 1) == null) {
                    open.add(origin);
                }
            }
        }
        return new Route(distances);
    }
}
