package dev.lockstep.generator.model;

import java.util.Locale;

/** Kinds of media types. */
final class MediaTypes {
    private MediaTypes() {}

    static String base(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String mediaType) {
        String base = base(mediaType);
        return base.equals("application/json")
                || base.endsWith("+json")
                || base.equals("text/json")
                || base.equals("application/*")
                || base.equals("*/*");
    }

    static boolean isForm(String mediaType) {
        return base(mediaType).equals("application/x-www-form-urlencoded");
    }

    static boolean isMultipart(String mediaType) {
        return base(mediaType).startsWith("multipart/");
    }

    static boolean isEvents(String mediaType) {
        return base(mediaType).equals("text/event-stream");
    }

    static boolean isText(String mediaType) {
        String base = base(mediaType);
        return base.startsWith("text/")
                || base.endsWith("+xml")
                || base.equals("application/xml")
                || base.equals("application/yaml")
                || base.equals("application/jwt")
                || base.equals("application/graphql");
    }
}
