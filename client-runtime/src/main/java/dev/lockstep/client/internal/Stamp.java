package dev.lockstep.client.internal;

import dev.lockstep.client.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.Request;

/** One checked credential and the scheme that says where it goes. Prints no credential. */
final class Stamp {
    private final SecurityScheme scheme;
    private final String value;

    Stamp(SecurityScheme scheme, String value) {
        this.scheme = scheme;
        this.value = value;
    }

    String value() {
        return value;
    }

    boolean sameAs(Stamp that) {
        return scheme.name().equals(that.scheme.name()) && value.equals(that.value);
    }

    /** The request with this credential in it. */
    Request applyTo(Request request) {
        String text = scheme.prefix() + value;
        return switch (scheme.kind()) {
            case API_KEY_HEADER, BEARER ->
                request.newBuilder().header(scheme.parameter(), text).build();
            case BASIC ->
                request.newBuilder()
                        .header(scheme.parameter(), scheme.prefix() + base64(value))
                        .build();
            case API_KEY_QUERY ->
                request.newBuilder()
                        .url(request.url()
                                .newBuilder()
                                .setQueryParameter(scheme.parameter(), text)
                                .build())
                        .build();
            case API_KEY_COOKIE -> {
                String others = request.header("Cookie");
                String cookie = scheme.parameter() + "=" + text;
                yield request.newBuilder()
                        .header("Cookie", others == null ? cookie : others + "; " + cookie)
                        .build();
            }
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return scheme.name();
    }
}
