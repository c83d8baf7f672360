package dev.lockstep.client.internal;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Media types of answers; those that most vendors send are parsed once. */
final class MediaTypes {
    private static final Map<String, MediaType> COMMON = Stream.of(
                    "application/json", "application/json; charset=utf-8", "application/json;charset=utf-8")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), MediaType::get));

    private MediaTypes() {}

    /** The type of a response's body; null for one that says none, or nonsense. */
    static @Nullable MediaType of(Response response) {
        String text = response.header("Content-Type");
        MediaType common = text == null ? null : COMMON.get(text);
        return common != null ? common : response.body().contentType();
    }
}
