package dev.lockstep.generator.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Completes the discriminator values of unions by the constants that their variants' schemas demand. */
final class Discriminators {
    private Discriminators() {}

    static void complete(Collection<TypeDef> types) {
        for (TypeDef type : types) {
            if (type instanceof UnionType union && union.discriminator() != null) {
                Set<String> taken = new HashSet<>();
                for (UnionType.Variant variant : union.variants()) {
                    Set<String> tags =
                            new LinkedHashSet<>(constants(variant.type(), union.discriminator(), new HashSet<>()));
                    tags.addAll(variant.tags());
                    List<String> free = new ArrayList<>();
                    for (String tag : tags) {
                        if (taken.add(tag)) {
                            free.add(tag);
                        }
                    }
                    variant.tags(free);
                }
            }
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
