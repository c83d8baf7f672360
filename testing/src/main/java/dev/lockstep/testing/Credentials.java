package dev.lockstep.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Finds a vendor's credentials in requests. */
final class Credentials {
    private final Map<String, VendorFixture.Scheme> schemes;

    Credentials(Map<String, VendorFixture.Scheme> schemes) {
        this.schemes = schemes;
    }

    /** The credentials by scheme, without their prefixes. */
    Map<String, String> in(Headers headers, HttpUrl url) {
        Map<String, String> found = new LinkedHashMap<>();
        schemes.forEach((name, scheme) -> {
            String value = switch (scheme.kind()) {
                case "api-key-query" -> url.queryParameter(scheme.parameter());
                case "api-key-cookie" -> cookie(headers, scheme.parameter());
                default -> headers.get(scheme.parameter());
            };
            if (value != null
                    && value.startsWith(scheme.prefix())
                    && value.length() > scheme.prefix().length()) {
                String credential = value.substring(scheme.prefix().length());
                found.put(name, scheme.kind().equals("basic") ? decoded(credential) : credential);
            }
        });
        return found;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return base64;
        }
    }

    static @Nullable String cookie(Headers headers, String name) {
        for (String line : headers.values("Cookie")) {
            for (String pair : line.split(";\\s*", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
        }
        return null;
    }
}
