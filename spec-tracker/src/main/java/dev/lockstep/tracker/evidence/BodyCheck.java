package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.loaded.StrictJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds request bodies against what an operation documents: whether there is one, its media type, its schema. */
final class BodyCheck {
    private static final String WHERE = "request body";

    private final Schemas schemas;
    private final Typed typed;

    BodyCheck(SpecDocument document, Schemas schemas) {
        this.schemas = schemas;
        this.typed = new Typed(document);
    }

    void check(DocumentNode documented, Loopback.Sent sent, Set<Failure> failures) {
        boolean there = sent.body().size() > 0 || !sent.header("content-type").isEmpty();
        JsonNode content = documented.node().path("content");
        if (!there) {
            if (documented.node().path("required").asBoolean(false)) {
                failures.add(new Failure(WHERE, "$", "required, and not sent"));
            }
            return;
        }
        if (!documented.exists()) {
            failures.add(new Failure(WHERE, "$", "sent, and no longer documented"));
            return;
        }
        String type = media(sent.header("content-type"));
        String key = match(content, type);
        if (key == null) {
            Set<String> accepted = new TreeSet<>();
            content.fieldNames().forEachRemaining(accepted::add);
            if (!content.isEmpty()) {
                failures.add(new Failure(WHERE, "$", type + " is not accepted, only " + String.join(", ", accepted)));
            }
            return;
        }
        DocumentNode media = documented.get("content").get(key);
        if (!media.get("schema").exists()) {
            return;
        }
        String text = sent.body().utf8();
        if (type.contains("json")) {
            json(media, text, failures);
        } else if (type.equals("application/x-www-form-urlencoded")) {
            form(media, new Pairs(text), failures);
        } else if (type.startsWith("multipart/")) {
            parts(media, new Multipart(sent.header("content-type"), text), failures);
        } else if (type.startsWith("text/")) {
            failures.addAll(
                    schemas.failures(media.get("schema").pointer(), JsonNodeFactory.instance.textNode(text), WHERE));
        }
    }

    private void json(DocumentNode media, String text, Set<Failure> failures) {
        try {
            JsonNode body = StrictJson.parse(text);
            failures.addAll(schemas.failures(media.get("schema").pointer(), body, WHERE));
        } catch (JsonProcessingException e) {
            failures.add(new Failure(WHERE, "$", "no JSON"));
        }
    }

    private void form(DocumentNode media, Pairs pairs, Set<Failure> failures) {
        JsonNode schema = media.get("schema").node();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : pairs.names()) {
            if (name.contains("[")) {
                return; // nested names: no schema says how they are written
            }
            JsonNode property = typed.property(schema, name);
            List<String> values = pairs.take(name).stream().map(Pairs::decoded).toList();
            object.set(name, value(property, values));
        }
        failures.addAll(schemas.failures(media.get("schema").pointer(), object, WHERE));
    }

    private JsonNode value(JsonNode property, List<String> values) {
        Set<String> types = typed.types(property);
        if (types.contains("array") && !types.contains("string")) {
            var array = JsonNodeFactory.instance.arrayNode();
            values.forEach(each -> array.add(typed.read(typed.items(property), each)));
            return array;
        }
        if (types.contains("object") && !types.contains("string")) {
            try {
                return StrictJson.parse(values.get(0));
            } catch (JsonProcessingException e) {
                return JsonNodeFactory.instance.textNode(values.get(0));
            }
        }
        return typed.read(property, values.get(0));
    }

    private void parts(DocumentNode media, Multipart parts, Set<Failure> failures) {
        JsonNode schema = media.get("schema").node();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, List<Multipart.Part>> named : parts.byName().entrySet()) {
            String name = named.getKey();
            object.set(
                    name,
                    value(
                            typed.property(schema, name),
                            named.getValue().stream().map(Multipart.Part::text).toList()));
            String wanted =
                    media.node().path("encoding").path(name).path("contentType").asText("");
            for (Multipart.Part part : named.getValue()) {
                if (!wanted.isEmpty() && !accepts(wanted, media(part.type()))) {
                    failures.add(new Failure(
                            WHERE,
                            "$." + name,
                            (part.type().isEmpty() ? "sent without a media type" : part.type())
                                    + " is not accepted, only " + wanted));
                }
            }
        }
        failures.addAll(schemas.failures(media.get("schema").pointer(), object, WHERE));
    }

    private static boolean accepts(String list, String type) {
        for (String each : list.split(",", -1)) {
            String range = media(each);
            if (range.equals(type)
                    || range.equals("*/*")
                    || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The documented media type that a request's belongs to: the same one, else a range; null for none. */
    private static @Nullable String match(JsonNode content, String type) {
        String range = null;
        for (Map.Entry<String, JsonNode> each : content.properties()) {
            String documented = media(each.getKey());
            if (documented.equals(type)) {
                return each.getKey();
            }
            if (documented.contains("*") && accepts(documented, type)) {
                range = each.getKey();
            }
        }
        return range;
    }

    /** A media type without its parameters, in lower case. */
    static String media(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
