package dev.lockstep.generator.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.model.Docs;
import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ObjectType;
import dev.lockstep.generator.model.PropertyModel;
import dev.lockstep.generator.model.TypeRef;
import dev.lockstep.generator.model.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the templates of models, enums and unions print: every text is finished Java. */
final class TypeViews {
    private TypeViews() {}

    record PropertyView(
            String name,
            String constant,
            String type,
            String declaration,
            String getter,
            String resultType,
            String builderType,
            String javadoc,
            String builderJavadoc,
            boolean deprecated,
            List<FormerView> former) {}

    /** Accessors under a name that they had before: they delegate. */
    record FormerView(String formerName, String name, String resultType, String builderType) {}

    record AdditionalView(String type, String adapter, String name) {}

    record ModelView(
            String name,
            String javadoc,
            boolean deprecated,
            boolean usesDeprecated,
            boolean none,
            List<PropertyView> properties,
            @Nullable AdditionalView additional) {}

    record ConstantView(String enumName, String name, String value, String literal, List<FormerConstantView> former) {}

    /** A constant under a name that it had before. */
    record FormerConstantView(String formerName, String enumName, String name) {}

    record EnumView(
            String name,
            String javadoc,
            boolean deprecated,
            String wire,
            String wireAdapter,
            boolean texts,
            boolean others,
            List<ConstantView> constants,
            List<ConstantView> retired) {}

    record VariantView(
            String unionName,
            String name,
            String constant,
            String type,
            String adapter,
            String tags,
            String factory,
            String javadoc) {}

    record UnionView(
            String name,
            String javadoc,
            boolean deprecated,
            boolean usesDeprecated,
            String discriminator,
            List<VariantView> variants) {}

    static ModelView model(ObjectType type) {
        List<PropertyView> properties =
                type.properties().stream().map(TypeViews::property).toList();
        TypeRef additional = type.additional();
        String javadoc = type.parameters()
                ? Comments.javadoc()
                        .markup("Optional parameters of one operation.")
                        .render(0)
                : javadoc(type.docs(), 0);
        return new ModelView(
                type.name(),
                javadoc,
                type.docs().deprecated(),
                !type.docs().deprecated() && type.properties().stream().anyMatch(each -> Deprecations.in(each.type())),
                type.parameters() && type.properties().stream().noneMatch(PropertyModel::required),
                properties,
                additional == null
                        ? null
                        : new AdditionalView(
                                additional.javaName(), additional.adapter(), String.valueOf(type.additionalName())));
    }

    private static PropertyView property(PropertyModel property) {
        String type = property.type().javaName();
        String resultType = property.alwaysThere() ? type : "@Nullable " + type;
        String builderType = property.nullable() ? "@Nullable " + type : type;
        return new PropertyView(
                property.name(),
                property.constant(),
                type,
                declaration(property),
                property.alwaysThere() ? "get" : "getOrNull",
                resultType,
                builderType,
                javadoc(property.docs(), 4),
                "",
                property.docs().deprecated(),
                property.formerNames().stream()
                        .map(each -> new FormerView(each, property.name(), resultType, builderType))
                        .toList());
    }

    private static String declaration(PropertyModel property) {
        String name = Literals.string(property.jsonName());
        String adapter = property.type().adapter();
        if (property.access() == PropertyModel.Access.NONE && !(property.required() && property.nullable())) {
            String method = property.required() ? "required" : property.nullable() ? "nullable" : "optional";
            return method + "(" + name + ", " + (property.type().lazy() ? "() -> " : "") + adapter + ")";
        }
        String need = property.required()
                ? property.nullable() ? "REQUIRED_NULLABLE" : "REQUIRED"
                : property.nullable() ? "NULLABLE" : "OPTIONAL";
        return "property(" + name + ", Need." + need + ", Trait."
                + property.access().name() + ", () -> " + adapter + ")";
    }

    static EnumView enumeration(EnumType type) {
        boolean texts = type.wire() == EnumType.Wire.STRING;
        return new EnumView(
                type.name(),
                javadoc(type.docs(), 0),
                type.docs().deprecated(),
                type.wire().javaName(),
                type.wire().adapter(),
                texts,
                type.others(),
                constants(type, type.constants()),
                constants(type, type.retired()));
    }

    private static List<ConstantView> constants(EnumType type, List<EnumType.Constant> constants) {
        List<ConstantView> views = new ArrayList<>();
        boolean texts = type.wire() == EnumType.Wire.STRING;
        for (EnumType.Constant constant : constants) {
            String literal = literal(constant.value(), type.wire());
            views.add(new ConstantView(
                    type.name(),
                    constant.name(),
                    texts ? "Values." + constant.name() : literal,
                    literal,
                    constant.formerNames().stream()
                            .map(each -> new FormerConstantView(each, type.name(), constant.name()))
                            .toList()));
        }
        return views;
    }

    private static String literal(JsonNode value, EnumType.Wire wire) {
        return switch (wire) {
            case STRING -> Literals.string(value.asText());
            case LONG -> Literals.int64(value.decimalValue().longValueExact());
            case DECIMAL ->
                "new BigDecimal(" + Literals.string(value.decimalValue().toString()) + ")";
            case MIXED ->
                value.isTextual()
                        ? "JsonValue.of(" + Literals.string(value.asText()) + ")"
                        : "JsonValue.parse(" + Literals.string(value.toString()) + ")";
        };
    }

    static UnionView union(UnionType type) {
        List<VariantView> variants = new ArrayList<>();
        for (UnionType.Variant variant : type.variants()) {
            StringBuilder tags = new StringBuilder();
            variant.tags().forEach(tag -> tags.append(", ").append(Literals.string(tag)));
            variants.add(new VariantView(
                    type.name(),
                    variant.name(),
                    constant(variant.name()),
                    variant.type().javaName(),
                    variant.type().adapter(),
                    tags.toString(),
                    Character.toLowerCase(variant.name().charAt(0))
                            + variant.name().substring(1),
                    ""));
        }
        return new UnionView(
                type.name(),
                javadoc(type.docs(), 0),
                type.docs().deprecated(),
                !type.docs().deprecated() && type.variants().stream().anyMatch(each -> Deprecations.in(each.type())),
                type.discriminator() == null ? "" : ", " + Literals.string(type.discriminator()),
                variants);
    }

    private static String constant(String variant) {
        return String.join("_", dev.lockstep.generator.names.JavaNames.humps(variant))
                .toUpperCase(Locale.ROOT);
    }

    static String javadoc(Docs docs, int indent) {
        return Comments.javadoc().text(docs.summary()).text(docs.text()).render(indent);
    }
}
