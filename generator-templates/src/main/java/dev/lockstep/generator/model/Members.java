package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.generator.names.SymbolTable;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Names what is inside a class. Only names that are not plain translations go to the lock. */
final class Members {
    private static final Set<String> CONSTANTS =
            Set.of("SHAPE", "ADAPTER", "TABLE", "ADDITIONAL_PROPERTIES", "UNKNOWN", "NONE");

    private Members() {}

    /**
     * Names what is inside a class.
     *
     * @param classes names of all classes: a constant of the same name would hide one
     */
    static void name(
            TypeDef type, Set<String> classes, SortedMap<String, String> sticky, SortedMap<String, String> names) {
        if (type instanceof ObjectType object) {
            object(object, classes, sticky, names);
        } else if (type instanceof EnumType constants) {
            constants(constants, sticky, names);
        } else if (type instanceof UnionType union) {
            union(union, sticky, names);
        }
    }

    private static void object(
            ObjectType type, Set<String> classes, SortedMap<String, String> sticky, SortedMap<String, String> names) {
        SymbolTable accessors = new SymbolTable(false, Set.of());
        SymbolTable constants = new SymbolTable(false, CONSTANTS);
        for (PropertyModel property : type.properties()) {
            String key = key(type, property.jsonName());
            String natural = Reserved.member(JavaNames.member(property.jsonName()));
            accessors.want(key, natural);
            if (sticky.containsKey(key)) {
                accessors.keep(key, sticky.get(key));
            }
            String constant = JavaNames.constant(JavaNames.member(property.jsonName()));
            constants.want(key, classes.contains(constant) ? constant + "_PROPERTY" : constant);
        }
        String rest = type.key() + " additional";
        accessors.want(rest, "additionalProperties");
        Map<String, String> assigned = accessors.assign();
        Map<String, String> assignedConstants = constants.assign();
        for (PropertyModel property : type.properties()) {
            String key = key(type, property.jsonName());
            String name = assigned.getOrDefault(key, "value");
            property.name(name, assignedConstants.getOrDefault(key, "VALUE"));
            if (!name.equals(Reserved.member(JavaNames.member(property.jsonName())))) {
                names.put(key, name);
            }
        }
        type.additionalName(assigned.getOrDefault(rest, "additionalProperties"));
    }

    private static void constants(EnumType type, SortedMap<String, String> sticky, SortedMap<String, String> names) {
        SymbolTable table = new SymbolTable(false, CONSTANTS);
        for (EnumType.Constant constant : type.constants()) {
            String key = key(type, constant.value().toString());
            table.want(key, natural(constant.value()));
            if (sticky.containsKey(key)) {
                table.keep(key, sticky.get(key));
            }
        }
        Map<String, String> assigned = table.assign();
        for (EnumType.Constant constant : type.constants()) {
            String key = key(type, constant.value().toString());
            String name = assigned.getOrDefault(key, "VALUE");
            constant.name(name);
            if (!name.equals(natural(constant.value()))) {
                names.put(key, name);
            }
        }
    }

    private static String natural(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        if (value.isNumber()) {
            String digits = text.startsWith("-") ? "MINUS_" + text.substring(1) : text;
            return "VALUE_" + digits.replaceAll("[^A-Za-z0-9]", "_");
        }
        return JavaNames.constant(text);
    }

    private static void union(UnionType type, SortedMap<String, String> sticky, SortedMap<String, String> names) {
        SymbolTable table = new SymbolTable(true, Set.of("Unknown"));
        for (UnionType.Variant variant : type.variants()) {
            String key = variant.pointer() + " variant";
            table.want(key, "Of" + variant.type().label());
            if (sticky.containsKey(key)) {
                table.keep(key, sticky.get(key));
            }
        }
        Map<String, String> assigned = table.assign();
        for (UnionType.Variant variant : type.variants()) {
            String name = assigned.getOrDefault(variant.pointer() + " variant", "OfValue");
            variant.name(name);
            names.put(variant.pointer() + " variant", name);
        }
    }

    private static String key(TypeDef type, String member) {
        return type.key() + " " + member;
    }
}
