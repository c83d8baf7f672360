package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of a document, read from the document itself: parameters, bodies, responses and security as they hold for it.
 *
 * @param method in capitals
 * @param path the template as the document spells it
 * @param item the path item around it, references resolved
 * @param node the Operation Object
 */
public record SpecOperation(String method, String path, Node item, Node node) {
    /** The keys of a path item that hold operations, in the order in which specs are written. */
    public static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|XX)");

    /** Whether a word is an HTTP method that OpenAPI knows, in upper or lower case. */
    public static boolean isMethod(String word) {
        return METHODS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The key of an operation: {@code POST /v2/things}. */
    public static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + ' ' + path;
    }

    /** An operation's key, or a path, without the names of its path parameters. */
    public static String template(String operation) {
        return PARAMETER.matcher(operation).replaceAll("{}");
    }

    /** The operations under {@code paths}, in the document's order. */
    public static List<SpecOperation> all(SpecDocument document) {
        return all(Node.root(document).get("paths"));
    }

    /** The operations of a Paths Object, in the document's order. */
    public static List<SpecOperation> all(Node paths) {
        List<SpecOperation> operations = new ArrayList<>();
        for (String path : paths.keys()) {
            Node item = paths.get(path).resolved();
            for (String method : METHODS) {
                if (item.value().path(method).isObject()) {
                    operations.add(new SpecOperation(method.toUpperCase(Locale.ROOT), path, item, item.get(method)));
                }
            }
        }
        return operations;
    }

    /** The operations under {@code paths} by their {@link #template()}, in the document's order; the first of two alike. */
    public static Map<String, SpecOperation> byTemplate(SpecDocument document) {
        Map<String, SpecOperation> operations = new LinkedHashMap<>();
        all(document).forEach(operation -> operations.putIfAbsent(operation.template(), operation));
        return operations;
    }

    /** The keys of the operations of a tree that was not read from a text. */
    public static List<String> keys(JsonNode root) {
        return all(SpecDocument.of(root)).stream().map(SpecOperation::key).toList();
    }

    /** How people name it, and locks: {@code POST /v2/things/{id}}. */
    public String key() {
        return method + ' ' + path;
    }

    /** The same for every spelling of the path parameters' names. */
    public String template() {
        return template(key());
    }

    /** Place of the Operation Object. */
    public String pointer() {
        return node.pointer();
    }

    /** The same operation of another tree of the same document. */
    public SpecOperation in(SpecDocument other) {
        return new SpecOperation(method, path, Node.at(other, item.pointer()), Node.at(other, node.pointer()));
    }

    /** The names of the path parameters in the order of the path. */
    public List<String> pathParameters() {
        List<String> names = new ArrayList<>();
        for (Matcher matcher = PARAMETER.matcher(path); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The operation's own parameters and those of its path that it does not replace, as they are written. */
    public List<Node> parameters() {
        Map<String, Node> byKey = new LinkedHashMap<>();
        for (Node holder : List.of(item, node)) {
            for (Node parameter : holder.get("parameters").items()) {
                Node resolved = parameter.resolved();
                byKey.put(resolved.text("in") + ' ' + resolved.text("name", parameter.pointer()), parameter);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** The request body, references resolved; missing where there is none. */
    public Node requestBody() {
        return node.get("requestBody").resolved();
    }

    /** The documented responses, references resolved, by status: three digits, {@code 4XX}, or {@code default}. */
    public SortedMap<String, Node> responses() {
        SortedMap<String, Node> responses = new TreeMap<>();
        Node holder = node.get("responses");
        for (String written : holder.keys()) {
            String status = written.toUpperCase(Locale.ROOT);
            if (status.equals("DEFAULT") || STATUS.matcher(status).matches()) {
                responses.put(
                        status.equals("DEFAULT") ? "default" : status,
                        holder.get(written).resolved());
            }
        }
        return responses;
    }

    /** The alternatives of schemes that are sent together: its own, or the document's. None: nothing need be sent. */
    public List<List<String>> security() {
        List<List<String>> alternatives = new ArrayList<>();
        for (JsonNode requirement : requirements().value()) {
            List<String> schemes = new ArrayList<>();
            requirement.fieldNames().forEachRemaining(schemes::add);
            alternatives.add(schemes);
        }
        return alternatives;
    }

    /** The list of Security Requirement Objects that holds for it: its own, or the document's; missing without either. */
    public Node requirements() {
        return node.value().path("security").isArray()
                ? node.get("security")
                : Node.root(node.document()).get("security");
    }

    /** A security scheme of its document, references resolved; missing where it is not defined. */
    public Node scheme(String name) {
        return Node.at(node.document(), Pointer.of("components", "securitySchemes", name))
                .resolved();
    }

    /** What lists the servers that it is reached at: itself, else its path item, else the document. */
    public Node serverHolder() {
        Node holder = node.value().path("servers").isEmpty() ? item : node;
        return holder.value().path("servers").isEmpty() ? Node.root(node.document()) : holder;
    }

    /** Base URLs, variables replaced by their defaults, without a slash at their end; empty where none is documented. */
    public List<String> servers() {
        List<String> urls = new ArrayList<>();
        for (JsonNode server : serverHolder().get("servers").value()) {
            urls.add(ServerCheck.substituted(server, true).replaceFirst("/+$", ""));
        }
        return urls;
    }

    /** The tags that it bears. */
    public List<String> tags() {
        List<String> tags = new ArrayList<>();
        node.value().path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }
}
