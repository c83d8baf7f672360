package dev.lockstep.generator.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.model.EnumType;
import java.util.ArrayList;
import java.util.List;

/**
 * The class of an enum, as {@code enum.mustache} prints it.
 *
 * @param name the name of the class
 * @param javadoc lines of a comment; empty for none
 * @param deprecated whether users are advised against it
 * @param wire type of a value on the wire
 * @param wireAdapter expression of that type's adapter
 * @param texts whether all values are texts
 * @param longs whether all values are whole numbers
 * @param decimals whether all values are numbers that are not all whole
 * @param mixed whether the values are of several types
 * @param others whether one of its constants stands for every other value
 * @param constants in the document's order, retired ones last
 */
record EnumView(
        String name,
        String javadoc,
        boolean deprecated,
        String wire,
        String wireAdapter,
        boolean texts,
        boolean longs,
        boolean decimals,
        boolean mixed,
        boolean others,
        List<Constant> constants) {
    /**
     * A value.
     *
     * @param name the name of its constant
     * @param enumName the name of the class
     * @param retired whether the vendor's document no longer lists it
     * @param literal the value; a text with its digits among decimals, and with its JSON among mixed ones that are no texts
     * @param text whether it is a text
     * @param formerNames names of its constant before it was renamed
     */
    record Constant(
            String name, String enumName, boolean retired, String literal, boolean text, List<String> formerNames) {}

    static EnumView of(EnumType type) {
        List<Constant> constants = new ArrayList<>();
        type.constants().forEach(each -> constants.add(constant(type, each, false)));
        type.retired().forEach(each -> constants.add(constant(type, each, true)));
        return new EnumView(
                type.name(),
                Comments.of(type.docs(), 0),
                type.docs().deprecated(),
                type.wire().javaName(),
                type.wire().adapter(),
                type.wire() == EnumType.Wire.STRING,
                type.wire() == EnumType.Wire.LONG,
                type.wire() == EnumType.Wire.DECIMAL,
                type.wire() == EnumType.Wire.MIXED,
                type.others(),
                constants);
    }

    private static Constant constant(EnumType type, EnumType.Constant constant, boolean retired) {
        return new Constant(
                constant.name(),
                type.name(),
                retired,
                literal(constant.value(), type.wire()),
                constant.value().isTextual(),
                constant.formerNames());
    }

    private static String literal(JsonNode value, EnumType.Wire wire) {
        return switch (wire) {
            case STRING -> Literals.string(value.asText());
            case LONG -> Literals.int64(value.decimalValue().longValueExact());
            case DECIMAL -> Literals.string(value.decimalValue().toString());
            case MIXED -> Literals.string(value.isTextual() ? value.asText() : value.toString());
        };
    }
}
