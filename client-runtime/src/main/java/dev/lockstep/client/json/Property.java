package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One property of a model: its JSON name, its type and where its value lies. Created by a {@link Shape}.
 *
 * @param <T> the Java type of its value
 */
public final class Property<T> {
    final String name;
    final int index;
    private final boolean required;
    private final boolean nullable;
    private final Trait trait;
    private final Supplier<? extends JsonAdapter<T>> source;
    private volatile @Nullable JsonAdapter<T> adapter;

    Property(
            String name,
            int index,
            boolean required,
            boolean nullable,
            Trait trait,
            Supplier<? extends JsonAdapter<T>> source) {
        this.name = Objects.requireNonNull(name, "name");
        this.index = index;
        this.required = required;
        this.nullable = nullable;
        this.trait = trait;
        this.source = source;
    }

    /** Looked up at the first use: models may contain each other, and static initialisers must not. */
    JsonAdapter<T> adapter() {
        JsonAdapter<T> found = adapter;
        if (found == null) {
            found = source.get();
            adapter = found;
        }
        return found;
    }

    boolean nullable() {
        return nullable;
    }

    boolean requiredInBody() {
        return required && trait != Trait.WRITE_ONLY;
    }

    boolean requiredOfBuilder() {
        return required && trait != Trait.READ_ONLY;
    }

    boolean masked() {
        return trait == Trait.SECRET || trait == Trait.WRITE_ONLY;
    }

    @Override
    public String toString() {
        return name;
    }
}
