package dev.lockstep.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.model.UnionType;

/** Makes up JSON that fits a type: every property is there down to a depth, then only the required ones. */
final class Synthesizer {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int FULL_DEPTH = 2;
    private static final int DEEPEST = 12;

    private Synthesizer() {}

    static JsonNode of(TypeDef type) {
        return definition(type, 0);
    }

    private static JsonNode reference(TypeRef type, int depth) {
        if (type instanceof TypeRef.ListOf list) {
            ArrayNode array = NODES.arrayNode();
            return depth > FULL_DEPTH + 2 ? array : array.add(reference(list.element(), depth + 1));
        }
        if (type instanceof TypeRef.MapOf map) {
            ObjectNode object = NODES.objectNode();
            return depth > FULL_DEPTH + 2 ? object : object.set("some key", reference(map.value(), depth + 1));
        }
        if (type instanceof TypeRef.Named named) {
            return definition(named.def(), depth + 1);
        }
        return switch (((TypeRef.Scalar) type).type()) {
            case STRING, UPLOAD -> NODES.textNode("text \u00e9 \"quoted\"");
            case BOOLEAN -> NODES.booleanNode(true);
            case INTEGER -> NODES.numberNode(Integer.MIN_VALUE);
            case LONG -> NODES.numberNode(Long.MAX_VALUE);
            case BIG_INTEGER -> NODES.numberNode(new java.math.BigInteger("18446744073709551615"));
            case FLOAT -> NODES.numberNode(new java.math.BigDecimal("0.5"));
            case DOUBLE -> NODES.numberNode(new java.math.BigDecimal("1.25"));
            case DECIMAL -> NODES.numberNode(new java.math.BigDecimal("12345678901234567890.123456789"));
            case DECIMAL_TEXT -> NODES.textNode("10.50");
            case DATE_TIME -> NODES.textNode("2024-02-29T23:59:59.5+05:30");
            case DATE -> NODES.textNode("2024-02-29");
            case TIME -> NODES.textNode("23:59:59Z");
            case DURATION -> NODES.textNode("PT1H30M");
            case UUID -> NODES.textNode("849e77c6-5cb3-479a-a985-7fab630e2c78");
            case URI -> NODES.textNode("https://example.com/a?b=c#d");
            case BYTES -> NODES.textNode("AAECAw==");
            case VALUE -> NODES.objectNode().put("any", 1).putNull("thing");
        };
    }

    private static JsonNode definition(TypeDef type, int depth) {
        if (type instanceof EnumType constants) {
            return constants.constants().get(0).value();
        }
        if (type instanceof UnionType union) {
            return union(union, depth);
        }
        ObjectNode object = NODES.objectNode();
        for (PropertyModel property : ((ObjectType) type).properties()) {
            if (depth < FULL_DEPTH || (property.required() && depth <= DEEPEST)) {
                object.set(property.jsonName(), reference(property.type(), depth + 1));
            }
        }
        return object;
    }

    private static JsonNode union(UnionType union, int depth) {
        UnionType.Variant variant = union.variants().stream()
                .filter(each -> depth < FULL_DEPTH || !(each.type() instanceof TypeRef.Named))
                .findFirst()
                .orElse(union.variants().get(0));
        JsonNode value = reference(variant.type(), depth + 1);
        if (union.discriminator() != null
                && value instanceof ObjectNode object
                && !variant.tags().isEmpty()) {
            JsonNode tag = object.path(union.discriminator());
            if (!variant.tags().contains(tag.asText())) {
                object.put(union.discriminator(), variant.tags().get(0));
            }
        }
        return value;
    }
}
