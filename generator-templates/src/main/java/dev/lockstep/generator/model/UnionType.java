package dev.lockstep.generator.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several types. */
public final class UnionType extends TypeDef {
    /** One of the types. */
    public static final class Variant {
        private final TypeRef type;
        private final String pointer;
        private List<String> tags;
        private String name = "";

        Variant(TypeRef type, String pointer, List<String> tags) {
            this.type = type;
            this.pointer = pointer;
            this.tags = List.copyOf(tags);
        }

        public TypeRef type() {
            return type;
        }

        public String pointer() {
            return pointer;
        }

        /** The discriminator's values that stand for it. */
        public List<String> tags() {
            return tags;
        }

        void tags(List<String> complete) {
            this.tags = List.copyOf(complete);
        }

        /** The nested class's name: {@code OfString}. */
        public String name() {
            return name;
        }

        void name(String assigned) {
            this.name = assigned;
        }
    }

    private @Nullable String discriminator;
    private final List<Variant> variants = new ArrayList<>();

    UnionType(String key, String wanted, Docs docs, @Nullable String discriminator) {
        super(key, wanted, docs);
        this.discriminator = discriminator;
    }

    /** The property that names the variant, null if there is none. */
    public @Nullable String discriminator() {
        return discriminator;
    }

    void discriminator(@Nullable String property) {
        this.discriminator = property;
    }

    /** In the document's order. */
    public List<Variant> variants() {
        return Collections.unmodifiableList(variants);
    }

    void add(Variant variant) {
        variants.add(variant);
    }
}
