package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Turns lists of values into open enums. */
final class EnumReader {
    private final SchemaReader schemas;

    EnumReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    Resolved read(Node schema, MergedSchema merged, String hint) {
        boolean nullable = merged.nullable();
        Set<JsonNode> values = new LinkedHashSet<>();
        for (JsonNode value : Objects.requireNonNull(merged.values())) {
            if (value.isNull()) {
                nullable = true;
            } else {
                values.add(typed(value, merged));
            }
        }
        if (values.isEmpty() || values.stream().allMatch(JsonNode::isBoolean)) {
            return new Resolved(
                    values.isEmpty() ? TypeRef.Scalar.ANY : new TypeRef.Scalar(ScalarType.BOOLEAN), nullable);
        }
        return new Resolved(new TypeRef.Named(define(schema, hint, values)), nullable);
    }

    /** An enum of which the document lists no value any more. */
    Resolved freed(Node schema, String hint, boolean nullable) {
        EnumType type = new EnumType(schema.pointer(), hint, schemas.docs(schema.value()), EnumType.Wire.STRING);
        schemas.define(type);
        return new Resolved(new TypeRef.Named(type), nullable);
    }

    /** One enum of the values of several. */
    EnumType merge(Node schema, String hint, List<EnumType> parts) {
        Set<JsonNode> values = new LinkedHashSet<>();
        parts.forEach(part -> part.constants().forEach(constant -> values.add(constant.value())));
        return define(schema, hint, values);
    }

    private EnumType define(Node schema, String hint, Set<JsonNode> values) {
        EnumType type =
                new EnumType(schema.pointer(), hint, schemas.docs(schema.value()), wire(new ArrayList<>(values)));
        values.forEach(type::add);
        schemas.define(type);
        return type;
    }

    /** A value as its schema types it: a number listed under {@code type: string} is text. */
    private static JsonNode typed(JsonNode value, MergedSchema merged) {
        Set<String> types = merged.types();
        if (types.equals(Set.of("string")) && value.isValueNode() && !value.isTextual()) {
            return JsonNodeFactory.instance.textNode(value.asText());
        }
        if (value.isTextual() && (types.equals(Set.of("integer")) || types.equals(Set.of("number")))) {
            try {
                return JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(value.textValue()));
            } catch (NumberFormatException e) {
                return value;
            }
        }
        return value;
    }

    private static EnumType.Wire wire(List<JsonNode> values) {
        if (values.stream().allMatch(JsonNode::isTextual)) {
            return EnumType.Wire.STRING;
        }
        if (values.stream().allMatch(EnumReader::fitsLong)) {
            return EnumType.Wire.LONG;
        }
        return values.stream().allMatch(JsonNode::isNumber) ? EnumType.Wire.DECIMAL : EnumType.Wire.MIXED;
    }

    private static boolean fitsLong(JsonNode value) {
        if (!value.isNumber()) {
            return false;
        }
        try {
            value.decimalValue().longValueExact();
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }
}
