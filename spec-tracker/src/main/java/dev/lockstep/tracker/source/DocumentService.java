package dev.lockstep.tracker.source;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.Operation;
import dev.lockstep.client.Requirement;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.Secured;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Tag;
import retrofit2.http.Url;

/** A docs site as a vendor of ours: reading is safe to repeat. */
interface DocumentService {
    /** The security scheme of documents that are not public. */
    String ACCESS = "access";

    /** Reads a public document. */
    @GET
    @Operation(name = "read", key = "GET /", retry = RetryClass.ALWAYS)
    @Secured({})
    @Headers({
        "Accept: text/markdown, text/plain, application/json, application/yaml",
        "User-Agent: " + Fetcher.USER_AGENT
    })
    ApiCall<BinaryBody> read(
            @Url String url,
            @Header("If-None-Match") @Nullable String etag,
            @Header("If-Modified-Since") @Nullable String lastModified,
            @Tag BodyLimit limit);

    /** Reads a document that needs a credential. */
    @GET
    @Operation(name = "readPrivate", key = "GET /private", retry = RetryClass.ALWAYS)
    @Secured(@Requirement(ACCESS))
    @Headers({
        "Accept: text/markdown, text/plain, application/json, application/yaml",
        "User-Agent: " + Fetcher.USER_AGENT
    })
    ApiCall<BinaryBody> readPrivate(
            @Url String url,
            @Header("If-None-Match") @Nullable String etag,
            @Header("If-Modified-Since") @Nullable String lastModified,
            @Tag BodyLimit limit);
}
