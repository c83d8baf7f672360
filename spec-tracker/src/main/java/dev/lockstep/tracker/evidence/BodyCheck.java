package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.loaded.StrictJson;
import java.util.List;
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

    void check(Node documented, Loopback.Sent sent, Set<Failure> failures) {
        boolean there = sent.body().size() > 0 || !sent.header("content-type").isEmpty();
        JsonNode content = documented.value().path("content");
        if (!there) {
            if (documented.value().path("required").asBoolean(false)) {
                failures.add(new Failure(WHERE, "$", "required, and not sent"));
            }
            return;
        }
        if (!documented.exists()) {
            failures.add(new Failure(WHERE, "$", "sent, and no longer documented"));
            return;
        }
        String type = MediaType.base(sent.header("content-type"));
        String key = match(content, type);
        if (key == null) {
            Set<String> accepted = new TreeSet<>();
            content.fieldNames().forEachRemaining(accepted::add);
            if (!content.isEmpty()) {
                failures.add(new Failure(WHERE, "$", type + " is not accepted, only " + String.join(", ", accepted)));
            }
            return;
        }
        Node media = documented.get("content").get(key);
        if (!media.get("schema").exists()) {
            return;
        }
        String text = sent.body().utf8();
        if (MediaType.isJson(type)) {
            json(media, text, failures);
        } else if (MediaType.isForm(type)) {
            form(media, new Pairs(text), failures);
        } else if (MediaType.isMultipart(type)) {
            parts(media, new Multipart(sent.header("content-type"), text), failures);
        } else if (type.startsWith("text/")) {
            failures.addAll(
                    schemas.failures(media.get("schema").pointer(), JsonNodeFactory.instance.textNode(text), WHERE));
        }
    }

    private void json(Node media, String text, Set<Failure> failures) {
        try {
            JsonNode body = StrictJson.parse(text);
            failures.addAll(schemas.failures(media.get("schema").pointer(), body, WHERE));
        } catch (JsonProcessingException e) {
            failures.add(new Failure(WHERE, "$", "no JSON"));
        }
    }

    private void form(Node media, Pairs pairs, Set<Failure> failures) {
        JsonNode schema = media.get("schema").value();
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

    private void parts(Node media, Multipart parts, Set<Failure> failures) {
        JsonNode schema = media.get("schema").value();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, List<Multipart.Part>> named : parts.byName().entrySet()) {
            String name = named.getKey();
            object.set(
                    name,
                    value(
                            typed.property(schema, name),
                            named.getValue().stream().map(Multipart.Part::text).toList()));
            String wanted = media.value()
                    .path("encoding")
                    .path(name)
                    .path("contentType")
                    .asText("");
            for (Multipart.Part part : named.getValue()) {
                if (!wanted.isEmpty() && !MediaType.accepts(wanted, part.type())) {
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

    /** The documented media type that a request's belongs to: the same one, else a range; null for none. */
    private static @Nullable String match(JsonNode content, String type) {
        String range = null;
        for (Map.Entry<String, JsonNode> each : content.properties()) {
            String documented = MediaType.base(each.getKey());
            if (documented.equals(type)) {
                return each.getKey();
            }
            if (documented.contains("*") && MediaType.accepts(documented, type)) {
                range = each.getKey();
            }
        }
        return range;
    }
}
