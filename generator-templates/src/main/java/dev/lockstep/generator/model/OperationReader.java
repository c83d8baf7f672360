package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.ServerCheck;
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
    void read(OperationParts operation) {
        Node node = operation.node;
        String hint = JavaNames.type(operation.name);
        String summary = node.text("summary");
        String description = (node.text("description") + elsewhere(node, operation.described.item())).strip();
        operation.docs = new Docs(
                summary.isBlank() ? null : summary,
                description.isBlank() ? null : description,
                node.value().path("deprecated").asBoolean(false));
        operation.source = node.text("x-lockstep-source");
        if (node.value().path("x-lockstep-retry").isTextual()) {
            operation.retry = node.text("x-lockstep-retry");
        }
        operation.idempotencyHeader = node.text("x-lockstep-idempotency-header");
        operation.security = security.requirements(operation.described);
        operation.parameters.addAll(new ParameterReader(schemas).read(operation, hint));
        bodies(operation, hint);
        responses(operation, hint);
    }

    /** What users have to know of an operation that another server than the client's answers. */
    private String elsewhere(Node node, Node pathItem) {
        List<String> own = ServerCheck.baseUrls(node.value().path("servers"));
        List<String> servers =
                own.isEmpty() ? ServerCheck.baseUrls(pathItem.value().path("servers")) : own;
        if (servers.isEmpty() || servers.contains(server)) {
            return "";
        }
        return "\n\nServed at `" + servers.get(0) + "`: call it with a client of that base URL.";
    }

    private void bodies(OperationParts operation, String hint) {
        if (!operation.node.value().has("requestBody")) {
            return;
        }
        Node body = operation.node.get("requestBody").resolved();
        Node content = body.get("content");
        if (operation.method.equals("GET") || operation.method.equals("HEAD")) {
            schemas.warn(body.pointer(), operation.method + " takes no body in HTTP; the documented body is left out");
            return;
        }
        boolean required = body.value().path("required").asBoolean(false);
        List<BodyModel> bodies = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : content.value().properties()) {
            BodyModel.Kind kind = kind(entry.getKey(), bodies);
            if (kind == null) {
                continue;
            }
            Node schema = content.get(entry.getKey()).resolved().get("schema");
            if (kind == BodyModel.Kind.MULTIPART) {
                schemas.multipart(schema);
            }
            TypeRef type = kind == BodyModel.Kind.TEXT || kind == BodyModel.Kind.BINARY || isFile(kind, schema)
                    ? TypeRef.Scalar.TEXT
                    : schemas.resolve(schema, ClassNames.at(schema, ClassNames.within(hint, "Request")))
                            .type();
            Docs docs = schemas.docs(body.value());
            bodies.add(new BodyModel(
                    isFile(kind, schema) ? BodyModel.Kind.BINARY : kind, entry.getKey(), type, required, docs));
        }
        bodies.sort(java.util.Comparator.comparing(BodyModel::kind));
        operation.bodies.addAll(bodies);
    }

    private boolean isFile(BodyModel.Kind kind, Node schema) {
        return kind == BodyModel.Kind.JSON && isBinary(schema);
    }

    private boolean isBinary(Node schema) {
        return schema.resolved().text("format").equals("binary");
    }

    /** Null for a second media type of the same kind, which would be sent alike. */
    private static BodyModel.@Nullable Kind kind(String mediaType, List<BodyModel> before) {
        BodyModel.Kind kind = MediaType.isJson(mediaType)
                ? BodyModel.Kind.JSON
                : MediaType.isForm(mediaType)
                        ? BodyModel.Kind.FORM
                        : MediaType.isMultipart(mediaType)
                                ? BodyModel.Kind.MULTIPART
                                : MediaType.isText(mediaType) ? BodyModel.Kind.TEXT : BodyModel.Kind.BINARY;
        boolean alike = kind == BodyModel.Kind.JSON || kind == BodyModel.Kind.FORM || kind == BodyModel.Kind.MULTIPART;
        return alike && before.stream().anyMatch(body -> body.kind() == kind) ? null : kind;
    }

    private void responses(OperationParts operation, String hint) {
        Node responses = operation.node.get("responses");
        TreeMap<String, Node> successes = new TreeMap<>();
        TreeSet<String> statuses = new TreeSet<>();
        responses.value().fieldNames().forEachRemaining(statuses::add);
        statuses.forEach(each -> {
            String status = each.toUpperCase(Locale.ROOT);
            Node response = responses.get(each).resolved();
            if (status.startsWith("2")) {
                successes.put(status, response);
            } else if (status.matches("[1345](\\d\\d|XX)") || status.equals("DEFAULT")) {
                error(operation, status.equals("DEFAULT") ? "default" : status, response, hint);
            }
        });
        if (successes.isEmpty() && responses.value().has("default")) {
            successes.put("default", responses.get("default").resolved());
            operation.errors.removeIf(error -> error.status().equals("default"));
        }
        if (!operation.method.equals("HEAD")) { // whose answers have no body (RFC 9110, 9.3.2)
            operation.result = successes(operation, successes, ClassNames.within(hint, "Response"), hint);
        }
    }

    /** Several JSON bodies are a union of them, unless an earlier client knew only the first. */
    private ResultModel successes(
            OperationParts operation, SortedMap<String, Node> successes, String hint, String owner) {
        Map<String, Node> different = new TreeMap<>();
        successes.forEach((status, response) -> {
            Node json = jsonSchema(response);
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
                variants.addObject().put("$ref", Pointer.reference(json.pointer()));
            });
            Node place = Node.of(operation.node.document(), operation.pointer + "/responses/together", union);
            return new ResultModel(
                    ResultModel.Kind.JSON, schemas.resolve(place, hint).type(), "");
        }
        ResultModel chosen = new ResultModel(ResultModel.Kind.NONE, TypeRef.Scalar.ANY, "");
        for (Map.Entry<String, Node> success : successes.entrySet()) {
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
    private boolean same(Node one, Node other) {
        Node first = one.resolved();
        Node second = other.resolved();
        return first.pointer().equals(second.pointer())
                || Unseen.without(first.value()).equals(Unseen.without(second.value()));
    }

    private void error(OperationParts operation, String status, Node response, String hint) {
        Node schema = jsonSchema(response);
        String name = STATUS_NAMES.getOrDefault(status, "Status" + status);
        boolean content = !response.value().path("content").isEmpty();
        TypeRef type = schema == null
                ? content ? TypeRef.Scalar.ANY : null
                : schemas.resolve(schema, ClassNames.at(schema, ClassNames.within(hint, name)))
                        .type();
        operation.errors.add(new ErrorModel(status, type));
    }

    /** Of the JSON body that is read; null where another is, or none. */
    private static @Nullable Node jsonSchema(Node response) {
        Node content = response.get("content").resolved();
        String mediaType = MediaType.read(content);
        Node schema = content.get(mediaType).resolved().get("schema");
        return MediaType.isJson(mediaType) && schema.exists() ? schema : null;
    }

    private ResultModel result(Node response, String hint) {
        Node content = response.get("content").resolved();
        String mediaType = MediaType.read(content);
        Node schema = content.get(mediaType).resolved().get("schema");
        if (MediaType.isJson(mediaType) && schema.exists()) {
            return isBinary(schema)
                    ? new ResultModel(ResultModel.Kind.BINARY, TypeRef.Scalar.ANY, "")
                    : new ResultModel(
                            ResultModel.Kind.JSON,
                            schemas.resolve(schema, ClassNames.at(schema, hint)).type(),
                            "");
        }
        if (MediaType.isEvents(mediaType)) {
            TypeRef event =
                    schemas.resolve(schema, ClassNames.within(hint, "Event")).type();
            return new ResultModel(ResultModel.Kind.EVENTS, event, mediaType);
        }
        if (mediaType.isEmpty() || MediaType.isJson(mediaType)) { // without a schema a body is never parsed
            return new ResultModel(ResultModel.Kind.NONE, TypeRef.Scalar.ANY, "");
        }
        return MediaType.isText(mediaType) && !isBinary(schema)
                ? new ResultModel(ResultModel.Kind.TEXT, TypeRef.Scalar.TEXT, mediaType)
                : new ResultModel(ResultModel.Kind.BINARY, TypeRef.Scalar.ANY, mediaType);
    }
}
