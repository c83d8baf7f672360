package dev.lockstep.generator.model;

import org.jspecify.annotations.Nullable;

/** A class of the client that stands for a schema. */
public abstract sealed class TypeDef permits ObjectType, EnumType, UnionType {
    private final String key;
    private final String wanted;
    private final Docs docs;
    private @Nullable String name;

    TypeDef(String key, String wanted, Docs docs) {
        this.key = key;
        this.wanted = wanted;
        this.docs = docs;
    }

    /** The stable key of its name: the schema's pointer. */
    public String key() {
        return key;
    }

    /** The name it would have if no other class had it. */
    String wanted() {
        return wanted;
    }

    public Docs docs() {
        return docs;
    }

    /** The simple name of the class. */
    public String name() {
        if (name == null) {
            throw new IllegalStateException("not named yet: " + key);
        }
        return name;
    }

    void name(String assigned) {
        this.name = assigned;
    }

    String label() {
        return name == null ? wanted : name;
    }

    @Override
    public String toString() {
        return name == null ? wanted : name;
    }
}
