package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a media type of a {@code content} map stands for: ranges (RFC 9110, section 12.5.1) and structured suffixes (RFC 6839).
 * Client, fake, comparison and trials go by these questions alone.
 */
public final class MediaType {
    /** The order in which a client looks for a body that it can read: plain JSON first, then by name. */
    public static final Comparator<String> PREFERRED = Comparator.comparing(
                    (String mediaType) -> !mediaType.equals("application/json"))
            .thenComparing(Comparator.naturalOrder());

    private MediaType() {}

    /** Without its parameters and in small letters. */
    public static String base(String mediaType) {
        int semicolon = mediaType.indexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a body is one JSON text; ranges that take any application count. {@code application/x-ndjson} is several. */
    public static boolean isJson(String mediaType) {
        String base = base(mediaType);
        return base.equals("application/json")
                || base.endsWith("+json")
                || base.equals("text/json")
                || base.equals("application/*")
                || base.equals("*/*");
    }

    /** Whether a body is a form in one text. */
    public static boolean isForm(String mediaType) {
        return base(mediaType).equals("application/x-www-form-urlencoded");
    }

    /** Whether a body has parts. */
    public static boolean isMultipart(String mediaType) {
        return base(mediaType).startsWith("multipart/");
    }

    /** Whether a body is a stream of server-sent events. */
    public static boolean isEvents(String mediaType) {
        return base(mediaType).equals("text/event-stream");
    }

    /** Whether a body is text that is none of the above. */
    public static boolean isText(String mediaType) {
        String base = base(mediaType);
        return base.startsWith("text/")
                || base.endsWith("+xml")
                || base.equals("application/xml")
                || base.equals("application/yaml")
                || base.equals("application/jwt")
                || base.equals("application/graphql");
    }

    /** Whether the types of a body's schema can be told apart on the wire: in JSON, and by the fields of a form. */
    public static boolean isTyped(String mediaType) {
        return isJson(mediaType) || isForm(mediaType) || isMultipart(mediaType);
    }

    /** Whether every body of the first type is one of the second: {@code application/hal+json} is {@code application/json}. */
    public static boolean isA(String mediaType, String range) {
        if (mediaType.equals(range) || range.equals("*/*")) {
            return true;
        }
        int slash = range.indexOf('/');
        if (slash < 0 || !mediaType.startsWith(range.substring(0, slash + 1))) {
            return false;
        }
        String subtype = range.substring(slash + 1);
        return subtype.equals("*") || mediaType.endsWith("+" + subtype);
    }

    /** Whether a list of ranges, such as an {@code Accept} header, takes a media type; parameters do not count. */
    public static boolean accepts(String ranges, String mediaType) {
        String type = base(mediaType);
        for (String each : ranges.split(",", -1)) {
            String range = base(each);
            if (range.equals(type)
                    || range.equals("*/*")
                    || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The key of a {@code content} map whose body a client reads: JSON with a schema, then events, then whatever comes first.
     *
     * @return the empty string where the map is empty
     */
    public static String read(Node content) {
        List<String> keys = content.keys().stream().sorted(PREFERRED).toList();
        for (String key : keys) {
            if (isJson(key) && content.get(key).resolved().has("schema")) {
                return key;
            }
        }
        return keys.stream().filter(MediaType::isEvents).findFirst().orElseGet(() -> keys.isEmpty() ? "" : keys.get(0));
    }

    /** The text of a body that a value stands for: one event, JSON, or the text that the value is. */
    public static String text(String mediaType, JsonNode value) {
        if (isEvents(mediaType)) {
            return "data: " + value + "\n\n";
        }
        return isJson(mediaType) || !value.isTextual() ? value.toString() : value.textValue();
    }

    /** A media type that may stand in a {@code Content-Type}: JSON for a range. */
    public static String concrete(String mediaType) {
        return mediaType.contains("*") ? "application/json" : mediaType;
    }
}
