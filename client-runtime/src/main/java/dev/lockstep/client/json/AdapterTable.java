package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The adapters of one client: of its own types by their simple name, and of the lists, maps and scalars around them. */
public abstract class AdapterTable implements JsonAdapter.Factory {
    private static final Map<Class<?>, JsonAdapter<?>> SCALARS = Map.ofEntries(
            Map.entry(String.class, Json.STRING),
            Map.entry(Boolean.class, Json.BOOLEAN),
            Map.entry(Integer.class, Json.INTEGER),
            Map.entry(Long.class, Json.LONG),
            Map.entry(BigInteger.class, Json.BIG_INTEGER),
            Map.entry(Float.class, Json.FLOAT),
            Map.entry(Double.class, Json.DOUBLE),
            Map.entry(BigDecimal.class, Json.DECIMAL),
            Map.entry(java.time.OffsetDateTime.class, Json.DATE_TIME),
            Map.entry(java.time.LocalDate.class, Json.DATE),
            Map.entry(java.time.OffsetTime.class, Json.TIME),
            Map.entry(java.time.Duration.class, Json.DURATION),
            Map.entry(java.util.UUID.class, Json.UUID),
            Map.entry(java.net.URI.class, Json.URI),
            Map.entry(okio.ByteString.class, Json.BYTES),
            Map.entry(JsonValue.class, Json.VALUE));

    /**
     * The adapter of one of the client's own types.
     *
     * @param simpleName a class of this table's package
     * @return null if the client decodes and encodes no such class by itself
     */
    protected abstract @Nullable JsonAdapter<?> find(String simpleName);

    @Override
    public final @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        return annotations.isEmpty() ? resolve(type) : null;
    }

    private @Nullable JsonAdapter<?> resolve(Type type) {
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof Class<?> named) {
            return named.getPackageName().equals(getClass().getPackageName())
                    ? find(named.getSimpleName())
                    : SCALARS.get(named);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            JsonAdapter<?> value = resolve(arguments[arguments.length - 1]);
            Class<?> raw = Types.getRawType(generic);
            if (value != null && raw == List.class) {
                return Json.list(value);
            }
            if (value != null && raw == Map.class && arguments[0] == String.class) {
                return Json.map(value);
            }
        }
        return null;
    }
}
