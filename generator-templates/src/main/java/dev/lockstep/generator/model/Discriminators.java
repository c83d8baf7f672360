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
                complete(union, union.discriminator());
            }
        }
    }

    /**
     * A variant's constants stand for it, but for those that the document maps to another, and what is mapped to it and is
     * nobody's constant. Several variants may share a value; which of them one is then shows in its other properties.
     */
    private static void complete(UnionType union, String property) {
        List<List<String>> constants = new ArrayList<>();
        List<List<String>> complete = new ArrayList<>();
        Set<String> all = new HashSet<>();
        Set<String> mapped = new HashSet<>();
        for (UnionType.Variant variant : union.variants()) {
            List<String> own = constants(variant.type(), property, new HashSet<>());
            constants.add(own);
            all.addAll(own);
            mapped.addAll(variant.tags());
        }
        for (int i = 0; i < constants.size(); i++) {
            UnionType.Variant variant = union.variants().get(i);
            Set<String> tags = new LinkedHashSet<>(constants.get(i));
            if (tags.size() > 1) {
                tags.removeIf(tag -> mapped.contains(tag) && !variant.tags().contains(tag));
            }
            boolean none = tags.isEmpty();
            variant.tags().stream().filter(tag -> none || !all.contains(tag)).forEach(tags::add);
            complete.add(List.copyOf(tags));
        }
        for (int i = 0; i < complete.size(); i++) {
            union.variants().get(i).tags(complete.get(i));
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
