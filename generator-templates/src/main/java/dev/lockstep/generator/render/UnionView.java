package dev.lockstep.generator.render;

import dev.lockstep.generator.model.UnionType;
import dev.lockstep.generator.names.JavaNames;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The class of a union, as {@code union.mustache} prints it.
 *
 * @param name the name of the class
 * @param javadoc lines of a comment; empty for none
 * @param deprecated whether users are advised against it
 * @param usesDeprecated whether it names something deprecated and is not so itself
 * @param discriminator literal: the property that tells the variants apart; absent for none
 * @param variants in the document's order
 */
record UnionView(
        String name,
        String javadoc,
        boolean deprecated,
        boolean usesDeprecated,
        @Nullable String discriminator,
        List<Variant> variants) {
    /**
     * A variant.
     *
     * @param name the name of its nested class
     * @param unionName the name of the union
     * @param constant name of the constant that describes it
     * @param type the type of its value
     * @param adapter expression of its adapter
     * @param tags literals: the discriminator's values that stand for it
     * @param factory the method that makes one of it
     */
    record Variant(
            String name,
            String unionName,
            String constant,
            String type,
            String adapter,
            List<String> tags,
            String factory) {}

    static UnionView of(UnionType type) {
        String discriminator = type.discriminator();
        boolean deprecated = type.docs().deprecated();
        return new UnionView(
                type.name(),
                Comments.of(type.docs(), 0),
                deprecated,
                !deprecated && type.variants().stream().anyMatch(each -> Deprecations.in(each.type())),
                discriminator == null ? null : Literals.string(discriminator),
                type.variants().stream().map(each -> variant(type, each)).toList());
    }

    private static Variant variant(UnionType type, UnionType.Variant variant) {
        String name = variant.name();
        return new Variant(
                name,
                type.name(),
                String.join("_", JavaNames.humps(name)).toUpperCase(Locale.ROOT),
                variant.type().javaName(),
                variant.type().adapter(),
                variant.tags().stream().map(Literals::string).toList(),
                Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
}
