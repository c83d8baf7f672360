package dev.lockstep.client;

import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Operations of every kind that documents have. Package-private, as in generated clients. */
interface FixtureService {
    @Operation(name = "endConversation", key = "POST /v2/conversations/{id}/end")
    @Secured(@Requirement("apiKey"))
    @ErrorBody(status = "400", type = Problem.class)
    @ErrorBody(status = "4XX", type = Void.class)
    @POST("v2/conversations/{id}/end")
    ApiCall<Void> end(@Path("id") String id);

    @Operation(name = "getConversation", key = "GET /conversation")
    @Secured(@Requirement("apiKey"))
    @ErrorBody(status = "404", type = Problem.class)
    @ErrorBody(status = "default", type = Problem.class)
    @GET("conversation")
    ApiCall<Conversation> get();

    @Operation(name = "stopConversation", key = "POST /stop", retry = RetryClass.ALWAYS)
    @Secured(@Requirement("token"))
    @POST("stop")
    ApiCall<Conversation> stop();

    @Operation(name = "endPublic", key = "POST /public/end")
    @Secured({})
    @POST("public/end")
    ApiCall<Conversation> endPublic();

    @Operation(name = "terminate", key = "GET /terminate")
    @Secured(@Requirement("prefixed"))
    @GET("terminate")
    ApiCall<Conversation> terminate();

    @Operation(name = "both", key = "GET /both")
    @Secured({@Requirement({"apiKey", "query"}), @Requirement("cookie"), @Requirement("basic")})
    @GET("both")
    ApiCall<Conversation> both(@Header("Cookie") @Nullable String cookies);

    @Operation(name = "optional", key = "GET /optional")
    @Secured({@Requirement("apiKey"), @Requirement({})})
    @GET("optional")
    ApiCall<Conversation> optional();

    @Operation(name = "createConversation", key = "POST /conversations", idempotencyHeader = "Idempotency-Key")
    @Secured({})
    @POST("conversations")
    ApiCall<Conversation> create(@Body Conversation conversation);

    @Operation(name = "createSafely", key = "POST /safe", retry = RetryClass.ALWAYS)
    @Secured({})
    @POST("safe")
    ApiCall<Conversation> createSafely(@Body Conversation conversation);

    @Operation(name = "upload", key = "POST /upload", retry = RetryClass.ALWAYS)
    @Secured({})
    @POST("upload")
    ApiCall<Conversation> upload(@Body RequestBody body);

    @Operation(name = "download", key = "GET /download", retry = RetryClass.ALWAYS)
    @Secured(@Requirement("apiKey"))
    @GET("download")
    ApiCall<BinaryBody> download();

    @Operation(name = "events", key = "GET /events")
    @Secured({})
    @GET("events")
    ApiCall<EventStream<Conversation>> events();

    @Operation(name = "text", key = "GET /text")
    @Secured({})
    @GET("text")
    ApiCall<String> text();
}
