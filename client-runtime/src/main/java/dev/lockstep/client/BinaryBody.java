package dev.lockstep.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A success body that is streamed, not buffered: no size cap, no retry once it began. Close it, or a connection leaks. */
public final class BinaryBody implements Closeable {
    private final ResponseBody body;

    /** Wraps a body; it is closed with this. */
    public BinaryBody(ResponseBody body) {
        this.body = Objects.requireNonNull(body, "body");
    }

    /** The bytes. A gap longer than the attempt timeout ends reading with an exception. */
    public BufferedSource source() {
        return body.source();
    }

    /** The bytes. A gap longer than the attempt timeout ends reading with an exception. */
    public InputStream inputStream() {
        return body.byteStream();
    }

    /** The media type that the vendor sent, or null. */
    public @Nullable String contentType() {
        return body.contentType() == null ? null : String.valueOf(body.contentType());
    }

    /** Length in bytes, or -1 if it is not known. */
    public long contentLength() {
        return body.contentLength();
    }

    /** All bytes; closes the body. Memory is the only limit. */
    public byte[] readAll() throws IOException {
        return body.bytes();
    }

    @Override
    public void close() {
        body.close();
    }
}
