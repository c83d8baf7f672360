package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.squareup.moshi.JsonAdapter;
import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonValue;
import dev.lockstep.client.json.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The path of a request: below the base URL's own, its values percent-encoded. */
class RequestPathTest {
    private static final JsonAdapter<JsonValue> VALUE = Json.VALUE;

    @RegisterExtension
    final Vendor vendor = new Vendor();

    interface Service {
        @Operation(name = "segment", key = "GET /x/{id}")
        @Secured({})
        @GET("x/{id}")
        ApiCall<Void> segment(@Path("id") Object id);

        @Operation(name = "deleteArtifact", key = "DELETE /groups/{group}/artifacts/{artifact}")
        @Secured({})
        @DELETE("groups/{group}/artifacts/{artifact}")
        ApiCall<Void> deleteArtifact(@Path("group") String group, @Path("artifact") String artifact);

        @Operation(name = "plain", key = "GET /x/{id}")
        @Secured({})
        @GET("x/{id}")
        Call<Void> plain(@Path("id") String id);

        @Operation(name = "only", key = "GET /{id}")
        @Secured({})
        @GET("/{id}")
        ApiCall<Void> only(@Path("id") String id, @Query("q") @Nullable String q);

        @Operation(name = "pair", key = "GET /{a}:{b}")
        @Secured({})
        @GET("/{a}:{b}")
        ApiCall<Void> pair(@Path("a") String a, @Path("b") String b);

        @Operation(name = "verb", key = "GET /v1:run/{id}")
        @Secured({})
        @HTTP(method = "GET", path = "/v1:run/{id}")
        ApiCall<Void> verb(@Path("id") String id);

        @Operation(name = "root", key = "GET /")
        @Secured({})
        @GET("/")
        ApiCall<Void> root(@Query("q") @Nullable String q);

        @Operation(name = "variant", key = "GET /{id}/y?beta=true#some")
        @Secured({})
        @GET("/{id}/y?beta=true#some")
        ApiCall<Void> variant(@Path("id") String id, @Query("q") @Nullable String q);

        @Operation(name = "twice", key = "GET /x/{id}/{id}")
        @Secured({})
        @GET("x/{id}/{id}")
        ApiCall<Void> twice(@Path("id") String id);
    }

    interface Unchecked {
        @Operation(name = "unchecked", key = "GET /x/{id}")
        @Secured({})
        @GET("x/{id}")
        ApiCall<Void> unchecked(@Path(value = "id", encoded = true) String id);
    }

    private Service service(String basePath) {
        return vendor.build(
                        vendor.builder().baseUrl(vendor.server().url(basePath).toString()))
                .client()
                .service(Service.class);
    }

