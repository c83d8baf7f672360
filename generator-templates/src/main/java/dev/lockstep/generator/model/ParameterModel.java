package dev.lockstep.generator.model;

import org.jspecify.annotations.Nullable;

/** One parameter of an operation, body apart. */
public final class ParameterModel {
    /** Where it goes. */
    public enum In {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /** How a value becomes text (OpenAPI, Parameter Object, style). */
    public enum Style {
        SIMPLE,
        LABEL,
        MATRIX,
        FORM,
        SPACE_DELIMITED,
        PIPE_DELIMITED,
        DEEP_OBJECT,
        /** The parameter has a media type: the value is JSON text. */
        JSON
    }

    private final In in;
    private final String jsonName;
    private final String pointer;
    private final TypeRef type;
    private final boolean required;
    private final Style style;
    private final boolean explode;
    private final boolean allowReserved;
    private final Docs docs;
    private boolean argument;
    private @Nullable String name;

    ParameterModel(
            In in,
            String jsonName,
            String pointer,
            TypeRef type,
            boolean required,
            Style style,
            boolean explode,
            boolean allowReserved,
            Docs docs) {
        this.in = in;
        this.jsonName = jsonName;
        this.pointer = pointer;
        this.type = type;
        this.required = required;
        this.style = style;
        this.explode = explode;
        this.allowReserved = allowReserved;
        this.docs = docs;
    }

    public In in() {
        return in;
    }

    /** The name on the wire. */
    public String jsonName() {
        return jsonName;
    }

    public String pointer() {
        return pointer;
    }

    public TypeRef type() {
        return type;
    }

    public boolean required() {
        return required;
    }

    public Style style() {
        return style;
    }

    public boolean explode() {
        return explode;
    }

    public boolean allowReserved() {
        return allowReserved;
    }

    public Docs docs() {
        return docs;
    }

    /** Whether it is an argument of the method; else it is in the operation's options. */
    public boolean argument() {
        return argument;
    }

    /** Place and name, unique within an operation: {@code query limit}. */
    String key() {
        return in.name().toLowerCase(java.util.Locale.ROOT) + " " + jsonName;
    }

    /** The Java name of the argument. */
    public String name() {
        if (name == null) {
            throw new IllegalStateException("not named yet: " + pointer);
        }
        return name;
    }

    void argument(boolean value) {
        this.argument = value;
    }

    void name(String assigned) {
        this.name = assigned;
    }
}
