package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.ServerCheck;
import dev.lockstep.generator.names.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what one operation sends and gets back. */
final class OperationReader {
    private static final Map<String, String> STATUS_NAMES = Map.ofEntries(
            Map.entry("200", "Ok"),
            Map.entry("201", "Created"),
            Map.entry("202", "Accepted"),
            Map.entry("206", "PartialContent"),
            Map.entry("207", "MultiStatus"),
            Map.entry("2XX", "Success"),
            Map.entry("400", "BadRequest"),
            Map.entry("401", "Unauthorized"),
            Map.entry("402", "PaymentRequired"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "NotFound"),
            Map.entry("405", "MethodNotAllowed"),
            Map.entry("406", "NotAcceptable"),
            Map.entry("408", "RequestTimeout"),
            Map.entry("409", "Conflict"),
            Map.entry("410", "Gone"),
            Map.entry("412", "PreconditionFailed"),
            Map.entry("413", "ContentTooLarge"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "UnprocessableEntity"),
            Map.entry("423", "Locked"),
            Map.entry("429", "TooManyRequests"),
            Map.entry("500", "ServerError"),
            Map.entry("501", "NotImplemented"),
            Map.entry("502", "BadGateway"),
            Map.entry("503", "ServiceUnavailable"),
            Map.entry("504", "GatewayTimeout"),
            Map.entry("4XX", "ClientError"),
            Map.entry("5XX", "ServerError"),
            Map.entry("default", "Error"));

    private final SchemaReader schemas;
    private final SecurityReader security;
    private final Map<String, String> sticky;
    private final String server;

    /**
     * @param sticky names of an earlier client
     * @param server the client's base URL
     */
    OperationReader(SchemaReader schemas, SecurityReader security, Map<String, String> sticky, String server) {
        this.schemas = schemas;
        this.security = security;
        this.sticky = sticky;
        this.server = server;
    }

    /** Fills the parts of an operation that has its name. */
    void read(OperationParts operation, Located pathItem) {
        Located node = operation.node;
        String hint = JavaNames.type(operation.name);
        String summary = node.text("summary");
        String description = (node.text("description") + elsewhere(node, pathItem)).strip();
        operation.docs = new Docs(
                summary.isBlank() ? null : summary,
                description.isBlank() ? null : description,
                node.node().path("deprecated").asBoolean(false));
        operation.source = node.text("x-lockstep-source");
        if (node.node().path("x-lockstep-retry").isTextual()) {
            operation.retry = node.text("x-lockstep-retry");
        }
        operation.idempotencyHeader = node.text("x-lockstep-idempotency-header");
        operation.security = security.requirements(node);
        operation.parameters.addAll(new ParameterReader(schemas).read(operation, pathItem, hint));
        bodies(operation, hint);
        responses(operation, hint);
    }

    /** What users have to know of an operation that another server than the client's answers. */
    private String elsewhere(Located node, Located pathItem) {
        List<String> own = ServerCheck.baseUrls(node.node().path("servers"));
        List<String> servers =
                own.isEmpty() ? ServerCheck.baseUrls(pathItem.node().path("servers")) : own;
        if (servers.isEmpty() || servers.contains(server)) {
            return "";
        }
        return "\n\nServed at `" + servers.get(0) + "`: call it with a client of that base URL.";
    }

