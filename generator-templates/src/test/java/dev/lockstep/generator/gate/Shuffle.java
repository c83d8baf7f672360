package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.sample.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The same document with the members of every object in another order. Lists keep theirs, and so do {@code properties}: a
 * model declares them in the document's order.
 */
final class Shuffle {
    private final Random random;

    private Shuffle(long seed) {
        this.random = new Random(seed);
    }

    static JsonNode of(JsonNode root, long seed) {
        return new Shuffle(seed).copy(root, "");
    }

    private JsonNode copy(JsonNode node, String name) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Samples.JSON.arrayNode();
            array.forEach(each -> copy.add(copy(each, "")));
            return copy;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        if (!name.equals("properties")) {
            Collections.shuffle(members, random);
        }
        ObjectNode copy = Samples.JSON.objectNode();
        members.forEach(member -> copy.set(member.getKey(), copy(member.getValue(), member.getKey())));
        return copy;
    }
}
