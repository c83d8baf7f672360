package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Writes request bodies. What is not given becomes a body of no bytes. */
public final class Bodies {
    private Bodies() {}

    /** JSON of a media type other than {@code application/json}, or JSON that may be left out. */
    public static <T> RequestBody json(String mediaType, JsonAdapter<T> adapter, @Nullable T value) {
        return value == null
                ? RequestBody.EMPTY
                : RequestBody.create(encode(adapter, value), concrete(mediaType, "application/json"));
    }

    /**
     * A form: lists repeat their name, and objects put the names of their properties in brackets, as deepObject does.
     */
    public static <T> RequestBody form(JsonAdapter<T> adapter, @Nullable T value) {
        if (value == null) {
            return RequestBody.EMPTY;
        }
        FormBody.Builder form = new FormBody.Builder(StandardCharsets.UTF_8);
        Parameters.fields(raw(adapter, value)).forEach(field -> form.add(field.name(), field.value()));
        return form.build();
    }

    /**
     * Parts: files with their names, scalars as text, lists as repeated parts, objects as JSON. A value of which nothing is
     * set is a body without parts: its closing delimiter alone, as browsers send an empty form (HTML, "multipart/form-data
     * encoding algorithm").
     */
    public static <T> RequestBody multipart(String mediaType, JsonAdapter<T> adapter, @Nullable T value) {
        if (value == null) {
            return RequestBody.EMPTY;
        }
        MediaType type = concrete(mediaType, "multipart/form-data");
        MultipartBody.Builder parts = new MultipartBody.Builder().setType(type);
        if (value instanceof JsonModel<?> model) {
            modelParts(model.data(), parts);
        } else {
            raw(adapter, value).asMap().forEach((name, part) -> part(name, part, parts));
        }
        try {
            return parts.build();
        } catch (IllegalStateException e) { // OkHttp's builder has no other question whether it holds a part
            return withoutParts(type);
        }
    }

    private static RequestBody withoutParts(MediaType type) {
        String boundary = UUID.randomUUID().toString();
        return RequestBody.create(
                ByteString.encodeUtf8("--" + boundary + "--\r\n"), MediaType.get(type + "; boundary=" + boundary));
    }

    private static void modelParts(ModelData data, MultipartBody.Builder parts) {
        for (Property<?> property : data.shape.properties()) {
            Object slot = data.slots[property.index];
            if (slot != null && holdsFile(slot)) {
                files(property.name, slot, parts);
            } else if (slot != null && slot != ModelData.NULL) {
                part(property.name, rawProperty(property, slot), parts);
            }
        }
        Property<?> additional = data.shape.additionalOrNull();
        if (additional != null && data.slots[additional.index] != null) {
            rawProperty(additional, data.slots[additional.index])
                    .asMap()
                    .forEach((name, part) -> part(name, part, parts));
        }
        data.unknown.forEach((name, part) -> part(name, part, parts));
    }

    private static boolean holdsFile(Object value) {
        return value instanceof Upload
                || (value instanceof JsonUnion union && holdsFile(union.content()))
                || (value instanceof List<?> list && list.stream().anyMatch(Bodies::holdsFile));
    }

    /** Files, in lists and as variants of unions; what stands among them is a part of its own. */
    private static void files(String name, Object value, MultipartBody.Builder parts) {
        if (value instanceof Upload upload) {
            parts.addFormDataPart(name, upload.fileName(), upload.body());
        } else if (value instanceof List<?> list) {
            list.forEach(each -> files(name, each, parts));
        } else if (value instanceof JsonUnion union) {
            if (holdsFile(union.content())) {
                files(name, union.content(), parts);
            } else {
                part(name, union.toJsonValue(), parts);
            }
        }
    }

    @SuppressWarnings("unchecked") // builders and adapters put only the property's own type into its slot
    private static <T> JsonValue rawProperty(Property<T> property, @Nullable Object slot) {
        return slot instanceof ModelData.Invalid invalid && invalid.raw() != null
                ? invalid.raw()
                : raw(property.adapter(), (T) slot);
    }

    private static void part(String name, JsonValue value, MultipartBody.Builder parts) {
        switch (value.kind()) {
            case NULL -> {}
            case ARRAY -> value.asList().forEach(each -> part(name, each, parts));
            case OBJECT ->
                parts.addFormDataPart(
                        name,
                        null,
                        RequestBody.create(value.toString(), MediaType.get("application/json; charset=utf-8")));
            default -> parts.addFormDataPart(name, Parameters.scalar(value));
        }
    }

    /** Text of a media type. */
    public static RequestBody text(String mediaType, @Nullable String value) {
        return value == null ? RequestBody.EMPTY : RequestBody.create(value, concrete(mediaType, "text/plain"));
    }

    /** Bytes: the caller's media type or, where it has none, the documented one. */
    public static RequestBody binary(String mediaType, @Nullable RequestBody body) {
        if (body == null || body.contentType() != null) {
            return body == null ? RequestBody.EMPTY : body;
        }
        MediaType type = concrete(mediaType, "application/octet-stream");
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() throws IOException {
                return body.contentLength();
            }

            @Override
            public boolean isOneShot() {
                return body.isOneShot();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                body.writeTo(sink);
            }
        };
    }

    private static MediaType concrete(String mediaType, String otherwise) {
        MediaType type = mediaType.indexOf('*') >= 0 ? null : MediaType.parse(mediaType);
        return type == null ? MediaType.get(otherwise) : type;
    }

    private static <T> ByteString encode(JsonAdapter<T> adapter, T value) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setLenient(true); // a top-level scalar
            adapter.toJson(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readByteString();
    }

    static <T> JsonValue raw(JsonAdapter<T> adapter, @Nullable T value) {
        try {
            return RawWriter.toRaw(adapter, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
