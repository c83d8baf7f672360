package dev.lockstep.tracker.source;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * How much of a document is read. The body is read within the attempt, so that a cut one is repeated; never more of it than
 * one byte over the limit, which counts after decompression, and nothing of what is no document.
 *
 * @param bytes the most that a document may have
 */
record BodyLimit(long bytes) {
    private static final Set<String> TYPES = Set.of(
            "text/markdown",
            "text/x-markdown",
            "text/plain",
            "application/json",
            "application/yaml",
            "application/x-yaml",
            "text/yaml",
            "text/x-yaml",
            "application/vnd.oai.openapi",
            "application/vnd.oai.openapi+json");

    /** Reads each successful body within its limit. */
    static final Interceptor INTERCEPTOR = chain -> {
        Response response = chain.proceed(chain.request());
        BodyLimit limit = chain.request().tag(BodyLimit.class);
        return limit == null || !response.isSuccessful() ? response : limit.read(response);
    };

    /** The media type without its parameters, in lower case; empty for none. */
    static String typeOf(@org.jspecify.annotations.Nullable MediaType type) {
        return type == null ? "" : (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    }

    /** Whether documents are published under this media type. */
    static boolean isDocument(String type) {
        return TYPES.contains(type);
    }

    private Response read(Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            Buffer read = new Buffer();
            if (isDocument(typeOf(body.contentType()))) {
                BufferedSource source = body.source();
                source.request(bytes + 1);
                read.write(source.getBuffer(), Math.min(source.getBuffer().size(), bytes + 1));
            }
            return response.newBuilder()
                    .body(ResponseBody.create(read, body.contentType(), read.size()))
                    .build();
        }
    }
}
