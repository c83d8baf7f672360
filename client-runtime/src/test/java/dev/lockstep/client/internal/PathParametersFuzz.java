package dev.lockstep.client.internal;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.PathParameters;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.HttpUrl;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Any text is refused, or is exactly one segment of the path that says what the caller said, in unreserved characters. */
public final class PathParametersFuzz {
    private static final HttpUrl BASE = HttpUrl.get("https://vendor.test/v2/conversations/");
    private static final List<RequestPath> PATHS = List.of(path("first"), path("later"));

    private PathParametersFuzz() {}

    interface Service {
        @GET("/{id}/end")
        ApiCall<Void> first(@Path("id") String id);

        @GET("of/{id}/end")
        ApiCall<Void> later(@Path("id") String id);
    }

    private static RequestPath path(String name) {
        try {
            Method method = Service.class.getDeclaredMethod(name, String.class);
            return RequestPath.of(method);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** Called by the fuzzer, and with each file of the corpus. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String checked;
        try {
            checked = PathParameters.text("id", text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        check(PATHS.get(0).writtenInto(BASE, BASE, List.of(checked)), List.of("v2", "conversations", text, "end"));
        check(
                PATHS.get(1).writtenInto(BASE, BASE, List.of(checked)),
                List.of("v2", "conversations", "of", text, "end"));
    }

    private static void check(HttpUrl url, List<String> segments) {
        if (!url.pathSegments().equals(segments)) {
            throw new AssertionError("another resource: " + url);
        }
        if (!url.encodedPath().matches("(/([A-Za-z0-9._~-]|%[0-9A-F]{2})+)+")) {
            throw new AssertionError("delimiters are bare: " + url);
        }
        if (!url.host().equals(BASE.host()) || url.query() != null || url.fragment() != null) {
            throw new AssertionError("another place: " + url);
        }
        if (!HttpUrl.get(url.toString()).equals(url)) {
            throw new AssertionError("read back otherwise: " + url);
        }
    }
}
