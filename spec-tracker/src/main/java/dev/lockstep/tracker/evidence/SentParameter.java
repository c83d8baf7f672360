package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.tracker.loaded.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parameter's value, read back from where and how a document says that it is written (OpenAPI, Parameter Object, style). */
final class SentParameter {
    /**
     * What stands there.
     *
     * @param value null if nothing does, or nothing readable
     * @param problem why it cannot be read; empty if it can
     */
    record Read(@Nullable JsonNode value, String problem) {
        static final Read ABSENT = new Read(null, "");

        static Read of(JsonNode value) {
            return new Read(value, "");
        }

        static Read unreadable(String problem) {
            return new Read(null, problem);
        }
    }

    private final Typed typed;
    private final JsonNode parameter;
    private final String name;
    private final JsonNode schema;
    private final String style;
    private final boolean explode;

    SentParameter(Typed typed, JsonNode parameter) {
        this.typed = typed;
        this.parameter = parameter;
        this.name = parameter.path("name").asText();
        this.schema =
                parameter.has("content") ? parameter.path("content").path(0).path("schema") : parameter.path("schema");
        String in = parameter.path("in").asText();
        String usual = in.equals("query") || in.equals("cookie") ? "form" : "simple";
        this.style = parameter.path("style").asText(usual);
        this.explode = parameter.path("explode").asBoolean(style.equals("form"));
    }

    private boolean isJson() {
        return parameter.path("content").isObject();
    }

    private boolean is(String type) {
        Set<String> types = typed.types(schema);
        return types.contains(type) && !types.contains("string");
    }

    /** From the pairs of a query or of cookies. */
    Read query(Pairs pairs) {
        if (!isJson() && is("object") && style.equals("deepObject")) {
            return deep(pairs);
        }
        if (!isJson() && is("object") && explode && style.equals("form")) {
            return spread(pairs);
        }
        List<String> values = pairs.take(name);
        if (values.isEmpty()) {
            return Read.ABSENT;
        }
        boolean list = !isJson() && is("array");
        if (list && explode) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            values.forEach(each -> array.add(typed.read(typed.items(schema), Pairs.decoded(each))));
            return Read.of(array);
        }
        if (values.size() > 1) {
            return Read.unreadable("is written " + values.size() + " times instead of once");
        }
        return text(values.get(0), list ? separator() : ",");
    }

    private String separator() {
        return switch (style) {
            case "spaceDelimited" -> "%20|\\+";
            case "pipeDelimited" -> "\\||%7[Cc]";
            default -> ",";
        };
    }

    /** From one raw text: a header, a segment of a path, one value of a query. */
    Read text(String raw, String separator) {
        if (isJson()) {
            try {
                return Read.of(StrictJson.parse(Pairs.decoded(raw)));
            } catch (JsonProcessingException e) {
                return Read.unreadable("is no JSON text");
            }
        }
        if (is("array")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (String part : raw.isEmpty() ? new String[0] : raw.split(separator, -1)) {
                array.add(typed.read(typed.items(schema), Pairs.decoded(part)));
            }
            return Read.of(array);
        }
        if (is("object")) {
            return members(raw.split(separator, -1));
        }
        return Read.of(typed.read(schema, Pairs.decoded(raw)));
    }

    private Read members(String[] parts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (parts.length == 1 && parts[0].isEmpty()) {
            return Read.of(object);
        }
        if (!explode && parts.length % 2 != 0) {
            return Read.unreadable("has a name without a value");
        }
        for (int i = 0; i < parts.length; i += explode ? 1 : 2) {
            int equals = parts[i].indexOf('=');
            if (explode && equals < 0) {
                return Read.unreadable("has a name without a value");
            }
            String key = Pairs.decoded(explode ? parts[i].substring(0, equals) : parts[i]);
            String value = explode ? parts[i].substring(equals + 1) : parts[i + 1];
            object.set(key, typed.read(typed.property(schema, key), Pairs.decoded(value)));
        }
        return Read.of(object);
    }

    /** From a raw segment of a path, whose style may put something in front. */
    Read segment(String raw) {
        String prefix = switch (style) {
            case "label" -> ".";
            case "matrix" -> ";";
            default -> "";
        };
        if (!raw.startsWith(prefix)) {
            return Read.unreadable("does not begin with " + prefix);
        }
        // Outside of a query a plus is itself.
        String rest = raw.substring(prefix.length()).replace("+", "%2B");
        if (style.equals("matrix") && explode && is("object")) {
            return text(rest, ";");
        }
        if (style.equals("matrix")) {
            String start = name + "=";
            if (!rest.startsWith(start)) {
                return Read.unreadable("does not begin with ;" + start);
            }
            rest = rest.substring(start.length()).replace(";" + start, ",");
        }
        return text(rest, explode && style.equals("label") ? "\\." : ",");
    }

    private Read spread(Pairs pairs) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String property : typed.properties(schema)) {
            List<String> values = pairs.take(property);
            if (!values.isEmpty()) {
                object.set(property, typed.read(typed.property(schema, property), Pairs.decoded(values.get(0))));
            }
        }
        return object.isEmpty() ? Read.ABSENT : Read.of(object);
    }

    /** Whether members of any name are described. */
    private boolean isOpen() {
        return schema.has("additionalProperties") || typed.properties(schema).isEmpty();
    }

    private Read deep(Pairs pairs) {
        Map<String, Object> tree = new LinkedHashMap<>();
        String problem = "";
        for (String each : pairs.names()) {
            if (each.startsWith(name + "[") && each.endsWith("]")) {
                String text = Pairs.decoded(pairs.take(each).get(0));
                String[] keys =
                        each.substring(name.length() + 1, each.length() - 1).split("\\]\\[", -1);
                if (!isOpen() && !typed.properties(schema).contains(keys[0])) {
                    problem = "has " + keys[0] + ", which is no longer documented";
                }
                put(tree, keys, 0, text);
            }
        }
        if (!problem.isEmpty()) {
            return Read.unreadable(problem);
        }
        return tree.isEmpty() ? Read.ABSENT : Read.of(node(tree, schema));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String[] keys, int at, String text) {
        if (at == keys.length - 1) {
            tree.put(keys[at], text);
        } else if (tree.computeIfAbsent(keys[at], key -> new LinkedHashMap<String, Object>())
                instanceof Map<?, ?> inner) {
            put((Map<String, Object>) inner, keys, at + 1, text);
        }
    }

    private JsonNode node(Object value, JsonNode type) {
        if (value instanceof String text) {
            return typed.read(type, text);
        }
        Map<?, ?> members = (Map<?, ?>) value;
        if (typed.types(type).contains("array")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            new ArrayList<>(members.values()).forEach(each -> array.add(node(each, typed.items(type))));
            return array;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((key, each) ->
                object.set(String.valueOf(key), node(each, typed.property(type, String.valueOf(key)))));
        return object;
    }
}
