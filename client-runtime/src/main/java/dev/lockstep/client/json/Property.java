package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One property of a model: its JSON name, its type and where its value lies. Declared to a {@link ModelAdapter}.
 *
 * @param <T> the Java type of its value
 */
public final class Property<T> {
    final String name;
    final int index;
    private final Need need;
    private final Trait trait;
    private final Supplier<? extends JsonAdapter<T>> source;
    private volatile @Nullable JsonAdapter<T> adapter;

    Property(String name, int index, Need need, Trait trait, Supplier<? extends JsonAdapter<T>> source) {
        this.name = Objects.requireNonNull(name, "name");
        this.index = index;
        this.need = need;
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
        return need.nullable;
    }

    boolean requiredInBody() {
        return need.required && trait != Trait.WRITE_ONLY;
    }

    boolean requiredOfBuilder() {
        return need.required && trait != Trait.READ_ONLY;
    }

    boolean masked() {
        return trait == Trait.SECRET || trait == Trait.WRITE_ONLY;
    }

    @Override
    public String toString() {
        return name;
    }
}
