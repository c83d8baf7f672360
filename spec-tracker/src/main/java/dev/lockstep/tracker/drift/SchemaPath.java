package dev.lockstep.tracker.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.MediaType;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the schema of a place in an answer: through references, parts of {@code allOf} and variants. */
final class SchemaPath {
    private final SpecDocument document;

    SchemaPath(SpecDocument document) {
        this.document = document;
    }

    /** The pointer of what is documented for a status: exactly, for its range, or for all others; null if nothing is. */
    @Nullable
    String response(String operation, int status) {
        Node responses = Node.at(document, operation).get("responses");
        String range = status / 100 + "XX";
        for (String key : new String[] {Integer.toString(status), range, range.toLowerCase(Locale.ROOT), "default"}) {
            if (responses.has(key)) {
                return responses.get(key).resolved().pointer();
            }
        }
        return null;
    }

    /** The pointer of the schema of a response's JSON body, references not yet followed; null if it has none. */
    @Nullable
    String body(String response) {
        Node content = Node.at(document, response).get("content");
        String read = MediaType.read(content);
        Node schema = content.get(read).get("schema");
        return MediaType.isJson(read) && schema.exists() ? schema.pointer() : null;
    }

    /**
     * The pointer of the schema at a path below a schema, references followed.
     *
     * @param path {@code .a[*].b}; names are not escaped in it, so the longest that fits is taken
     * @return null if the schemas do not go that far
     */
    @Nullable
    String at(String schema, String path) {
        return at(schema, path, new HashSet<>());
    }

    private @Nullable String at(String start, String path, Set<String> entered) {
        String schema = Node.at(document, start).resolved().pointer();
        JsonNode node = document.at(schema);
        if (path.isEmpty()) {
            JsonNode parts = node.path("allOf");
            boolean wrapped = parts.size() == 1 && parts.path(0).has("$ref") && !node.has("properties");
            return wrapped && entered.add(schema)
                    ? at(Pointer.child(Pointer.child(schema, "allOf"), 0), path, entered)
                    : schema;
        }
        if (!entered.add(schema + " " + path)) {
            return null;
        }
        String next = path.startsWith("[") ? item(schema, node, path, entered) : property(schema, node, path, entered);
        if (next != null) {
            return next;
        }
        for (String keyword : new String[] {"allOf", "oneOf", "anyOf"}) {
            for (int i = 0; i < node.path(keyword).size(); i++) {
                String found = at(Pointer.child(Pointer.child(schema, keyword), i), path, entered);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private @Nullable String item(String schema, JsonNode node, String path, Set<String> entered) {
        int end = path.indexOf(']');
        return end < 0 || !node.path("items").isObject()
                ? null
                : at(Pointer.child(schema, "items"), path.substring(end + 1), entered);
    }

    private @Nullable String property(String schema, JsonNode node, String path, Set<String> entered) {
        String rest = path.substring(1);
        String name = null;
        for (Map.Entry<String, JsonNode> entry : node.path("properties").properties()) {
            String each = entry.getKey();
            boolean fits = rest.startsWith(each)
                    && (rest.length() == each.length() || ".[".indexOf(rest.charAt(each.length())) >= 0);
            if (fits && (name == null || each.length() > name.length())) {
                name = each;
            }
        }
        if (name != null) {
            return at(Pointer.child(Pointer.child(schema, "properties"), name), rest.substring(name.length()), entered);
        }
        if (!node.path("additionalProperties").isObject()) {
            return null;
        }
        int end = 0;
        while (end < rest.length() && ".[".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return at(Pointer.child(schema, "additionalProperties"), rest.substring(end), entered);
    }
}
