package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns parameter values into text, in the styles of OpenAPI 3 (Parameter Object, style values). */
public final class Parameters {
    /** One name and its text, not encoded. */
    record Field(String name, String value) {}

    /**
     * A value as one segment of a path. The delimiters of its style stand as they are, the names and values between them are
     * percent-encoded (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7). Immutable.
     */
    public static final class Segment {
        private final String text;
        private final String encoded;

        private Segment(String text, String encoded) {
            this.text = text;
            this.encoded = encoded;
        }

        /** What is sent: nothing in it is to be encoded again. */
        public String encoded() {
            return encoded;
        }

        /** The same without encoding, for checks. */
        @Override
        public String toString() {
            return text;
        }
    }

    private static final String HEX = "0123456789ABCDEF";

    private Parameters() {}

    /** A value as one text: lists and objects with commas. */
    public static <T> @Nullable String text(JsonAdapter<T> adapter, @Nullable T value) {
        return value == null ? null : simple(Bodies.raw(adapter, value), false);
    }

    /** Like {@link #text}, but an object's names and values have an equals sign between them. */
    public static <T> @Nullable String pairs(JsonAdapter<T> adapter, @Nullable T value) {
        return value == null ? null : simple(Bodies.raw(adapter, value), true);
    }

    /** A list of texts, for a parameter that is repeated. */
    public static <T> @Nullable List<String> texts(JsonAdapter<T> element, @Nullable List<T> values) {
        return values == null
                ? null
                : values.stream()
                        .map(each -> simple(Bodies.raw(element, each), false))
                        .toList();
    }

    /** The value's JSON, for a parameter with a media type. */
    public static <T> @Nullable String json(JsonAdapter<T> adapter, @Nullable T value) {
        return value == null ? null : Bodies.raw(adapter, value).toString();
    }

    /** Encoded elements, or names and values, with an encoded delimiter between them. */
    public static <T> @Nullable String joined(JsonAdapter<T> adapter, @Nullable T value, String delimiter) {
        return value == null
                ? null
                : String.join(delimiter, parts(Bodies.raw(adapter, value), false, Parameters::encode));
    }

    /** Like {@link #text}, encoded but for the characters that RFC 3986 reserves, except {@code #}, {@code &}, {@code +} and {@code =}. */
    public static <T> @Nullable String reserved(JsonAdapter<T> adapter, @Nullable T value) {
        String text = text(adapter, value);
        return text == null ? null : encodeUnreserved(text);
    }

    /** The same for each element, for a parameter that is repeated. */
    public static <T> @Nullable List<String> reservedTexts(JsonAdapter<T> element, @Nullable List<T> values) {
        List<String> texts = texts(element, values);
        return texts == null
                ? null
                : texts.stream().map(Parameters::encodeUnreserved).toList();
    }

