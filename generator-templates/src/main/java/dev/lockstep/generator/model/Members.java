package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.generator.names.SymbolTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names what is inside a class. Only names that are not plain translations go to the lock one by one; of the others it has
 * a list, so that what a vendor adds later never takes the name of what was there.
 */
final class Members {
    private static final Set<String> CONSTANTS =
            Set.of("SHAPE", "ADAPTER", "TABLE", "ADDITIONAL_PROPERTIES", "UNKNOWN", "NONE");

    private static final String VARIANT = " variant";

    private final StableKeys keys;
    private final Set<String> classes;
    private final SortedMap<String, String> sticky;
    private final SortedMap<String, String> names;

    /**
     * @param classes names of all classes: a constant of the same name would hide one
     * @param sticky names decided earlier
     * @param names where the names for the lock go
     */
    Members(StableKeys keys, Set<String> classes, SortedMap<String, String> sticky, SortedMap<String, String> names) {
        this.keys = keys;
        this.classes = classes;
        this.sticky = sticky;
        this.names = names;
    }

    /** Names what is inside a class. */
    void name(TypeDef type) {
        if (type instanceof ObjectType object) {
            object(object);
        } else if (type instanceof EnumType constants) {
            constants(constants);
        } else if (type instanceof UnionType union) {
            union(union);
        }
    }

    private void object(ObjectType type) {
        Set<String> known = known(type);
        SymbolTable accessors = new SymbolTable(false, Set.of());
        SymbolTable constants = new SymbolTable(false, CONSTANTS);
        for (PropertyModel property : type.properties()) {
            String key = key(type, property.jsonName());
            String earlier = earlier(type, property.jsonName());
            String natural = Reserved.member(JavaNames.member(property.jsonName()));
            accessors.want(key, natural);
            if (earlier != null) {
                accessors.keep(key, earlier);
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
        list(type, type.properties().stream().map(PropertyModel::jsonName));
        type.additionalName(assigned.getOrDefault(rest, "additionalProperties"));
    }

    private void constants(EnumType type) {
        Set<String> known = known(type);
        SymbolTable table = new SymbolTable(false, CONSTANTS);
        for (EnumType.Constant constant : type.constants()) {
            String key = key(type, constant.value().toString());
            String earlier = earlier(type, constant.value().toString());
            table.want(key, natural(constant.value()));
            if (earlier != null) {
                table.keep(key, earlier);
            } else if (known.contains(constant.value().toString())) {
                table.keep(key, natural(constant.value()));
            }
        }
        list(type, type.constants().stream().map(constant -> constant.value().toString()));
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

    private void union(UnionType type) {
        SymbolTable table = new SymbolTable(true, Set.of("Unknown"));
        for (UnionType.Variant variant : type.variants()) {
            String earlier = keys.find(sticky, variant.pointer(), VARIANT);
            table.want(keys.of(variant.pointer()), "Of" + label(type, variant));
            if (earlier != null) {
                table.keep(keys.of(variant.pointer()), earlier);
            }
        }
        Map<String, String> assigned = table.assign();
        for (UnionType.Variant variant : type.variants()) {
            String key = keys.of(variant.pointer());
            String name = assigned.getOrDefault(key, "OfValue");
            variant.name(name);
            names.put(key + VARIANT, name);
        }
    }

    /** The variant's type, without what its name shares with the union that it is only part of. */
    private static String label(UnionType union, UnionType.Variant variant) {
        String label = variant.type().label();
        if (!(variant.type() instanceof TypeRef.Named named)
                || References.isComponent(named.def().key())) {
            return label;
        }
        List<String> own = JavaNames.humps(label);
        List<String> around = JavaNames.humps(union.name());
        int from = 0;
        while (from < own.size() - 1 && from < around.size() && own.get(from).equals(around.get(from))) {
            from++;
        }
        String rest = String.join("", own.subList(from, own.size()));
        return Character.isUpperCase(rest.charAt(0)) ? rest : label;
    }

    /** What the class had when its names were last decided. */
    private Set<String> known(TypeDef type) {
        String list = earlier(type, "(members)");
        return list == null ? Set.of() : new HashSet<>(Arrays.asList(list.split("\n", -1)));
    }

    private void list(TypeDef type, Stream<String> members) {
        names.put(key(type, "(members)"), members.distinct().sorted().collect(Collectors.joining("\n")));
    }

    private @Nullable String earlier(TypeDef type, String member) {
        return keys.find(sticky, type.key(), " " + member);
    }

    private String key(TypeDef type, String member) {
        return keys.of(type.key()) + " " + member;
    }
}
