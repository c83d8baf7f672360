package dev.lockstep.generator.render;

import dev.lockstep.generator.model.EnumType;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.ScalarType;
import dev.lockstep.generator.model.TypeRef;

/** How one parameter passes from the API class to the Retrofit interface. */
final class ParameterCode {
    private final ParameterModel parameter;
    private final String value;

    /**
     * @param value the expression of its value in the API class
     */
    ParameterCode(ParameterModel parameter, String value) {
        this.parameter = parameter;
        this.value = value;
    }

    /** The Retrofit interface's parameter: annotation, type and name. */
    String declaration() {
        String name = Literals.string(parameter.jsonName());
        String nullable = parameter.required() && parameter.argument() ? "" : "@Nullable ";
        return switch (parameter.in()) {
            case PATH ->
                "@Path(" + Literals.string(PathTemplate.placeholder(parameter.jsonName())) + ") " + pathType() + " "
                        + parameter.name();
            case QUERY -> query(name, nullable);
            case HEADER -> "@Header(" + name + ") " + nullable + headerType() + " " + parameter.name();
            case COOKIE -> throw new IllegalStateException("cookies are joined");
        };
    }

    private String query(String name, String nullable) {
        if (isMap()) {
            return "@QueryMap Map<String, String> " + parameter.name();
        }
        if (encoded()) {
            String type = isExplodedList() ? "List<String>" : "String";
            return "@Query(value = " + name + ", encoded = true) " + nullable + type + " " + parameter.name();
        }
        return "@Query(" + name + ") " + nullable + queryType() + " " + parameter.name();
    }

    /** Whether its properties are parameters of their own. */
    private boolean isMap() {
        boolean object = isObject(parameter.type());
        return parameter.in() == ParameterModel.In.QUERY
                && (parameter.style() == ParameterModel.Style.DEEP_OBJECT
                        || (object && parameter.style() == ParameterModel.Style.FORM && parameter.explode()));
    }

    /** Whether the text holds delimiters or reserved characters that must not be encoded again. */
    private boolean encoded() {
        if (parameter.in() != ParameterModel.In.QUERY || parameter.style() == ParameterModel.Style.JSON) {
            return false;
        }
        return parameter.allowReserved() || (!isScalar(parameter.type()) && !isExplodedList());
    }

    private boolean isExplodedList() {
        return parameter.type() instanceof TypeRef.ListOf && parameter.explode();
    }

    private String queryType() {
        if (parameter.type() instanceof TypeRef.ListOf list
                && parameter.explode()
                && parameter.style() != ParameterModel.Style.JSON) {
            return "List<" + (isPlain(list.element()) ? list.element().javaName() : "String") + ">";
        }
        return headerType();
    }

    private String headerType() {
        return isPlain(parameter.type()) && parameter.style() != ParameterModel.Style.JSON
                ? parameter.type().javaName()
                : "String";
    }

    /** The expression that the API class passes. */
    String argument() {
        String adapter = parameter.type().adapter();
        String name = Literals.string(parameter.jsonName());
        if (parameter.in() == ParameterModel.In.PATH) {
            return path(name, adapter);
        }
        if (parameter.style() == ParameterModel.Style.JSON) {
            return "Parameters.json(" + adapter + ", " + value + ")";
        }
        if (isMap()) {
            return parameter.style() == ParameterModel.Style.DEEP_OBJECT
                    ? "Parameters.deepObject(" + name + ", " + adapter + ", " + value + ")"
                    : "Parameters.properties(" + adapter + ", " + value + ")";
        }
        if (encoded() && parameter.allowReserved()) {
            return parameter.type() instanceof TypeRef.ListOf list && isExplodedList()
                    ? "Parameters.reservedTexts(" + list.element().adapter() + ", " + value + ")"
                    : "Parameters.reserved(" + adapter + ", " + value + ")";
        }
        if (encoded()) {
            return "Parameters.joined(" + adapter + ", " + value + ", " + Literals.string(delimiter()) + ")";
        }
        if (isPlain(parameter.type())) {
            return value;
        }
        if (parameter.type() instanceof TypeRef.ListOf list
                && parameter.explode()
                && parameter.in() == ParameterModel.In.QUERY) {
            return isPlain(list.element())
                    ? value
                    : "Parameters.texts(" + list.element().adapter() + ", " + value + ")";
        }
        return parameter.explode() && parameter.in() == ParameterModel.In.HEADER && isObject(parameter.type())
                ? "Parameters.pairs(" + adapter + ", " + value + ")"
                : "Parameters.text(" + adapter + ", " + value + ")";
    }

    private String delimiter() {
        return switch (parameter.style()) {
            case SPACE_DELIMITED -> "%20";
            case PIPE_DELIMITED -> "%7C";
            default -> ",";
        };
    }

    private String path(String name, String adapter) {
        return switch (parameter.style()) {
            case LABEL, MATRIX -> {
                String style = parameter.style() == ParameterModel.Style.LABEL ? "label" : "matrix";
                yield "PathParameters.text(" + name + ", Parameters." + style + "(" + name + ", " + adapter + ", "
                        + value + ", " + parameter.explode() + "))";
            }
            case JSON -> "PathParameters.text(" + name + ", Parameters.json(" + adapter + ", " + value + "))";
            default -> {
                if (!isPlain(parameter.type())) {
                    yield "PathParameters.text(" + name + ", Parameters.path(" + adapter + ", " + value + ", "
                            + parameter.explode() + "))";
                }
                yield "PathParameters." + plainPath() + "(" + name + ", " + value + ")";
            }
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
