package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.generator.names.SymbolTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names what is inside a class. Only names that are not plain translations go to the lock one by one; of the others it has
 * a list, so that what a vendor adds later never takes the name of what was there.
 */
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
        Set<String> known = known(type, sticky);
        SymbolTable accessors = new SymbolTable(false, Set.of());
        SymbolTable constants = new SymbolTable(false, CONSTANTS);
        for (PropertyModel property : type.properties()) {
            String key = key(type, property.jsonName());
            String natural = Reserved.member(JavaNames.member(property.jsonName()));
            accessors.want(key, natural);
            if (sticky.containsKey(key)) {
                accessors.keep(key, sticky.get(key));
            } else if (known.contains(property.jsonName())) {
                accessors.keep(key, natural);
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
        list(type, type.properties().stream().map(PropertyModel::jsonName), names);
        type.additionalName(assigned.getOrDefault(rest, "additionalProperties"));
    }

    private static void constants(EnumType type, SortedMap<String, String> sticky, SortedMap<String, String> names) {
        Set<String> known = known(type, sticky);
        SymbolTable table = new SymbolTable(false, CONSTANTS);
        for (EnumType.Constant constant : type.constants()) {
            String key = key(type, constant.value().toString());
            table.want(key, natural(constant.value()));
            if (sticky.containsKey(key)) {
                table.keep(key, sticky.get(key));
            } else if (known.contains(constant.value().toString())) {
                table.keep(key, natural(constant.value()));
            }
        }
        list(type, type.constants().stream().map(constant -> constant.value().toString()), names);
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

    /** What the class had when its names were last decided. */
    private static Set<String> known(TypeDef type, SortedMap<String, String> sticky) {
        return new HashSet<>(
                Arrays.asList(sticky.getOrDefault(key(type, "(members)"), "").split("\n", -1)));
    }

    private static void list(TypeDef type, Stream<String> members, SortedMap<String, String> names) {
        names.put(key(type, "(members)"), members.distinct().sorted().collect(Collectors.joining("\n")));
    }

    private static String key(TypeDef type, String member) {
        return type.key() + " " + member;
    }
}
