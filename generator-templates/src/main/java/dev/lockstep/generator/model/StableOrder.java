package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.SpecDocument;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sorts what a document says in no order: the members of its objects, but for {@code properties}, which a model declares in
 * the document's order. What is read from the result cannot depend on how a vendor orders its keys.
 */
final class StableOrder {
    private StableOrder() {}

    static SpecDocument of(SpecDocument document) {
        return document.withRoot(sorted(document.root(), ""));
    }

    private static JsonNode sorted(JsonNode node, String name) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(each -> copy.add(sorted(each, "")));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (name.equals("properties")) {
            object.properties()
                    .forEach(member -> copy.set(member.getKey(), sorted(member.getValue(), member.getKey())));
            return copy;
        }
        Map<String, JsonNode> members =
                new TreeMap<>(name.equals("content") ? MediaType.PREFERRED : Comparator.naturalOrder());
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.forEach((key, value) -> copy.set(key, sorted(value, key)));
        return copy;
    }
}
