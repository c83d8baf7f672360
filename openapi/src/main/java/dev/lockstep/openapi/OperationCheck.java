package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operations say twice, or forget to say: path parameters, operationIds, headers that are not theirs. */
final class OperationCheck {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");

    private final SpecDocument document;
    private final List<Diagnostic> diagnostics;
    private final Map<String, String> operationIds = new HashMap<>();

    OperationCheck(SpecDocument document, List<Diagnostic> diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /**
     * Refuses a document with more operations than anybody has.
     *
     * @throws SpecException before anything else is looked at
     */
    static void count(SpecDocument document) {
        int operations = 0;
        for (JsonNode item : document.root().path("paths")) {
            for (String method : SpecOperation.METHODS) {
                operations += item.path(method).isObject() ? 1 : 0;
            }
        }
        if (operations > Limits.OPERATIONS) {
            throw document.refusal("#/paths", "more than " + Limits.OPERATIONS + " operations");
        }
    }

    void check() {
        for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
            for (String method : SpecOperation.METHODS) {
                if (path.getValue().get(method) instanceof ObjectNode operation) {
                    check(path.getKey(), path.getValue(), method, operation);
                }
            }
        }
    }

    private void check(String path, JsonNode item, String method, ObjectNode operation) {
        String at = Pointer.of("paths", path, method);
        String key = method.toUpperCase(Locale.ROOT) + " " + path;
        String id = operation.path("operationId").asText("");
        String first = id.isEmpty() ? null : operationIds.putIfAbsent(id, key);
        if (first != null) {
            diagnostics.add(Diagnostic.warning(
                    document.place(Pointer.child(at, "operationId")),
                    "the operationId " + Quote.of(id) + " is already that of " + first
                            + "; this operation is named by its path"));
        }
        Set<String> variables = new LinkedHashSet<>();
        for (Matcher variable = VARIABLE.matcher(path); variable.find(); ) {
            variables.add(variable.group(1));
        }
        Set<String> declared = new HashSet<>();
        parameters(item.path("parameters"), Pointer.of("paths", path, "parameters"), variables, declared);
        parameters(operation.path("parameters"), Pointer.child(at, "parameters"), variables, declared);
        variables.removeAll(declared);
        for (String missing : variables) {
            ObjectNode parameter = operation.withArray("parameters").addObject();
            parameter.put("name", missing).put("in", "path").put("required", true);
            parameter.putObject("schema").put("type", "string");
            diagnostics.add(Diagnostic.warning(
                    document.place(at),
                    "the path's variable {" + missing + "} is declared by no parameter; it is taken as a string"));
        }
    }

    private void parameters(JsonNode list, String at, Set<String> variables, Set<String> declared) {
        if (!(list instanceof ArrayNode array)) {
            return;
        }
        int index = 0;
        for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); index++) {
            JsonNode parameter = Node.of(document, Pointer.child(at, index), items.next())
                    .resolved()
                    .value();
            String name = parameter.path("name").asText("");
            String in = parameter.path("in").asText("");
            if (in.equals("path")) {
                if (variables.contains(name)) {
                    declared.add(name);
                } else {
                    items.remove();
                    left(at, index, "the path parameter " + Quote.of(name) + " is no variable of the path");
                }
            } else if (in.equals("header") && Grammars.isFraming(name)) {
                items.remove();
                left(at, index, "the header " + name + " belongs to the HTTP connection");
            } else if (in.equals("header") && Grammars.isDescribedElsewhere(name)) {
                items.remove();
                diagnostics.add(Diagnostic.note(
                        document.place(Pointer.child(at, index)),
                        "the header " + name
                                + " is no parameter: OpenAPI describes it by the body, the responses or security"));
            }
        }
    }

    private void left(String at, int index, String why) {
        diagnostics.add(
                Diagnostic.warning(document.place(Pointer.child(at, index)), why + "; the parameter was left out"));
    }
}
