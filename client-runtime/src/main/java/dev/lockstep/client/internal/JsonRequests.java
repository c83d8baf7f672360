package dev.lockstep.client.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Writes request bodies with the client's adapters. Response bodies are decoded elsewhere, where the status is known. */
final class JsonRequests extends Converter.Factory {
    private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");

    private final Moshi moshi;

    JsonRequests(Moshi moshi) {
        this.moshi = moshi;
    }

    @Override
    public @Nullable Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        return new JsonConverter<>(moshi.adapter(type));
    }

    private record JsonConverter<T>(JsonAdapter<T> adapter) implements Converter<T, RequestBody> {
        @Override
        public RequestBody convert(T value) throws IOException {
            Buffer buffer = new Buffer();
            adapter.toJson(JsonWriter.of(buffer), value);
            return RequestBody.create(buffer.readByteString(), JSON);
        }
    }
}
