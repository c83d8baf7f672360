package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.openapi.Structure;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that a document says of one operation. */
final class Description {
    private static final Set<String> PROSE = Structure.keywords(Structure.Role.PROSE);

    private Description() {}

    /** What the operation says and reaches by its place, prose apart: equal for two documents that describe it alike. */
    static Map<String, JsonNode> of(SpecOperation operation) {
        SpecDocument document = operation.node().document();
        Map<String, JsonNode> reached = new TreeMap<>();
        reached.put("operation", plain(operation.node().value()));
        reached.put("parameters", plain(operation.item().get("parameters").value()));
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        around.put("openapi", document.openapi());
        operation.servers().forEach(around.putArray("servers")::add);
        operation.security().forEach(schemes -> {
            var all = around.withArray("security").addArray();
            schemes.stream().sorted().forEach(name -> {
                all.add(name);
                around.withObject("/schemes")
                        .set(name, plain(operation.scheme(name).value()));
            });
        });
        reached.put("around", around);
        pointers(operation).forEach(pointer -> reached.put(pointer, plain(document.at(pointer))));
        return reached;
    }

    /** Where its references lead, and theirs. */
    static Set<String> pointers(SpecOperation operation) {
        Set<String> reached = new TreeSet<>();
        SpecDocument document = operation.node().document();
        follow(document, operation.node().value(), reached);
        follow(document, operation.item().get("parameters").value(), reached);
        return reached;
    }

    private static void follow(SpecDocument document, JsonNode from, Set<String> reached) {
        reach(document, Node.of(document, Pointer.ROOT, from).reference(), reached);
        for (JsonNode target : from.path("discriminator").path("mapping")) {
            String text = target.asText();
            reach(document, text.startsWith("#") ? text : Pointer.of("components", "schemas", text), reached);
        }
        from.forEach(child -> follow(document, child, reached));
    }

    private static void reach(SpecDocument document, String pointer, Set<String> reached) {
        if (!pointer.isEmpty() && reached.add(pointer)) {
            follow(document, document.at(pointer), reached);
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
        node.forEach(Description::strip);
    }
}