    private static String encodeUnreserved(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> {
            String one = new String(Character.toChars(c));
            encoded.append(":/?[]@!$'()*,;".indexOf(c) >= 0 ? one : encode(one));
        });
        return encoded.toString();
    }

    /** An object's properties as parameters of their own. */
    public static <T> Map<String, String> properties(JsonAdapter<T> adapter, @Nullable T value) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (value != null) {
            JsonValue raw = Bodies.raw(adapter, value);
            if (raw.kind() == JsonValue.Kind.OBJECT) {
                raw.asMap().forEach((name, each) -> {
                    if (!each.isNull()) {
                        properties.put(name, simple(each, false));
                    }
                });
            }
        }
        return properties;
    }

    /** An object's properties as {@code name[property]}, to any depth. */
    public static <T> Map<String, String> deepObject(String name, JsonAdapter<T> adapter, @Nullable T value) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (value != null) {
            List<Field> fields = new ArrayList<>();
            collect(name, Bodies.raw(adapter, value), true, fields);
            fields.forEach(field -> properties.put(field.name(), field.value()));
        }
        return properties;
    }

    /** A path segment in simple style. */
    public static <T> Segment path(JsonAdapter<T> adapter, T value, boolean explode) {
        JsonValue raw = Bodies.raw(adapter, value);
        return segment(form -> String.join(",", parts(raw, explode, form)));
    }

    /** A path segment in label style: {@code .red.green}. */
    public static <T> Segment label(String name, JsonAdapter<T> adapter, T value, boolean explode) {
        JsonValue raw = Bodies.raw(adapter, value);
        return segment(form -> "." + String.join(explode ? "." : ",", parts(raw, explode, form)));
    }

    /** A path segment in matrix style: {@code ;color=red}. */
    public static <T> Segment matrix(String name, JsonAdapter<T> adapter, T value, boolean explode) {
        JsonValue raw = Bodies.raw(adapter, value);
        return segment(form -> matrix(form.apply(name), raw, explode, form));
    }

    private static String matrix(String name, JsonValue raw, boolean explode, UnaryOperator<String> form) {
        if (explode && raw.kind() == JsonValue.Kind.ARRAY) {
            return parts(raw, true, form).stream()
                    .map(each -> ";" + name + "=" + each)
                    .collect(Collectors.joining());
        }
        if (explode && raw.kind() == JsonValue.Kind.OBJECT) {
            return parts(raw, true, form).stream().map(each -> ";" + each).collect(Collectors.joining());
        }
        return ";" + name + "=" + String.join(",", parts(raw, false, form));
    }

    /**
     * @param style writes the value, each name and value in the form that it is given
     */
    private static Segment segment(Function<UnaryOperator<String>, String> style) {
        return new Segment(style.apply(UnaryOperator.identity()), style.apply(Parameters::encode));
    }

    /** One cookie, null if it has no value. */
    public static <T> @Nullable String cookie(String name, JsonAdapter<T> adapter, @Nullable T value) {
        return value == null ? null : name + "=" + encode(simple(Bodies.raw(adapter, value), false));
    }

    /** The Cookie header of those that have a value, null if none has. */
    public static @Nullable String cookies(@Nullable String... cookies) {
        List<String> present = new ArrayList<>();
        for (String cookie : cookies) {
            if (cookie != null) {
                present.add(cookie);
            }
        }
        return present.isEmpty() ? null : String.join("; ", present);
    }

    /** A form's fields. */
    static List<Field> fields(JsonValue object) {
        List<Field> fields = new ArrayList<>();
        if (object.kind() == JsonValue.Kind.OBJECT) {
            object.asMap().forEach((name, value) -> collect(name, value, false, fields));
        } else {
            throw new IllegalArgumentException(
                    "a form needs an object, not " + object.kind().article());
        }
        return fields;
    }

    private static void collect(String name, JsonValue value, boolean indexed, List<Field> fields) {
        switch (value.kind()) {
            case NULL -> {}
            case OBJECT -> value.asMap().forEach((key, each) -> collect(name + "[" + key + "]", each, indexed, fields));
            case ARRAY -> {
                List<JsonValue> elements = value.asList();
                for (int i = 0; i < elements.size(); i++) {
                    boolean object = elements.get(i).kind() == JsonValue.Kind.OBJECT;
                    collect(indexed || object ? name + "[" + i + "]" : name, elements.get(i), indexed, fields);
                }
            }
            default -> fields.add(new Field(name, scalar(value)));
        }
    }

    private static String simple(JsonValue value, boolean explode) {
        return String.join(",", parts(value, explode, UnaryOperator.identity()));
    }

    /**
     * @param form how a name or value is written; the equals sign between them is a delimiter
     */
    private static List<String> parts(JsonValue value, boolean explode, UnaryOperator<String> form) {
        List<String> parts = new ArrayList<>();
        switch (value.kind()) {
            case ARRAY -> value.asList().forEach(each -> parts.add(form.apply(nested(each))));
            case OBJECT ->
                value.asMap().forEach((name, each) -> {
                    if (explode) {
                        parts.add(form.apply(name) + "=" + form.apply(nested(each)));
                    } else {
                        parts.add(form.apply(name));
                        parts.add(form.apply(nested(each)));
                    }
                });
            default -> parts.add(form.apply(scalar(value)));
        }
        return parts;
    }

    private static String nested(JsonValue value) {
        return switch (value.kind()) {
            case ARRAY, OBJECT -> value.toString();
            default -> scalar(value);
        };
    }

    static String scalar(JsonValue value) {
        return switch (value.kind()) {
            case STRING -> value.asString();
            case NUMBER -> Numbers.text(value.asNumber());
            case NULL -> "";
            default -> value.toString();
        };
    }

    /** Percent-encodes the UTF-8 of everything but the unreserved characters (RFC 3986, sections 2.1 and 2.3). */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX.charAt((octet >> 4) & 0xf)).append(HEX.charAt(octet & 0xf));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || "-._~".indexOf(octet) >= 0;
    }
}
