package dev.lockstep.client.internal;

import dev.lockstep.client.PathParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.HttpUrl;

/** Any text is refused, or is exactly one segment of the path that says what the caller said. */
public final class PathParametersFuzz {
    private static final HttpUrl BASE = HttpUrl.get("https://vendor.test/v2/conversations/");

    private PathParametersFuzz() {}

    /** Called by the fuzzer, and with each file of the corpus. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String checked;
        try {
            checked = PathParameters.text("id", text);
        } catch (IllegalArgumentException refused) {
            return;
        }
        HttpUrl url =
                BASE.newBuilder().addPathSegment(checked).addPathSegment("end").build();
        if (!url.pathSegments().equals(List.of("v2", "conversations", "", text, "end"))
                && !url.pathSegments().equals(List.of("v2", "conversations", text, "end"))) {
            throw new AssertionError("another resource: " + url);
        }
        if (!url.host().equals(BASE.host()) || url.query() != null || url.fragment() != null) {
            throw new AssertionError("another place: " + url);
        }
        if (!HttpUrl.get(url.toString()).equals(url)) {
            throw new AssertionError("read back otherwise: " + url);
        }
    }
}
