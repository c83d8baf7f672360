package dev.lockstep.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Which part of a request carries which credential, as {@code header x-api-key -> value}. */
final class Carriers {
    /** Part of every credential: it must show up nowhere but where the spec puts it. */
    static final String CANARY = "canary0";

    private Carriers() {}

    /** The credential of a scheme; of basic schemes the password. */
    static String credential(String scheme) {
        return CANARY + "-" + scheme.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** What the spec says about one scheme: where its credential goes, and with what before it. */
    static SortedMap<String, String> documented(String name, JsonNode scheme) {
        SortedMap<String, String> carriers = new TreeMap<>();
        String value = credential(name);
        String prefix = scheme.path("x-lockstep-auth-prefix").asText("");
        String http = scheme.path("scheme").asText("").toLowerCase(Locale.ROOT);
        switch (scheme.path("type").asText("")) {
            case "apiKey" ->
                carriers.put(
                        scheme.path("in").asText() + " "
                                + (scheme.path("in").asText().equals("header")
                                        ? scheme.path("name").asText().toLowerCase(Locale.ROOT)
                                        : scheme.path("name").asText()),
                        prefix + value);
            case "mutualTLS" -> {}
            case "http" ->
                carriers.put(
                        "header authorization",
                        switch (http) {
                            case "bearer" -> "Bearer " + value;
                            case "basic" ->
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(("user:" + value).getBytes(StandardCharsets.UTF_8));
                            default -> prefix + value;
                        });
            default -> carriers.put("header authorization", "Bearer " + value);
        }
        return carriers;
    }

    /** Where a request carries a credential. */
    static SortedMap<String, String> found(RecordedRequest request) {
        SortedMap<String, String> carriers = new TreeMap<>();
        Headers headers = request.getHeaders();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i).toLowerCase(Locale.ROOT);
            if (name.equals("cookie")) {
                for (String cookie : headers.value(i).split(";\\s*", -1)) {
                    put(carriers, "cookie " + cookie.split("=", 2)[0], cookie.replaceFirst("^[^=]*=", ""));
                }
            } else {
                put(carriers, "header " + name, headers.value(i));
            }
        }
        HttpUrl url = request.getUrl();
        for (int i = 0; i < url.querySize(); i++) {
            put(carriers, "query " + url.queryParameterName(i), String.valueOf(url.queryParameterValue(i)));
        }
        if (url.encodedPath().contains(CANARY)) {
            carriers.put("path", url.encodedPath());
        }
        return carriers;
    }

    private static void put(Map<String, String> carriers, String place, String value) {
        if (plain(value).contains(CANARY)) {
            carriers.put(place, value);
        }
    }

    /** Basic credentials are hidden from a search by their base64. */
    private static String plain(String value) {
        if (!value.startsWith("Basic ")) {
            return value;
        }
        return new String(Base64.getDecoder().decode(value.substring("Basic ".length())), StandardCharsets.UTF_8);
    }
}
