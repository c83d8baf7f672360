package dev.lockstep.generator.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes the discriminator values of unions by the constants that their variants' schemas demand. */
final class Discriminators {
    private Discriminators() {}

    static void complete(Collection<TypeDef> types) {
        for (TypeDef type : types) {
            if (type instanceof UnionType union && union.discriminator() != null) {
                complete(union, union.discriminator());
            }
        }
    }

    /**
     * A variant's only constant stands for it, then what the document maps to it, then constants that no other variant has.
     * Where variants share their constants and none is mapped, the property tells nothing apart.
     */
    private static void complete(UnionType union, String property) {
        List<List<String>> constants = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        for (UnionType.Variant variant : union.variants()) {
            List<String> own = constants(variant.type(), property, new HashSet<>());
            constants.add(own);
            own.forEach(value -> count.merge(value, 1, Integer::sum));
        }
        List<Set<String>> tags = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (List<String> own : constants) {
            boolean only = own.size() == 1 && taken.add(own.get(0));
            tags.add(new LinkedHashSet<>(only ? own : List.of()));
        }
        for (int i = 0; i < tags.size(); i++) {
            for (String tag : union.variants().get(i).tags()) {
                if (taken.add(tag)) {
                    tags.get(i).add(tag);
                }
            }
        }
        boolean tells = true;
        for (int i = 0; i < tags.size(); i++) {
            List<String> own = constants.get(i);
            for (String value : own) {
                if (count.getOrDefault(value, 0) == 1 && taken.add(value)) {
                    tags.get(i).add(value);
                }
            }
            tells &= own.isEmpty() || own.stream().anyMatch(tags.get(i)::contains);
            union.variants().get(i).tags(List.copyOf(tags.get(i)));
        }
        if (!tells) {
            union.discriminator(null);
            union.variants().forEach(variant -> variant.tags(List.of()));
        }
    }

    private static List<String> constants(TypeRef type, String property, Set<TypeDef> seen) {
        List<String> values = new ArrayList<>();
        if (!(type instanceof TypeRef.Named named) || !seen.add(named.def())) {
            return values;
        }
        if (named.def() instanceof UnionType union) {
            union.variants().forEach(variant -> values.addAll(constants(variant.type(), property, seen)));
        } else if (named.def() instanceof ObjectType object) {
            for (PropertyModel each : object.properties()) {
                if (each.jsonName().equals(property)
                        && each.type() instanceof TypeRef.Named target
                        && target.def() instanceof EnumType constants
                        && constants.wire() == EnumType.Wire.STRING) {
                    constants
                            .constants()
                            .forEach(constant -> values.add(constant.value().asText()));
                }
            }
        }
        return values;
    }
}
