package dev.lockstep.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.SpecOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What an operation's client owes to the spec; read from the document alone, not through the generator's model. */
final class Contract {
    private static final List<String> OTHER_HEADERS = List.of("accept", "content-type", "authorization");

    private Contract() {}

    /** Whether a target of a request is an operation's, its query apart. */
    static boolean isAt(SpecOperation operation, String basePath, String target) {
        StringBuilder regex = new StringBuilder(Pattern.quote(basePath));
        // A query or fragment in a documented path tells variants of an operation apart.
        for (String part : operation.path().split("[?#]", 2)[0].split("(?=\\{)|(?<=\\})", -1)) {
            // Delimiters of a style apart, a value has unreserved characters and octets alone (RFC 3986, section 2.3).
            regex.append(part.startsWith("{") ? "(?:[A-Za-z0-9._~,;=-]|%[0-9A-F]{2})+" : Pattern.quote(part));
        }
        return Pattern.matches(regex + "/?(?:\\?.*)?", target);
    }

    /** The status whose body a method gives back: the first success with a body, else the first success, else {@code default}. */
    static String result(SpecOperation operation) {
        String first = null;
        for (Map.Entry<String, Node> response : operation.responses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                first = first == null ? response.getKey() : first;
                if (!response.getValue().get("content").value().isEmpty()) {
                    return response.getKey();
                }
            }
        }
        return first == null ? "default" : first;
    }

    /** Whether a method reads the body of a status: one that is documented like its result. */
    static boolean reads(SpecOperation operation, String status) {
        Node result = operation.responses().get(result(operation));
        Node response = operation.responses().get(status);
        return result != null
                && response != null
                && response.value().path("content").equals(result.value().path("content"));
    }

    /** The names of the required parameters of a place: {@code query} or {@code header}. */
    static List<String> requiredParameters(SpecOperation operation, String in) {
        SortedMap<String, Node> parameters = new TreeMap<>();
        for (Node written : operation.parameters()) {
            Node parameter = written.resolved();
            if (parameter.text("in").equals(in)) {
                parameters.put(parameter.text("name"), parameter);
            }
        }
        List<String> required = new ArrayList<>();
        parameters.forEach((name, parameter) -> {
            JsonNode schema = parameter.get("schema").resolved().value();
            boolean plain = parameter.flag("required")
                    && !schema.path("type").asText("").equals("object")
                    && !schema.has("properties")
                    && !schema.has("allOf")
                    && !schema.has("oneOf")
                    && !schema.has("anyOf");
            if (plain && !(in.equals("header") && OTHER_HEADERS.contains(name.toLowerCase(Locale.ROOT)))) {
                required.add(name);
            }
        });
        return required;
    }
}
