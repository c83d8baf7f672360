package dev.lockstep.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One operation as the spec has it; read from the document alone, not through the generator's model. */
final class SpecOperation {
    private final SpecDocument document;
    private final String method;
    private final String path;
    private final JsonNode item;
    private final JsonNode node;

    SpecOperation(SpecDocument document, String method, String path, JsonNode item) {
        this.document = document;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.item = item;
        this.node = item.path(method);
    }

    /** What a reference refers to, or the node itself. */
    static JsonNode follow(SpecDocument document, JsonNode node) {
        JsonNode followed = node;
        for (int hops = 0; followed.path("$ref").isTextual() && hops < 20; hops++) {
            followed = Pointer.ofReference(followed.path("$ref").textValue())
                    .map(document::at)
                    .orElse(followed);
        }
        return followed;
    }

    /** {@code POST /v2/things}. */
    String key() {
        return method + " " + path;
    }

    String method() {
        return method;
    }

    /** Whether a target of a request is this operation's, its query apart. */
    boolean isAt(String basePath, String target) {
        StringBuilder regex = new StringBuilder(Pattern.quote(basePath));
        // A query or fragment in a documented path tells variants of an operation apart.
        for (String part : path.split("[?#]", 2)[0].split("(?=\\{)|(?<=\\})", -1)) {
            // Delimiters of a style apart, a value has unreserved characters and octets alone (RFC 3986, section 2.3).
            regex.append(part.startsWith("{") ? "(?:[A-Za-z0-9._~,;=-]|%[0-9A-F]{2})+" : Pattern.quote(part));
        }
        return Pattern.matches(regex + "/?(?:\\?.*)?", target);
    }

    /** The documented responses by status, references followed; statuses in capitals but for {@code default}. */
    SortedMap<String, JsonNode> responses() {
        SortedMap<String, JsonNode> responses = new TreeMap<>();
        for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
            if (!response.getKey().startsWith("x-")) {
                String status = response.getKey().equals("default")
                        ? "default"
                        : response.getKey().toUpperCase(Locale.ROOT);
                responses.put(status, follow(document, response.getValue()));
            }
        }
        return responses;
    }

    /** The status whose body a method gives back: the first success with a body, else the first success, else {@code default}. */
    String result() {
        String first = null;
        for (Map.Entry<String, JsonNode> response : responses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                first = first == null ? response.getKey() : first;
                if (!response.getValue().path("content").isEmpty()) {
                    return response.getKey();
                }
            }
        }
        return first == null ? "default" : first;
    }

    /** Whether a method reads the body of a status: one that is documented like its result. */
    boolean reads(String status) {
        JsonNode result = responses().get(result());
        JsonNode response = responses().get(status);
        return result != null && response != null && response.path("content").equals(result.path("content"));
    }

    /** The names of the required parameters of a place: {@code query}, {@code header} or {@code cookie}. */
    List<String> requiredParameters(String in) {
        SortedMap<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode owner : List.of(item, node)) {
            for (JsonNode each : owner.path("parameters")) {
                JsonNode parameter = follow(document, each);
                if (parameter.path("in").asText().equals(in)) {
                    parameters.put(parameter.path("name").asText(), parameter);
                }
            }
        }
        List<String> required = new ArrayList<>();
        parameters.forEach((name, parameter) -> {
            JsonNode schema = follow(document, parameter.path("schema"));
            boolean plain = parameter.path("required").asBoolean(false)
                    && !schema.path("type").asText("").equals("object")
                    && !schema.has("properties")
                    && !schema.has("allOf")
                    && !schema.has("oneOf")
                    && !schema.has("anyOf");
            boolean ours = in.equals("header")
                    && List.of("accept", "content-type", "authorization").contains(name.toLowerCase(Locale.ROOT));
            if (plain && !ours) {
                required.add(name);
            }
        });
        return required;
    }

    /** Alternatives of schemes that are sent together, as the document has them; none: nothing is sent. */
    List<List<String>> security() {
        JsonNode requirements =
                node.has("security") ? node.path("security") : document.root().path("security");
        List<List<String>> alternatives = new ArrayList<>();
        for (JsonNode requirement : requirements) {
            List<String> schemes = new ArrayList<>();
            requirement.fieldNames().forEachRemaining(schemes::add);
            alternatives.add(schemes);
        }
        return alternatives;
    }

    /** A security scheme as the document has it. */
    JsonNode scheme(String name) {
        return follow(document, document.at(Pointer.of("components", "securitySchemes", name)));
    }

    @Override
    public String toString() {
        return key();
    }
}