    private void bodies(OperationParts operation, String hint) {
        if (!operation.node.node().has("requestBody")) {
            return;
        }
        Located body = schemas.references().follow(operation.node.child("requestBody"));
        Located content = body.child("content");
        if (operation.method.equals("GET") || operation.method.equals("HEAD")) {
            schemas.warn(body.pointer(), operation.method + " takes no body in HTTP; the documented body is left out");
            return;
        }
        boolean required = body.node().path("required").asBoolean(false);
        List<BodyModel> bodies = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : content.node().properties()) {
            BodyModel.Kind kind = kind(entry.getKey(), bodies);
            if (kind == null) {
                continue;
            }
            Located schema =
                    schemas.references().follow(content.child(entry.getKey())).child("schema");
            if (kind == BodyModel.Kind.MULTIPART) {
                schemas.multipart(schema);
            }
            TypeRef type = kind == BodyModel.Kind.TEXT || kind == BodyModel.Kind.BINARY || isFile(kind, schema)
                    ? TypeRef.Scalar.TEXT
                    : schemas.resolve(schema, ClassNames.at(schema, ClassNames.within(hint, "Request")))
                            .type();
            Docs docs = schemas.docs(body.node());
            bodies.add(new BodyModel(
                    isFile(kind, schema) ? BodyModel.Kind.BINARY : kind, entry.getKey(), type, required, docs));
        }
        bodies.sort(java.util.Comparator.comparing(BodyModel::kind));
        operation.bodies.addAll(bodies);
    }

    private boolean isFile(BodyModel.Kind kind, Located schema) {
        return kind == BodyModel.Kind.JSON && isBinary(schema);
    }

    private boolean isBinary(Located schema) {
        return schemas.references().follow(schema).text("format").equals("binary");
    }

    /** Null for a second media type of the same kind, which would be sent alike. */
    private static BodyModel.@Nullable Kind kind(String mediaType, List<BodyModel> before) {
        BodyModel.Kind kind = MediaTypes.isJson(mediaType)
                ? BodyModel.Kind.JSON
                : MediaTypes.isForm(mediaType)
                        ? BodyModel.Kind.FORM
                        : MediaTypes.isMultipart(mediaType)
                                ? BodyModel.Kind.MULTIPART
                                : MediaTypes.isText(mediaType) ? BodyModel.Kind.TEXT : BodyModel.Kind.BINARY;
        boolean alike = kind == BodyModel.Kind.JSON || kind == BodyModel.Kind.FORM || kind == BodyModel.Kind.MULTIPART;
        return alike && before.stream().anyMatch(body -> body.kind() == kind) ? null : kind;
    }

    private void responses(OperationParts operation, String hint) {
        Located responses = operation.node.child("responses");
        TreeMap<String, Located> successes = new TreeMap<>();
        TreeSet<String> statuses = new TreeSet<>();
        responses.node().fieldNames().forEachRemaining(statuses::add);
        statuses.forEach(each -> {
            String status = each.toUpperCase(Locale.ROOT);
            Located response = schemas.references().follow(responses.child(each));
            if (status.startsWith("2")) {
                successes.put(status, response);
            } else if (status.matches("[1345](\\d\\d|XX)") || status.equals("DEFAULT")) {
                error(operation, status.equals("DEFAULT") ? "default" : status, response, hint);
            }
        });
        if (successes.isEmpty() && responses.node().has("default")) {
            successes.put("default", schemas.references().follow(responses.child("default")));
            operation.errors.removeIf(error -> error.status().equals("default"));
        }
        if (!operation.method.equals("HEAD")) { // whose answers have no body (RFC 9110, 9.3.2)
            operation.result = successes(operation, successes, ClassNames.within(hint, "Response"), hint);
        }
    }

    /** Several JSON bodies are a union of them, unless an earlier client knew only the first. */
    private ResultModel successes(
            OperationParts operation, SortedMap<String, Located> successes, String hint, String owner) {
        Map<String, Located> different = new TreeMap<>();
        successes.forEach((status, response) -> {
            Located json = jsonSchema(response);
            if (json != null && !isBinary(json) && different.values().stream().noneMatch(each -> same(each, json))) {
                different.put(status, json);
            }
        });
        String key = operation.key() + " results";
        boolean together = different.size() > 1 && (sticky.containsKey(key) || !sticky.containsKey(operation.key()));
        if (together) {
            operation.results = String.join("\n", different.keySet());
            ObjectNode union = JsonNodeFactory.instance.objectNode();
            union.put("description", "The body of the statuses " + String.join(" and ", different.keySet()) + ".");
            ArrayNode variants = union.putArray("anyOf");
            different.forEach((status, json) -> {
                String name = STATUS_NAMES.getOrDefault(status, "Status" + status);
                schemas.resolve(json, ClassNames.at(json, ClassNames.within(owner, name)));
                variants.addObject().put("$ref", json.pointer().replace("%", "%25"));
            });
            Located place = new Located(union, operation.pointer + "/responses/together");
            return new ResultModel(
                    ResultModel.Kind.JSON, schemas.resolve(place, hint).type(), "");
        }
        ResultModel chosen = new ResultModel(ResultModel.Kind.NONE, TypeRef.Scalar.ANY, "");
        for (Map.Entry<String, Located> success : successes.entrySet()) {
            ResultModel result = result(success.getValue(), hint);
            if (chosen.kind() == ResultModel.Kind.NONE) {
                chosen = result;
            } else if (result.kind() != ResultModel.Kind.NONE
                    && (result.kind() != chosen.kind() || different.containsKey(success.getKey()))) {
                schemas.warn(
                        success.getValue().pointer(),
                        "the bodies of " + operation.key() + " differ by status; " + success.getKey() + " is read as "
                                + successes.firstKey());
            }
        }
        return chosen;
    }

    /** Whether two schemas lead to one place or say the same of what Java shows. */
    private boolean same(Located one, Located other) {
        Located first = schemas.references().follow(one);
        Located second = schemas.references().follow(other);
        return first.pointer().equals(second.pointer())
                || Unseen.without(first.node()).equals(Unseen.without(second.node()));
    }

    private void error(OperationParts operation, String status, Located response, String hint) {
        Located schema = jsonSchema(response);
        String name = STATUS_NAMES.getOrDefault(status, "Status" + status);
        boolean content = !response.node().path("content").isEmpty();
        TypeRef type = schema == null
                ? content ? TypeRef.Scalar.ANY : null
                : schemas.resolve(schema, ClassNames.at(schema, ClassNames.within(hint, name)))
                        .type();
        operation.errors.add(new ErrorModel(status, type));
    }

    private @Nullable Located jsonSchema(Located response) {
        Located content = schemas.references().follow(response.child("content"));
        for (Map.Entry<String, JsonNode> entry : content.node().properties()) {
            Located media = schemas.references().follow(content.child(entry.getKey()));
            if (MediaTypes.isJson(entry.getKey()) && media.node().has("schema")) {
                return media.child("schema");
            }
        }
        return null;
    }

    private ResultModel result(Located response, String hint) {
        Located content = schemas.references().follow(response.child("content"));
        Located json = jsonSchema(response);
        if (json != null && isBinary(json)) {
            return new ResultModel(ResultModel.Kind.BINARY, TypeRef.Scalar.ANY, "");
        }
        if (json != null) {
            return new ResultModel(
                    ResultModel.Kind.JSON,
                    schemas.resolve(json, ClassNames.at(json, hint)).type(),
                    "");
        }
        if (content.node().isEmpty()) {
            return new ResultModel(ResultModel.Kind.NONE, TypeRef.Scalar.ANY, "");
        }
        String first = content.node().fieldNames().next();
        for (Map.Entry<String, JsonNode> entry : content.node().properties()) {
            Located schema = content.child(entry.getKey()).child("schema");
            if (MediaTypes.isEvents(entry.getKey())) {
                TypeRef event = schema.node().isMissingNode()
                        ? TypeRef.Scalar.ANY
                        : schemas.resolve(schema, ClassNames.within(hint, "Event"))
                                .type();
                return new ResultModel(ResultModel.Kind.EVENTS, event, entry.getKey());
            }
        }
        if (MediaTypes.isJson(first)) { // without a schema nothing is known of the body, and it is never parsed
            return new ResultModel(ResultModel.Kind.NONE, TypeRef.Scalar.ANY, "");
        }
        Located schema = content.child(first).child("schema");
        return MediaTypes.isText(first) && !isBinary(schema)
                ? new ResultModel(ResultModel.Kind.TEXT, TypeRef.Scalar.TEXT, first)
                : new ResultModel(ResultModel.Kind.BINARY, TypeRef.Scalar.ANY, first);
    }
}
