package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.SchemeModel;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fake of the vendor needs to know, in one JSON object: operations, what their requests carry, and a body for each
 * documented status, from the document's examples or made from its schemas. {@code dev.lockstep.testing} reads it.
 */
final class Fixture {
    private final SpecDocument document;
    private final ClientModel model;

    Fixture(SpecDocument document, ClientModel model) {
        this.document = document;
        this.model = model;
    }

    ObjectNode json() {
        ObjectNode json = Samples.JSON.objectNode();
        json.put("vendor", model.vendor());
        json.put("path", path(model.server()));
        ObjectNode schemes = json.putObject("schemes");
        for (SchemeModel scheme : model.schemes()) {
            scheme(schemes.putObject(scheme.name()), scheme);
        }
        ArrayNode operations = json.putArray("operations");
        for (OperationModel operation : model.operations()) {
            operation(operations.addObject(), operation);
        }
        return json;
    }

    /** Of a base URL, without a slash at its end. */
    private static String path(String server) {
        String path = URI.create(server).getRawPath();
        return path == null ? "" : path.replaceFirst("/+$", "");
    }

    private static void scheme(ObjectNode json, SchemeModel scheme) {
        boolean header = !scheme.kind().named();
        json.put("kind", scheme.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("name", header ? "Authorization" : scheme.parameter());
        String prefix = scheme.prefix();
        json.put(
                "prefix",
                prefix != null
                        ? prefix
                        : switch (scheme.kind()) {
                            case BEARER -> "Bearer ";
                            case BASIC -> "Basic ";
                            default -> "";
                        });
        json.put("config", scheme.suffix());
    }

    private void operation(ObjectNode json, OperationModel operation) {
        json.put("key", operation.key());
        json.put("name", operation.name());
        ArrayNode security = json.putArray("security");
        operation.security().forEach(all -> all.forEach(security.addArray()::add));
        ArrayNode parameters = json.putArray("parameters");
        for (ParameterModel parameter : operation.parameters()) {
            if (parameter.required() && parameter.in() != ParameterModel.In.PATH) {
                parameters
                        .addObject()
                        .put("in", parameter.in().name().toLowerCase(Locale.ROOT))
                        .put("name", parameter.jsonName());
            }
        }
        if (!operation.bodies().isEmpty()) {
            json.put("body", operation.bodies().get(0).required() ? "required" : "optional");
        }
        ObjectNode responses = json.putObject("responses");
        Map<String, String> documented = new TreeMap<>();
        String pointer = Pointer.child(operation.pointer(), "responses");
        document.at(pointer)
                .properties()
                .forEach(entry -> documented.put(status(entry.getKey()), Pointer.child(pointer, entry.getKey())));
        documented.forEach((status, place) -> response(responses.putObject(status), place));
    }

    private static String status(String documented) {
        return documented.equalsIgnoreCase("default") ? "default" : documented.toUpperCase(Locale.ROOT);
    }

    private void response(ObjectNode json, String place) {
        JsonNode response = document.at(place);
        String reference = response.path("$ref").asText("");
        String pointer = reference.isEmpty() ? place : reference;
        JsonNode content = (reference.isEmpty() ? response : Conjunction.follow(document, reference)).path("content");
        String type = "";
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            boolean isJson = entry.getKey().contains("json");
            if (type.isEmpty() || (isJson && !type.contains("json"))) {
                type = entry.getKey();
            }
        }
        if (type.isEmpty()) {
            return;
        }
        JsonNode body =
                Examples.body(document, content.path(type), Pointer.child(Pointer.child(pointer, "content"), type));
        json.put("type", type.contains("*") ? "application/json" : type);
        json.put("body", text(type, body));
    }

    private static String text(String type, JsonNode body) {
        if (type.contains("event-stream")) {
            return "data: " + body + "\n\n";
        }
        return type.contains("json") || type.contains("*") || !body.isTextual() ? body.toString() : body.textValue();
    }
}
