package dev.lockstep.generator.render;

import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class of an object, as {@code model.mustache} prints it.
 *
 * @param name the name of the class
 * @param javadoc lines of a comment; empty for none
 * @param deprecated whether users are advised against it
 * @param usesDeprecated whether it names something deprecated and is not so itself
 * @param none whether it holds an operation's optional parameters, so that one without any is of use
 * @param properties in the document's order
 * @param additional all other properties; absent where they have no type
 */
record ModelView(
        String name,
        String javadoc,
        boolean deprecated,
        boolean usesDeprecated,
        boolean none,
        List<Property> properties,
        @Nullable Additional additional) {
    /**
     * A property.
     *
     * @param name the name of its accessor and of the builder's method
     * @param constant name of the constant that describes it
     * @param type its type
     * @param method the method of {@code ModelAdapter} that declares it
     * @param jsonName literal: its name on the wire
     * @param need constant of {@code Need}; absent where the method says it
     * @param trait constant of {@code Trait}; absent where it has none
     * @param lazy whether its adapter is found when it is needed
     * @param adapter expression of its adapter
     * @param alwaysThere whether its accessor never gives null
     * @param nullable whether it may be set to null
     * @param javadoc lines of a comment, indented; empty for none
     * @param deprecated whether users are advised against it
     * @param formerNames names of its accessor before it was renamed
     */
    record Property(
            String name,
            String constant,
            String type,
            String method,
            String jsonName,
            @Nullable String need,
            @Nullable String trait,
            boolean lazy,
            String adapter,
            boolean alwaysThere,
            boolean nullable,
            String javadoc,
            boolean deprecated,
            List<String> formerNames) {}

    /**
     * All other properties.
     *
     * @param name the name of their accessor
     * @param type the type of a value
     * @param adapter expression of a value's adapter
     */
    record Additional(String name, String type, String adapter) {}

    static ModelView of(ObjectType type) {
        TypeRef additional = type.additional();
        boolean deprecated = type.docs().deprecated();
        return new ModelView(
                type.name(),
                type.parameters()
                        ? Comments.javadoc()
                                .markup("Optional parameters of one operation.")
                                .render(0)
                        : Comments.of(type.docs(), 0),
                deprecated,
                !deprecated && type.properties().stream().anyMatch(each -> Deprecations.in(each.type())),
                type.parameters() && type.properties().stream().noneMatch(PropertyModel::required),
                type.properties().stream().map(ModelView::property).toList(),
                additional == null
                        ? null
                        : new Additional(
                                String.valueOf(type.additionalName()), additional.javaName(), additional.adapter()));
    }

    private static Property property(PropertyModel property) {
        boolean required = property.required();
        boolean nullable = property.nullable();
        boolean plain = property.access() == PropertyModel.Access.NONE && !(required && nullable);
        String need = required ? nullable ? "REQUIRED_NULLABLE" : "REQUIRED" : nullable ? "NULLABLE" : "OPTIONAL";
        return new Property(
                property.name(),
                property.constant(),
                property.type().javaName(),
                plain ? need.toLowerCase(java.util.Locale.ROOT) : "property",
                Literals.string(property.jsonName()),
                plain ? null : need,
                plain ? null : property.access().name(),
                !plain || property.type().lazy(),
                property.type().adapter(),
                property.alwaysThere(),
                nullable,
                Comments.of(property.docs(), 4),
                property.docs().deprecated(),
                property.formerNames());
    }
}
