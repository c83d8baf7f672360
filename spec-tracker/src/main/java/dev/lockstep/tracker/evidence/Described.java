package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.ServerCheck;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.tracker.page.Operations;
import dev.lockstep.tracker.vendor.OperationPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One operation as a document describes it, references resolved. Read from the document itself, not through a client's model. */
final class Described {
    private static final Set<String> PROSE = Set.of("description", "summary", "title");

    private final SpecDocument document;
    private final String method;
    private final String path;
    private final DocumentNode item;
    private final DocumentNode node;

    private Described(SpecDocument document, String method, String path, DocumentNode item) {
        this.document = document;
        this.method = method;
        this.path = path;
        this.item = item;
        this.node = item.get(method);
    }

    /** A document's operations by their keys without the names of path parameters, in its order. */
    static Map<String, Described> all(SpecDocument document) {
        Map<String, Described> all = new LinkedHashMap<>();
        DocumentNode paths = new DocumentNode(document.root(), Pointer.ROOT).get("paths");
        for (Map.Entry<String, JsonNode> path : paths.node().properties()) {
            DocumentNode item = paths.get(path.getKey()).resolved(document);
            for (String method : Operations.METHODS) {
                if (item.node().path(method).isObject()) {
                    Described operation = new Described(document, method, path.getKey(), item);
                    all.putIfAbsent(OperationPattern.template(operation.key()), operation);
                }
            }
        }
        return all;
    }

    /** The same operation of another tree of the same document. */
    Described in(SpecDocument other) {
        return new Described(other, method, path, new DocumentNode(other.at(item.pointer()), item.pointer()));
    }

    SpecDocument document() {
        return document;
    }

    String key() {
        return Operations.key(method, path);
    }

    String path() {
        return path;
    }

    /** Place of the Operation Object. */
    String pointer() {
        return node.pointer();
    }

    /** The Operation Object. */
    JsonNode node() {
        return node.node();
    }

    /** The operation's own parameters and those of its path that it does not replace. */
    List<DocumentNode> parameters() {
        Map<String, DocumentNode> parameters = new LinkedHashMap<>();
        for (DocumentNode holder : List.of(item.get("parameters"), node.get("parameters"))) {
            for (int i = 0; i < holder.node().size(); i++) {
                DocumentNode parameter = holder.get(i).resolved(document);
                String in = parameter.node().path("in").asText();
                parameters.put(in + " " + parameter.node().path("name").asText(), parameter);
            }
        }
        return List.copyOf(parameters.values());
    }

    DocumentNode requestBody() {
        return node.get("requestBody").resolved(document);
    }

    /** By documented status, upper case but for {@code default}. */
    Map<String, DocumentNode> responses() {
        Map<String, DocumentNode> responses = new TreeMap<>();
        DocumentNode holder = node.get("responses");
        holder.node().fieldNames().forEachRemaining(status -> {
            if (status.equalsIgnoreCase("default") || status.matches("[1-5](\\d\\d|XX|xx)")) {
                responses.put(
                        status.equalsIgnoreCase("default") ? "default" : status.toUpperCase(java.util.Locale.ROOT),
                        holder.get(status).resolved(document));
            }
        });
        return responses;
    }

    /** Alternatives of schemes that go together; none where no credential is asked for. */
    List<Set<String>> security() {
        JsonNode requirements = node.node().has("security")
                ? node.node().path("security")
                : document.root().path("security");
        List<Set<String>> alternatives = new ArrayList<>();
        for (JsonNode requirement : requirements) {
            Set<String> schemes = new TreeSet<>();
            requirement.fieldNames().forEachRemaining(schemes::add);
            alternatives.add(schemes);
        }
        return alternatives;
    }

    JsonNode scheme(String name) {
        String pointer = Pointer.of("components", "securitySchemes", name);
        return new DocumentNode(document.at(pointer), pointer)
                .resolved(document)
                .node();
    }

    /** Base URLs, variables replaced by their defaults, without a slash at their end; empty where none is documented. */
    List<String> servers() {
        JsonNode servers = MissingNode.getInstance();
        for (JsonNode holder : List.of(node.node(), item.node(), document.root())) {
            if (servers.isEmpty()) {
                servers = holder.path("servers");
            }
        }
        List<String> urls = new ArrayList<>();
        for (JsonNode server : servers) {
            urls.add(ServerCheck.substituted(server, true).replaceFirst("/+$", ""));
        }
        return urls;
    }

    /** The announced end, {@code x-sunset}; empty for none. */
    String sunset() {
        JsonNode sunset = node.node().path("x-sunset");
        return sunset.isTextual() ? sunset.textValue().strip() : "";
    }

    /** Everything that the operation says and reaches, prose apart: equal for two documents that describe it alike. */
    Map<String, JsonNode> reach() {
        Map<String, JsonNode> reached = new TreeMap<>();
        reached.put("operation", plain(node.node()));
        reached.put("parameters", plain(item.get("parameters").node()));
        ObjectNode around = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        around.put("openapi", document.openapi());
        servers().forEach(around.putArray("servers")::add);
        security().forEach(schemes -> {
            var all = around.withArray("security").addArray();
            schemes.forEach(name -> {
                all.add(name);
                around.withObject("/schemes").set(name, plain(scheme(name)));
            });
        });
        reached.put("around", around);
        pointers().forEach(pointer -> reached.put(pointer, plain(document.at(pointer))));
        return reached;
    }

    /** Where its references lead, and theirs. */
    Set<String> pointers() {
        Set<String> reached = new TreeSet<>();
        follow(node.node(), reached);
        follow(item.get("parameters").node(), reached);
        return reached;
    }

    private void follow(JsonNode from, Set<String> reached) {
        JsonNode reference = from.path("$ref");
        if (reference.isTextual()) {
            reach(Pointer.ofReference(reference.textValue()).orElse(""), reached);
        }
        for (JsonNode target : from.path("discriminator").path("mapping")) {
            String text = target.asText();
            reach(text.startsWith("#") ? text : Pointer.of("components", "schemas", text), reached);
        }
        from.forEach(child -> follow(child, reached));
    }

    private void reach(String pointer, Set<String> reached) {
        if (!pointer.isEmpty() && reached.add(pointer)) {
            follow(document.at(pointer), reached);
        }
    }

    /** Without the texts that only people read. */
    private static JsonNode plain(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            PROSE.forEach(key -> {
                if (object.path(key).isTextual()) {
                    object.remove(key);
                }
            });
        }
        node.forEach(Described::strip);
    }

    @Override
    public String toString() {
        return key();
    }
}
