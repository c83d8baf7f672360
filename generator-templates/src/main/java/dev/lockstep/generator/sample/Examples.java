package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bodies as a vendor shows them: what its schema requires, with the values of its examples; what is required alone where that
 * would be longer than 16 KiB. An example that contradicts its
 * schema loses, since a body that does not decode helps nobody's test.
 */
final class Examples {
    /** Values of types without a format. */
    static final Map<String, JsonNode> PLAIN =
            Map.of("string", Samples.text("text"), "integer", Samples.number("1"), "number", Samples.number("1.5"));

    private static final int LONGEST = 16_384;

    private Examples() {}

    /** The value of a Media Type Object. */
    static JsonNode body(Node mediaType) {
        SpecDocument document = mediaType.document();
        Node schema = mediaType.get("schema");
        JsonNode shown = shown(mediaType);
        if (!schema.exists()) {
            return shown == null ? Samples.JSON.objectNode() : shown;
        }
        JsonNode made = Instances.example(document, schema.value(), schema.pointer());
        JsonNode body = made == null ? Samples.JSON.objectNode() : made;
        JsonNode merged = shown == null ? body : merged(body, shown);
        if (merged.toString().length() <= LONGEST) {
            return merged;
        }
        Instances.Instance shorter =
                Instances.make(document, schema.value(), schema.pointer(), Instances.Mode.REQUIRED, -1);
        return shorter == null ? merged : shorter.json();
    }

    private static @Nullable JsonNode shown(Node mediaType) {
        if (mediaType.has("example")) {
            return mediaType.get("example").value();
        }
        Node examples = mediaType.get("examples");
        for (String name : examples.keys()) {
            Node example = examples.get(name).resolved();
            if (example.has("value")) {
                return example.get("value").value();
            }
        }
        return null;
    }

    /** The instance with the example's values where both are of one kind, and what only the example has. */
    static JsonNode merged(JsonNode instance, JsonNode example) {
        if (instance instanceof ObjectNode object && example.isObject()) {
            ObjectNode merged = object.deepCopy();
            example.properties().forEach(member -> {
                JsonNode own = object.get(member.getKey());
                merged.set(member.getKey(), own == null ? member.getValue() : merged(own, member.getValue()));
            });
            return merged;
        }
        if (instance instanceof ArrayNode list && example.isArray() && !list.isEmpty() && !example.isEmpty()) {
            ArrayNode merged = Samples.JSON.arrayNode();
            example.forEach(each -> merged.add(merged(list.get(0), each)));
            return merged;
        }
        boolean sameKind = instance.isValueNode()
                && instance.getNodeType() == example.getNodeType()
                && (!instance.isNumber() || isWhole(example) || !isWhole(instance));
        return sameKind && !Samples.isFormatted(instance) ? example : instance;
    }

    private static boolean isWhole(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().scale() <= 0;
    }
}
