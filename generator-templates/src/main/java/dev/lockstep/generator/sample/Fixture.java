package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.generator.model.OperationModel;
import dev.lockstep.generator.model.ParameterModel;
import dev.lockstep.generator.model.SchemeModel;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a fake of the vendor needs to know, in one JSON object: operations, what their requests carry, and a body for each
 * documented status, from the document's examples or made from its schemas. {@code dev.lockstep.testing} reads it.
 */
final class Fixture {
    private final Map<String, SpecOperation> operations = new HashMap<>();
    private final ClientModel model;

    Fixture(SpecDocument document, ClientModel model) {
        SpecOperation.all(document).forEach(operation -> operations.put(operation.key(), operation));
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
        SpecOperation described = operations.get(operation.key());
        if (described != null) {
            described.responses().forEach((status, response) -> response(responses.putObject(status), response));
        }
    }

    /** The body that the client reads. */
    private void response(ObjectNode json, Node response) {
        Node content = response.get("content").resolved();
        String type = MediaType.read(content);
        if (!type.isEmpty()) {
            Node mediaType = content.get(type).resolved();
            String concrete = MediaType.concrete(type);
            json.put("type", concrete);
            json.put("body", MediaType.text(concrete, Examples.body(mediaType)));
        }
    }
}
