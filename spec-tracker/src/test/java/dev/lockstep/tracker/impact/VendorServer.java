package dev.lockstep.tracker.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * A vendor that does what its document says: refuses what does not fit, and answers with what it describes. What the old
 * document required and the new one does not is left out.
 */
final class VendorServer extends Dispatcher {
    private final JsonNode old;
    private final JsonNode spec;
    private final JsonMapper mapper = new JsonMapper();

    VendorServer(SpecDocument old, SpecDocument now) {
        this.old = old.root();
        this.spec = now.root();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        for (Map.Entry<String, JsonNode> path : spec.path("paths").properties()) {
            JsonNode operation =
                    path.getValue().path(String.valueOf(request.getMethod()).toLowerCase(java.util.Locale.ROOT));
            if (url.encodedPath().matches(path.getKey().replaceAll("\\{[^}]*}", "[^/]+"))
                    && !operation.isMissingNode()) {
                return answer(operation, request, url);
            }
        }
        return json(404, JsonNodeFactory.instance.objectNode().put("code", "no such operation"));
    }

    private MockResponse answer(JsonNode operation, RecordedRequest request, HttpUrl url) {
        String header = spec.at("/components/securitySchemes/key/name").asText();
        if (request.getHeaders().get(header) == null) {
            return json(401, JsonNodeFactory.instance.objectNode().put("code", "no key"));
        }
        String refusal = refusal(operation, request, url);
        if (!refusal.isEmpty()) {
            return json(400, JsonNodeFactory.instance.objectNode().put("code", refusal));
        }
        boolean missing = url.encodedPath().endsWith("/missing");
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            int status = Integer.parseInt(response.getKey());
            if (missing == (status >= 400)) {
                JsonNode schema = response.getValue().at("/content/application~1json/schema");
                return schema.isMissingNode()
                        ? new MockResponse.Builder().code(status).build()
                        : json(status, value(schema, "body"));
            }
        }
        throw new IllegalStateException("no answer");
    }

    private String refusal(JsonNode operation, RecordedRequest request, HttpUrl url) {
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            String given = url.queryParameter(name);
            if (parameter.path("in").asText().equals("query")) {
                if (given == null && parameter.path("required").asBoolean()) {
                    return "query " + name;
                }
                JsonNode schema = resolve(parameter.path("schema"));
                if (given != null && !fits(schema, scalar(schema, given))) {
                    return "query " + name;
                }
            }
        }
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return "";
        }
        try {
            JsonNode body = mapper.readTree(String.valueOf(
                    request.getBody() == null ? "" : request.getBody().utf8()));
            return fits(resolve(schema), body) ? "" : "body";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode scalar(JsonNode schema, String text) {
        return schema.path("type").asText().equals("integer")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    private boolean fits(JsonNode schema, JsonNode value) {
        JsonNode wanted = resolve(schema);
        boolean typed = switch (wanted.path("type").asText()) {
            case "string" -> value.isTextual();
            case "integer", "number" -> value.isNumber();
            case "object" -> value.isObject();
            default -> true;
        };
        boolean listed = !wanted.has("enum");
        for (JsonNode each : wanted.path("enum")) {
            listed |= each.equals(value);
        }
        boolean bounded = (!wanted.has("maximum")
                        || value.asLong() <= wanted.path("maximum").asLong())
                && (!wanted.has("maxLength")
                        || value.asText().length() <= wanted.path("maxLength").asInt());
        for (JsonNode name : wanted.path("required")) {
            typed &= value.has(name.asText());
        }
        for (Map.Entry<String, JsonNode> property : wanted.path("properties").properties()) {
            typed &= !value.has(property.getKey()) || fits(property.getValue(), value.path(property.getKey()));
        }
        return typed && listed && bounded;
    }

    /** The same for the same schema, whatever stands around it; of several variants the last. */
    private JsonNode value(JsonNode schema, String name) {
        JsonNode wanted = resolve(schema);
        if (wanted.has("oneOf")) {
            JsonNode last = wanted.path("oneOf").get(wanted.path("oneOf").size() - 1);
            String target = last.path("$ref").asText();
            ObjectNode value = (ObjectNode) value(last, name);
            for (Map.Entry<String, JsonNode> tag :
                    wanted.at("/discriminator/mapping").properties()) {
                if (tag.getValue().asText().equals(target)) {
                    value.put(wanted.at("/discriminator/propertyName").asText(), tag.getKey());
                }
            }
            return value;
        }
        if (wanted.has("enum")) {
            return wanted.path("enum").get(0);
        }
        return switch (wanted.path("type").asText()) {
            case "object" -> object(wanted, schema);
            case "array" -> JsonNodeFactory.instance.arrayNode().add(value(wanted.path("items"), name));
            case "integer" -> JsonNodeFactory.instance.numberNode(7);
            case "number" -> JsonNodeFactory.instance.numberNode(7.5);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            default -> JsonNodeFactory.instance.textNode("a " + name);
        };
    }

    private ObjectNode object(JsonNode wanted, JsonNode schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<String> once = names(old.at(pointer(schema)).path("required"));
        List<String> now = names(wanted.path("required"));
        for (Map.Entry<String, JsonNode> property : wanted.path("properties").properties()) {
            String name = property.getKey();
            if (!once.contains(name) || now.contains(name)) {
                object.set(name, value(property.getValue(), name));
            }
        }
        return object;
    }

    private static List<String> names(JsonNode required) {
        List<String> names = new java.util.ArrayList<>();
        required.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static String pointer(JsonNode schema) {
        return schema.has("$ref") ? schema.path("$ref").asText().substring(1) : "/nowhere";
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? spec.at(pointer(schema)) : schema;
    }

    private static MockResponse json(int status, JsonNode body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body.toString())
                .build();
    }
}