    private String target(ApiCall<Void> call) throws Exception {
        vendor.enqueue(Vendor.status(200));
        vendor.run(Mode.SYNC, call).success();
        return vendor.request().getTarget();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "rep;v=2 rep%3Bv%3D2",
                "a/b a%2Fb",
                "a?b#c a%3Fb%23c",
                "%41 %2541",
                "%2e%2E %252e%252E",
                "a+b a%2Bb",
                "a:b@c a%3Ab%40c",
                "a,b,c a%2Cb%2Cc",
                "a=b&c a%3Db%26c",
                "!$'()* %21%24%27%28%29%2A",
                "a\\b a%5Cb",
                "[{|}]^`<>\" %5B%7B%7C%7D%5D%5E%60%3C%3E%22",
                "{id} %7Bid%7D",
                "AZaz09-._~ AZaz09-._~",
                "... ...",
                "\u00e9\u20ac\ud83d\ude00 %C3%A9%E2%82%AC%F0%9F%98%80",
            })
    void onlyUnreservedCharactersAreBare(String value, String sent) throws Exception {
        assertEquals("/x/" + sent, target(service("/").segment(PathParameters.text("id", value))));
    }

    @Test
    void aSpaceIsNoPlus() throws Exception {
        assertEquals("/x/a%20b", target(service("/").segment("a b")));
    }

    @Test
    void aSemicolonStaysInItsValue() throws Exception {
        assertEquals("/groups/g1/artifacts/rep%3Bv%3D2", target(service("/").deleteArtifact("g1", "rep;v=2")));
    }

    @Test
    void otherScalarsAreTheirText() throws Exception {
        assertEquals("/x/-1.5", target(service("/").segment(-1.5)));
        assertEquals("/x/true", target(service("/").segment(true)));
    }

    @Test
    void retrofitsOwnCallHasTheSamePath() throws Exception {
        vendor.enqueue(Vendor.status(200));
        Call<Void> call = service("/api/").plain("rep;v=2");
        assertEquals("/api/x/rep%3Bv%3D2", call.request().url().encodedPath());
        call.execute();
        assertEquals("/api/x/rep%3Bv%3D2", vendor.request().getTarget());
    }

    @Test
    void delimitersOfAListAreBareAndThoseWithinItsItemsAreNot() throws Exception {
        JsonValue list = JsonValue.parse("[\"a,b\",\"c;d\",\"e f\"]");
        assertEquals("/x/a%2Cb,c%3Bd,e%20f", target(service("/").segment(Parameters.path(VALUE, list, false))));
        assertEquals(
                "/x/.a%2Cb.c%3Bd.e%20f", target(service("/").segment(Parameters.label("list", VALUE, list, true))));
        assertEquals(
                "/x/;list=a%2Cb,c%3Bd,e%20f",
                target(service("/").segment(Parameters.matrix("list", VALUE, list, false))));
        assertEquals(
                "/x/;list=a%2Cb;list=c%3Bd;list=e%20f",
                target(service("/").segment(Parameters.matrix("list", VALUE, list, true))));
    }

    @Test
    void delimitersOfAnObjectAreBareAndThoseWithinItsMembersAreNot() throws Exception {
        JsonValue object = JsonValue.parse("{\"a=b\":\"c,d\",\"e\":\"f;g=h\"}");
        assertEquals("/x/a%3Db,c%2Cd,e,f%3Bg%3Dh", target(service("/").segment(Parameters.path(VALUE, object, false))));
        assertEquals("/x/a%3Db=c%2Cd,e=f%3Bg%3Dh", target(service("/").segment(Parameters.path(VALUE, object, true))));
        assertEquals(
                "/x/;a%3Db=c%2Cd;e=f%3Bg%3Dh",
                target(service("/").segment(Parameters.matrix("o", VALUE, object, true))));
    }

    @Test
    void aScalarIsNoListOfWhatIsBetweenItsCommas() throws Exception {
        JsonValue text = JsonValue.parse("\"a,b;c=d\"");
        assertEquals("/x/a%2Cb%3Bc%3Dd", target(service("/").segment(Parameters.path(VALUE, text, true))));
        assertEquals("/x/.a%2Cb%3Bc%3Dd", target(service("/").segment(Parameters.label("t", VALUE, text, true))));
        assertEquals("/x/;t=a%2Cb%3Bc%3Dd", target(service("/").segment(Parameters.matrix("t", VALUE, text, true))));
    }

    @Test
    void partsAreCheckedLikeTexts() {
        Parameters.Segment none = Parameters.path(VALUE, JsonValue.parse("[]"), false);
        assertEquals(
                "path parameter ids is blank",
                assertThrows(IllegalArgumentException.class, () -> PathParameters.text("ids", none))
                        .getMessage());
        Parameters.Segment climbing = Parameters.label("ids", VALUE, JsonValue.parse("\".\""), false);
        assertEquals(
                "path parameter ids is '..', which names another resource",
                assertThrows(IllegalArgumentException.class, () -> PathParameters.text("ids", climbing))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/", "/a%20b/c:d;e/"})
    void aFirstSegmentIsBelowTheBaseUrl(String basePath) throws Exception {
        Service service = service(basePath);
        String base = basePath.endsWith("/") ? basePath : basePath + "/";
        assertEquals(base + "acme", target(service.only("acme", null)));
        assertEquals(base + "acme?q=%C3%A9%2Fx", target(service.only("acme", "\u00e9/x")));
        assertEquals(base + "https%3A%2F%2Fevil.test%2F", target(service.only("https://evil.test/", null)));
        assertEquals(base + "%2F%2Fevil.test", target(service.only("//evil.test", null)));
        assertEquals(base + "%5C%5Cevil.test", target(service.only("\\\\evil.test", null)));
        assertEquals(base + "a:b", target(service.pair("a", "b")));
        assertEquals(base + "a%3Ab:c%2Fd", target(service.pair("a:b", "c/d")));
        assertEquals(base + "v1:run/a%3Ab", target(service.verb("a:b")));
        assertEquals(base, target(service.root(null)));
        assertEquals(base + "?q=1", target(service.root("1")));
        assertEquals(base + "a%3Bb/y?beta=true", target(service.variant("a;b", null)));
        assertEquals(base + "a%3Bb/y?beta=true&q=1%2F2", target(service.variant("a;b", "1/2")));
        assertEquals(base + "x/%7Bid%7D/%7Bid%7D", target(service.twice("{id}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void whatClimbsIsRefusedAlsoWhereNobodyCheckedIt(String value) {
        Service service = service("/api/");
        assertThrows(IllegalArgumentException.class, () -> service.segment(value));
        assertThrows(IllegalArgumentException.class, () -> service.only(value, null));
        vendor.assertRequests(0);
    }

    @Test
    void valuesThatNobodyEncodesAreRefused() {
        ApiClient client = vendor.build(vendor.builder()).client();
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> client.service(Unchecked.class).unchecked("..%2Fother"));
        assertEquals(
                "Unchecked.unchecked has @Path(encoded = true): its value would go out as it is; leave encoded out",
                refusal.getMessage());
        vendor.assertRequests(0);
    }
}
