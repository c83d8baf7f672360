package dev.lockstep.generator.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of an object. */
public final class PropertyModel {
    /** Who sends it, and whether it is shown. */
    public enum Access {
        NONE,
        READ_ONLY,
        WRITE_ONLY,
        SECRET
    }

    private final String jsonName;
    private final String pointer;
    private final TypeRef type;
    private final boolean required;
    private final boolean nullable;
    private final Access access;
    private final Docs docs;
    private @Nullable String name;
    private @Nullable String constant;
    private List<String> former = List.of();

    PropertyModel(
            String jsonName,
            String pointer,
            TypeRef type,
            boolean required,
            boolean nullable,
            Access access,
            Docs docs) {
        this.jsonName = jsonName;
        this.pointer = pointer;
        this.type = type;
        this.required = required;
        this.nullable = nullable;
        this.access = access;
        this.docs = docs;
    }

    public String jsonName() {
        return jsonName;
    }

    /** Where the document has it. */
    public String pointer() {
        return pointer;
    }

    public TypeRef type() {
        return type;
    }

    public boolean required() {
        return required;
    }

    public boolean nullable() {
        return nullable;
    }

    public Access access() {
        return access;
    }

    public Docs docs() {
        return docs;
    }

    /** Whether its accessor always gives a value. */
    public boolean alwaysThere() {
        return required && !nullable && access != Access.WRITE_ONLY;
    }

    /** The accessor's name. */
    public String name() {
        if (name == null) {
            throw new IllegalStateException("not named yet: " + pointer);
        }
        return name;
    }

    /** The name of the constant that describes it. */
    public String constant() {
        if (constant == null) {
            throw new IllegalStateException("not named yet: " + pointer);
        }
        return constant;
    }

    /** The names that its accessors had before they were renamed: deprecated ones keep them. */
    public List<String> formerNames() {
        return former;
    }

    void former(List<String> names) {
        this.former = List.copyOf(names);
    }

    void name(String assigned, String assignedConstant) {
        this.name = assigned;
        this.constant = assignedConstant;
    }
}
