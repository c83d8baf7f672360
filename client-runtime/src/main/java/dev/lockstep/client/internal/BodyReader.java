package dev.lockstep.client.internal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/** Reads bodies within the attempt, up to a cap that counts bytes after decompression. */
final class BodyReader {
    static final long SUCCESS_LIMIT = 1 << 20;
    static final long ERROR_LIMIT = 64 << 10;

    private static final long CHUNK = 8192;
    private static final long DRAIN_MILLIS = 250;

    private BodyReader() {}

    /** The whole body; the caller closes it. */
    static ByteString read(ResponseBody body, long limit) throws IOException {
        Buffer buffer = new Buffer();
        BufferedSource source = body.source();
        while (source.read(buffer, CHUNK) != -1) {
            if (buffer.size() > limit) {
                throw new BodyOverLimit(limit);
            }
        }
        return buffer.readByteString();
    }

    /** As much of an error's body as arrives intact, cut at the cap: the status matters more. */
    static ByteString readUpTo(ResponseBody body, long limit) {
        Buffer buffer = new Buffer();
        BufferedSource source = body.source();
        try {
            boolean more = true;
            while (more && buffer.size() < limit) {
                more = source.read(buffer, Math.min(CHUNK, limit - buffer.size())) != -1;
            }
        } catch (IOException incomplete) {
            // What came is kept.
        }
        return buffer.readByteString();
    }

    /** Reads a body that nobody needs, briefly, so that its connection can be used again. */
    static void drain(ResponseBody body) {
        BufferedSource source = body.source();
        Buffer sink = new Buffer();
        long total = 0;
        try {
            source.timeout().deadline(DRAIN_MILLIS, TimeUnit.MILLISECONDS);
            while (total < ERROR_LIMIT) {
                long read = source.read(sink, CHUNK);
                if (read == -1) {
                    break;
                }
                total += read;
                sink.clear();
            }
            source.timeout().clearDeadline();
        } catch (IOException unneeded) {
            // The connection is given up instead.
        }
    }

    /** The body is longer than its cap. */
    static final class BodyOverLimit extends IOException {
        private static final long serialVersionUID = 1;

        final transient long limit;

        BodyOverLimit(long limit) {
            super("body over " + limit + " bytes");
            this.limit = limit;
        }
    }
}
