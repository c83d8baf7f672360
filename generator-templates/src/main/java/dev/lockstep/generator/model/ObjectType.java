package dev.lockstep.generator.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object with named properties. */
public final class ObjectType extends TypeDef {
    private final boolean parameters;
    private final List<PropertyModel> properties = new ArrayList<>();
    private @Nullable TypeRef additional;
    private @Nullable String additionalName;

    ObjectType(String key, String wanted, Docs docs, boolean parameters) {
        super(key, wanted, docs);
        this.parameters = parameters;
    }

    /** Whether this holds an operation's optional parameters and no JSON. */
    public boolean parameters() {
        return parameters;
    }

    /** In the document's order. */
    public List<PropertyModel> properties() {
        return Collections.unmodifiableList(properties);
    }

    /** The type of all other properties, null where the document gives none. */
    public @Nullable TypeRef additional() {
        return additional;
    }

    /** The accessor of all other properties, null where they have no type. */
    public @Nullable String additionalName() {
        return additionalName;
    }

    void add(PropertyModel property) {
        properties.add(property);
    }

    void additional(TypeRef type) {
        this.additional = type;
    }

    void additionalName(String name) {
        this.additionalName = name;
    }
}
