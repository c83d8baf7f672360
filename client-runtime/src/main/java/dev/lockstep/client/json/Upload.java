package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.File;
import java.io.IOException;
import java.util.Objects;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A file of a multipart body: its name and its bytes. A file on disk is read when it is sent, not before. */
public final class Upload {
    /** For models of multipart bodies: a file is no JSON and is only ever sent. */
    public static final JsonAdapter<Upload> ADAPTER = new JsonAdapter<>() {
        @Override
        public Upload fromJson(JsonReader reader) throws IOException {
            throw JsonMismatchException.consume(reader, "no file");
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable Upload value) throws IOException {
            writer.value(String.valueOf(value));
        }
    };

    private final String fileName;
    private final RequestBody body;

    private Upload(String fileName, RequestBody body) {
        this.fileName = Objects.requireNonNull(fileName, "fileName");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Bytes in memory. */
    public static Upload of(String fileName, byte[] bytes) {
        return new Upload(fileName, RequestBody.create(ByteString.of(bytes), null));
    }

    /** A file on disk, under its own name. */
    public static Upload of(File file) {
        return new Upload(file.getName(), RequestBody.create(file, null));
    }

    /** Any body, with its media type. */
    public static Upload of(String fileName, RequestBody body) {
        return new Upload(fileName, body);
    }

    /** The same bytes with a media type. */
    public Upload withMediaType(String mediaType) {
        MediaType type = MediaType.get(mediaType);
        RequestBody bytes = body;
        return new Upload(fileName, new RequestBody() {
            @Override
            public MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() throws IOException {
                return bytes.contentLength();
            }

            @Override
            public boolean isOneShot() {
                return bytes.isOneShot();
            }

            @Override
            public void writeTo(okio.BufferedSink sink) throws IOException {
                bytes.writeTo(sink);
            }
        });
    }

    /** The name that the vendor sees. */
    public String fileName() {
        return fileName;
    }

    /** The bytes. */
    public RequestBody body() {
        return body;
    }

    /** The file's name, not its bytes. */
    @Override
    public String toString() {
        return "Upload[" + fileName + "]";
    }
}
