package dev.lockstep.generator.render;

import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.ScalarType;
import dev.lockstep.generator.model.TypeRef;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one parameter passes from the API class to the Retrofit interface. */
final class ParameterForm {
    /** Methods of {@code Parameters} that take the parameter's name, whether it explodes, and the adapter of a list's elements. */
    private static final Set<String> NAMED = Set.of("label", "matrix", "deepObject");

    private static final Set<String> EXPLODED = Set.of("label", "matrix", "path");
    private static final Set<String> OF_ELEMENTS = Set.of("texts", "reservedTexts");

    private final ParameterModel parameter;
    private final TypeRef type;

    ParameterForm(ParameterModel parameter) {
        this.parameter = parameter;
        this.type = parameter.type();
    }

    /** The Retrofit interface's parameter. */
    ServiceView.Parameter declared() {
        String name = parameter.jsonName();
        boolean nullable = !(parameter.required() && parameter.argument());
        return switch (parameter.in()) {
            case PATH -> declared("Path", PathTemplate.placeholder(name), false, false, pathType());
            case QUERY ->
                isMap()
                        ? declared("QueryMap", null, false, false, "Map<String, String>")
                        : declared("Query", name, encoded(), nullable, queryType());
            case HEADER -> declared("Header", name, false, nullable, textType(type));
            case COOKIE -> throw new IllegalStateException("cookies are joined");
        };
    }

    private ServiceView.Parameter declared(
            String annotation, @Nullable String name, boolean encoded, boolean nullable, String javaType) {
        String literal = name == null ? null : Literals.string(name);
        return new ServiceView.Parameter(annotation, literal, encoded, nullable, javaType, parameter.name());
    }

    /**
     * What the API class passes.
     *
     * @param value the expression of its value there
     */
    ApiView.Value passed(String value) {
        String writer = Objects.requireNonNullElse(writer(), "");
        boolean path = parameter.in() == ParameterModel.In.PATH;
        return new ApiView.Value(
                value,
                !path ? null : writer.isEmpty() ? plainPath() : "text",
                writer.isEmpty() ? null : writer,
                NAMED.contains(writer),
                Literals.string(parameter.jsonName()),
                OF_ELEMENTS.contains(writer) ? ((TypeRef.ListOf) type).element().adapter() : type.adapter(),
                writer.equals("joined") ? Literals.string(delimiter()) : null,
                EXPLODED.contains(writer) ? String.valueOf(parameter.explode()) : null);
    }

    /** The method of {@code Parameters} that makes a text of the value, null where it passes as it is. */
    private @Nullable String writer() {
        if (isJson()) {
            return "json";
        }
        if (parameter.in() == ParameterModel.In.PATH) {
            return switch (parameter.style()) {
                case LABEL -> "label";
                case MATRIX -> "matrix";
                default -> isPlain(type) ? null : "path";
            };
        }
        if (isMap()) {
            return parameter.style() == ParameterModel.Style.DEEP_OBJECT ? "deepObject" : "properties";
        }
        if (encoded()) {
            return !parameter.allowReserved() ? "joined" : isExplodedList() ? "reservedTexts" : "reserved";
        }
        if (isPlain(type)) {
            return null;
        }
        if (parameter.in() == ParameterModel.In.QUERY && isExplodedList()) {
            return isPlain(((TypeRef.ListOf) type).element()) ? null : "texts";
        }
        return parameter.explode() && parameter.in() == ParameterModel.In.HEADER && isObject(type) ? "pairs" : "text";
    }

    private boolean isJson() {
        return parameter.style() == ParameterModel.Style.JSON;
    }

    /** Whether its properties are parameters of their own. */
    private boolean isMap() {
        return parameter.in() == ParameterModel.In.QUERY
                && (parameter.style() == ParameterModel.Style.DEEP_OBJECT
                        || (isObject(type) && parameter.style() == ParameterModel.Style.FORM && parameter.explode()));
    }

    /** Whether the text holds delimiters or reserved characters that must not be encoded again. */
    private boolean encoded() {
        return parameter.in() == ParameterModel.In.QUERY
                && !isJson()
                && (parameter.allowReserved() || (!isScalar(type) && !isExplodedList()));
    }

    private boolean isExplodedList() {
        return type instanceof TypeRef.ListOf && parameter.explode();
    }

    private String queryType() {
        if (!isExplodedList() || isJson()) {
            return encoded() ? "String" : textType(type);
        }
        return "List<" + (encoded() ? "String" : textType(((TypeRef.ListOf) type).element())) + ">";
    }

    /** The interface's type of a value that is one text on the wire. */
    private String textType(TypeRef value) {
        return isPlain(value) && !isJson() ? value.javaName() : "String";
    }

    private String delimiter() {
        return switch (parameter.style()) {
            case SPACE_DELIMITED -> "%20";
            case PIPE_DELIMITED -> "%7C";
            default -> ",";
        };
    }

    private String plainPath() {
        if (parameter.type() instanceof TypeRef.Scalar scalar && scalar.type() == ScalarType.STRING) {
            return "text";
        }
        return parameter.type() instanceof TypeRef.Scalar scalar && scalar.type() == ScalarType.UUID
                ? "uuid"
                : "scalar";
    }

    /** What the interface takes: a text that the runtime encodes whole, or a segment whose delimiters stay bare. */
    private String pathType() {
        boolean text = parameter.style() == ParameterModel.Style.JSON
                || (parameter.style() != ParameterModel.Style.LABEL
                        && parameter.style() != ParameterModel.Style.MATRIX
                        && isPlain(parameter.type()));
        return text ? "String" : "Parameters.Segment";
    }

    /** A value that is one text. */
    private static boolean isScalar(TypeRef type) {
        return (type instanceof TypeRef.Scalar scalar && scalar.type() != ScalarType.VALUE)
                || (type instanceof TypeRef.Named named && named.def() instanceof EnumType);
    }

    /** A value whose {@code toString} is its text. */
    private static boolean isPlain(TypeRef type) {
        if (type instanceof TypeRef.Named named) {
            return named.def() instanceof EnumType constants && constants.wire() != EnumType.Wire.MIXED;
        }
        return type instanceof TypeRef.Scalar scalar && scalar.type().plainText();
    }

    private static boolean isObject(TypeRef type) {
        return !isScalar(type) && !(type instanceof TypeRef.ListOf);
    }
}
