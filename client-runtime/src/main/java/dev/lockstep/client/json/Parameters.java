package dev.lockstep.client.json;

import com.squareup.moshi.JsonAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Turns parameter values into text, in the styles of OpenAPI 3 (Parameter Object, style values). */
public final class Parameters {
    /** One name and its text, not encoded. */
    record Field(String name, String value) {}

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
                : parts(Bodies.raw(adapter, value), false).stream()
                        .map(Parameters::encode)
                        .collect(Collectors.joining(delimiter));
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
    public static <T> String path(JsonAdapter<T> adapter, T value, boolean explode) {
        return simple(Bodies.raw(adapter, value), explode);
    }

    /** A path segment in label style: {@code .red.green}. */
    public static <T> String label(String name, JsonAdapter<T> adapter, T value, boolean explode) {
        List<String> parts = parts(Bodies.raw(adapter, value), explode);
        return "." + String.join(explode ? "." : ",", parts);
    }

    /** A path segment in matrix style: {@code ;color=red}. */
    public static <T> String matrix(String name, JsonAdapter<T> adapter, T value, boolean explode) {
        JsonValue raw = Bodies.raw(adapter, value);
        if (explode && raw.kind() == JsonValue.Kind.ARRAY) {
            return parts(raw, true).stream()
                    .map(each -> ";" + name + "=" + each)
                    .collect(Collectors.joining());
        }
        if (explode && raw.kind() == JsonValue.Kind.OBJECT) {
            return parts(raw, true).stream().map(each -> ";" + each).collect(Collectors.joining());
        }
        return ";" + name + "=" + String.join(",", parts(raw, false));
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
        return String.join(",", parts(value, explode));
    }

    private static List<String> parts(JsonValue value, boolean explode) {
        List<String> parts = new ArrayList<>();
        switch (value.kind()) {
            case ARRAY -> value.asList().forEach(each -> parts.add(nested(each)));
            case OBJECT ->
                value.asMap().forEach((name, each) -> {
                    if (explode) {
                        parts.add(name + "=" + nested(each));
                    } else {
                        parts.add(name);
                        parts.add(nested(each));
                    }
                });
            default -> parts.add(scalar(value));
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

    /** Percent-encodes everything but what RFC 3986 calls unreserved. */
    private static String encode(String text) {
        HttpUrl url = new HttpUrl.Builder()
                .scheme("https")
                .host("x")
                .addQueryParameter("q", text)
                .build();
        String query = String.valueOf(url.encodedQuery());
        return query.substring(2).replace("+", "%2B").replace("*", "%2A");
    }
}
