package dev.lockstep.generator.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.generator.names.Reserved;
import dev.lockstep.generator.names.SymbolTable;
import dev.lockstep.openapi.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names what is inside a class. Only names that are not plain translations go to the lock one by one; of the others it has
 * a list, so that what a vendor adds later never takes the name of what was there.
 */
final class Members {
    /** How the keys of variants end in the lock. */
    static final String VARIANT = " variant";

    private static final Set<String> CONSTANTS = Set.of("ADAPTER", "ADDITIONAL_PROPERTIES", "NONE");

    /** What tells names apart that would be equal. */
    private static final Pattern NUMBER = Pattern.compile("(_?[0-9]+)?");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Members() {}

    /**
     * Names what is inside a class.
     *
     * @param former the key under which the lock has the class: its own, or that of a schema which was renamed
     * @param classes names of all classes: a constant of the same name would hide one
     */
    static void name(
            TypeDef type,
            String former,
            Set<String> classes,
            Map<String, String> sticky,
            SortedMap<String, String> names) {
        if (type instanceof ObjectType object) {
            object(object, former, classes, sticky, names);
        } else if (type instanceof EnumType constants) {
            constants(constants, former, sticky, names);
        } else if (type instanceof UnionType union) {
            union(union, classes, sticky, names);
        }
    }

    private static void object(
            ObjectType type,
            String former,
            Set<String> classes,
            Map<String, String> sticky,
            SortedMap<String, String> names) {
        Set<String> known = known(former, sticky);
        Set<String> given = new HashSet<>();
        for (PropertyModel property : type.properties()) {
            String before = key(former, property.jsonName());
            String natural = accessor(type, property);
            property.former(DeprecatedNames.names(
                    before, key(type.key(), property.jsonName()), sticky.getOrDefault(before, natural), sticky, names));
            given.addAll(property.formerNames());
        }
        SymbolTable accessors = new SymbolTable(false, given);
        SymbolTable constants = new SymbolTable(false, CONSTANTS);
        constants.avoid(classes);
        Map<String, String> naturals = new HashMap<>();
        for (PropertyModel property : type.properties()) {
            String key = key(type.key(), property.jsonName());
            String kept = sticky.get(key(former, property.jsonName()));
            String natural = accessor(type, property);
            naturals.put(key, natural);
            accessors.want(key, natural);
            if (kept != null) {
                accessors.keep(key, kept);
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
            String key = key(type.key(), property.jsonName());
            String name = assigned.getOrDefault(key, "value");
            property.name(name, assignedConstants.getOrDefault(key, "VALUE"));
            if (!name.equals(naturals.get(key))) {
                names.put(key, name);
            }
        }
        list(type, type.properties().stream().map(PropertyModel::jsonName), names);
        type.additionalName(assigned.getOrDefault(rest, "additionalProperties"));
    }

    /** The accessor that a property has if no other one has it. */
    private static String accessor(ObjectType type, PropertyModel property) {
        String member = JavaNames.member(property.jsonName());
        boolean own = property.type() instanceof TypeRef.Named named && named.def() == type;
        // Every builder can take over its model: from(M).
        return own && member.equals("from") ? member + "Value" : Reserved.member(member);
    }

    private static void constants(
            EnumType type, String former, Map<String, String> sticky, SortedMap<String, String> names) {
        Set<String> known = known(former, sticky);
        known.stream().sorted().map(Members::value).filter(Objects::nonNull).forEach(type::retire);
        List<EnumType.Constant> all = new ArrayList<>(type.constants());
        all.addAll(type.retired());
        Set<String> taken = new HashSet<>(CONSTANTS);
        for (EnumType.Constant constant : all) {
            String value = constant.value().toString();
            String before = key(former, value);
            constant.former(DeprecatedNames.names(
                    before,
                    key(type.key(), value),
                    sticky.getOrDefault(before, natural(constant.value())),
                    sticky,
                    names));
            taken.addAll(constant.formerNames());
        }
        SymbolTable table = new SymbolTable(false, taken);
        for (EnumType.Constant constant : all) {
            String value = constant.value().toString();
            String key = key(type.key(), value);
            table.want(key, natural(constant.value()));
            String kept = sticky.get(key(former, value));
            if (kept != null) {
                table.keep(key, kept);
            } else if (known.contains(value)) {
                table.keep(key, natural(constant.value()));
            }
        }
        list(type, all.stream().map(constant -> constant.value().toString()), names);
        Map<String, String> assigned = table.assign();
        for (EnumType.Constant constant : all) {
            String key = key(type.key(), constant.value().toString());
            String name = assigned.getOrDefault(key, "VALUE");
            constant.name(name);
            if (!name.equals(natural(constant.value()))) {
                names.put(key, name);
            }
        }
    }

    /** A value that the lock lists as its JSON text; null for what is none, as in the list of an object's properties. */
    private static @Nullable JsonNode value(String json) {
        try {
            JsonNode value = JSON.readTree(json);
            return value.isMissingNode() || value.isContainerNode() ? null : value;
        } catch (JsonProcessingException e) {
            return null;
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

    /** A variant goes by its type, whose name is kept: where the vendor lists it says nothing. */
    private static void union(
            UnionType type, Set<String> classes, Map<String, String> sticky, SortedMap<String, String> names) {
        SymbolTable table = new SymbolTable(true, Set.of("Unknown"));
        table.avoid(
                classes.stream().filter(Reserved::isVariant).toList()); // a nested class would hide one of the package
        for (UnionType.Variant variant : type.variants()) {
            String key = variant.pointer() + VARIANT;
            String natural = natural(type, variant, sticky);
            table.want(key, natural);
            String kept = sticky.getOrDefault(key, "");
            if (kept.startsWith(natural)
                    && NUMBER.matcher(kept.substring(natural.length())).matches()) {
                table.keep(key, kept);
            }
        }
        Map<String, String> assigned = table.assign();
        for (UnionType.Variant variant : type.variants()) {
            String name = assigned.getOrDefault(variant.pointer() + VARIANT, "OfValue");
            variant.name(name);
            names.put(variant.pointer() + VARIANT, name);
        }
    }

    /** A lock that knows the variant by its type's whole name goes on to. */
    private static String natural(UnionType union, UnionType.Variant variant, Map<String, String> sticky) {
        String whole = "Of" + variant.type().label();
        boolean known = union.variants().stream().anyMatch(each -> whole.equals(sticky.get(each.pointer() + VARIANT)));
        return known ? whole : "Of" + label(union, variant);
    }

    /** The variant's type, without what its name shares with the union that it is only part of, or where it is long. */
    private static String label(UnionType union, UnionType.Variant variant) {
        String label = variant.type().label();
        boolean part = variant.type() instanceof TypeRef.Named named
                && !Pointer.isSchema(named.def().key());
        if (!part && label.length() <= ClassNames.LONGEST) {
            return label;
        }
        return ClassNames.shortened(rest(union, label));
    }

    private static String rest(UnionType union, String label) {
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
    private static Set<String> known(String former, Map<String, String> sticky) {
        return new HashSet<>(
                Arrays.asList(sticky.getOrDefault(key(former, "(members)"), "").split("\n", -1)));
    }

    private static void list(TypeDef type, Stream<String> members, SortedMap<String, String> names) {
        names.put(key(type.key(), "(members)"), members.distinct().sorted().collect(Collectors.joining("\n")));
    }

    private static String key(String type, String member) {
        return type + " " + member;
    }
}
