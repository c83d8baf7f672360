package dev.lockstep.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.Upload;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.ScalarType;
import dev.lockstep.generator.model.TypeDef;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.model.UnionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Java values of the types that a client's methods take. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final ContractClient client;

    Values(ContractClient client) {
        this.client = client;
    }

    /** A value with what is required, and nothing else. */
    Object of(TypeRef type) throws Exception {
        if (type instanceof TypeRef.Scalar scalar) {
            return scalar(scalar.type(), json(type, 0));
        }
        if (type instanceof TypeRef.ListOf list) {
            return List.of(of(list.element()));
        }
        if (type instanceof TypeRef.MapOf map) {
            return new LinkedHashMap<>(Map.of("key", of(map.value())));
        }
        TypeDef definition = ((TypeRef.Named) type).def();
        return definition instanceof ObjectType object ? built(object) : decoded(definition, json(type, 0));
    }

    /** A value that is sent as fields or parts: an object, which what has no type can be too. */
    Object fields(TypeRef type) throws Exception {
        if (type instanceof TypeRef.Scalar scalar && scalar.type() == ScalarType.VALUE) {
            return scalar(scalar.type(), JSON.objectNode().put("key", "text"));
        }
        assumeTrue(json(type, 0).isObject(), "the body is sent as fields, and its schema describes no object");
        return of(type);
    }

    /** An object from its builder, as its users make it. */
    Object built(ObjectType type) throws Exception {
        Object builder = ContractClient.call(client.load(type.name()), "builder");
        for (PropertyModel property : type.properties()) {
            if (property.required()) {
                ContractClient.call(builder, property.name(), of(property.type()));
            }
        }
        return ContractClient.call(builder, "build");
    }

    private Object decoded(TypeDef type, JsonNode json) throws Exception {
        Object decoded = ((JsonAdapter<?>) client.constant(type.name(), "ADAPTER")).fromJson(json.toString());
        if (decoded == null) {
            throw new AssertionError(json + " is no " + type.name());
        }
        return decoded;
    }

    private static Object scalar(ScalarType type, JsonNode json) throws Exception {
        if (type == ScalarType.UPLOAD) {
            return Upload.of("a.txt", "some text".getBytes(StandardCharsets.UTF_8));
        }
        JsonAdapter<?> adapter =
                ((JsonAdapter<?>) Json.class.getField(type.name()).get(null)).lenient();
        Object decoded = adapter.fromJson(json.toString());
        if (decoded == null) {
            throw new AssertionError(json + " is no " + type);
        }
        return decoded;
    }

    private static JsonNode json(TypeRef type, int depth) {
        if (type instanceof TypeRef.ListOf list) {
            return JSON.arrayNode().add(json(list.element(), depth + 1));
        }
        if (type instanceof TypeRef.MapOf map) {
            return JSON.objectNode().set("key", json(map.value(), depth + 1));
        }
        if (type instanceof TypeRef.Named named) {
            return json(named.def(), depth + 1);
        }
        return switch (((TypeRef.Scalar) type).type()) {
            case STRING, UPLOAD, VALUE -> JSON.textNode("text");
            case BOOLEAN -> JSON.booleanNode(true);
            case INTEGER, LONG -> JSON.numberNode(7);
            case BIG_INTEGER -> JSON.numberNode(BigInteger.valueOf(7));
            case FLOAT, DOUBLE, DECIMAL -> JSON.numberNode(new BigDecimal("1.5"));
            case DECIMAL_TEXT -> JSON.textNode("1.5");
            case DATE_TIME -> JSON.textNode("2024-02-29T13:14:15Z");
            case DATE -> JSON.textNode("2024-02-29");
            case TIME -> JSON.textNode("13:14:15Z");
            case DURATION -> JSON.textNode("PT1H30M");
            case UUID -> JSON.textNode("123e4567-e89b-12d3-a456-426614174000");
            case URI -> JSON.textNode("https://example.com/a");
            case BYTES -> JSON.textNode("AAEC");
        };
    }

    private static JsonNode json(TypeDef type, int depth) {
        if (depth > DEEPEST) {
            return JSON.objectNode();
        }
        if (type instanceof EnumType constants) {
            return constants.constants().get(0).value();
        }
        if (type instanceof UnionType union) {
            UnionType.Variant variant = union.variants().get(0);
            JsonNode value = json(variant.type(), depth + 1);
            if (union.discriminator() != null
                    && value instanceof ObjectNode object
                    && !variant.tags().isEmpty()) {
                object.put(union.discriminator(), variant.tags().get(0));
            }
            return value;
        }
        ObjectNode object = JSON.objectNode();
        for (PropertyModel property : ((ObjectType) type).properties()) {
            if (property.required()) {
                object.set(property.jsonName(), json(property.type(), depth + 1));
            }
        }
        return object;
    }
}
