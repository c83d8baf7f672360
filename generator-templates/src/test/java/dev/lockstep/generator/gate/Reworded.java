package dev.lockstep.generator.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.sample.Samples;
import dev.lockstep.openapi.SpecDocument;
import java.util.Set;

/** The same document with other prose and other limits in every second place that has some. */
final class Reworded {
    private static final Set<String> PROSE = Set.of("description", "example", "$comment", "pattern");
    private static final Set<String> LIMITS = Set.of(
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties");

    /** Whose values belong to the contract, whatever they are called. */
    private static final Set<String> DATA =
            Set.of("default", "const", "enum", "mapping", "scopes", "required", "security", "variables");

    private final SpecDocument document;
    private final JsonNode root;
    private int seen;
    private int edits;

    private Reworded(SpecDocument document) {
        this.document = document;
        this.root = copy(document.root());
    }

    static Reworded of(SpecDocument document) {
        return new Reworded(document);
    }

    SpecDocument edited() {
        return document.withRoot(root);
    }

    int edits() {
        return edits;
    }

    private JsonNode copy(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Samples.JSON.arrayNode();
            array.forEach(each -> copy.add(copy(each)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = Samples.JSON.objectNode();
        object.properties().forEach(member -> {
            String key = member.getKey();
            JsonNode value = member.getValue();
            boolean prose = PROSE.contains(key) && value.isTextual();
            boolean limit = LIMITS.contains(key) && value.isIntegralNumber();
            if (DATA.contains(key) || key.startsWith("x-")) {
                copy.set(key, value);
            } else if ((prose || limit) && seen++ % 2 == 0) {
                edits++;
                copy.set(
                        key,
                        prose
                                ? Samples.JSON.textNode(value.asText() + "x")
                                : Samples.JSON.numberNode(value.asLong() + 1));
            } else {
                copy.set(key, copy(value));
            }
        });
        return copy;
    }
}
