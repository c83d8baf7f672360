package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import org.jspecify.annotations.Nullable;

/** Which kinds of JSON value an adapter reads at all. */
final class Kinds {
    private Kinds() {}

    static boolean accepts(@Nullable JsonAdapter<?> adapter, JsonValue.Kind kind) {
        if (adapter instanceof ModelAdapter<?> || adapter instanceof MapAdapter<?>) {
            return kind == JsonValue.Kind.OBJECT;
        }
        if (adapter instanceof ListAdapter<?>) {
            return kind == JsonValue.Kind.ARRAY;
        }
        if (adapter instanceof EnumAdapter<?, ?> constants) {
            return accepts(constants.wire(), kind);
        }
        if (adapter instanceof ScalarAdapter<?> scalar) {
            return kind == kind(scalar.token());
        }
        return true;
    }

    private static JsonValue.Kind kind(JsonReader.Token token) {
        return switch (token) {
            case BOOLEAN -> JsonValue.Kind.BOOLEAN;
            case NUMBER -> JsonValue.Kind.NUMBER;
            default -> JsonValue.Kind.STRING;
        };
    }
}
