package dev.lockstep.tracker.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecOperation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes one spec of the documents that a vendor's pages hold. Equal parts merge; for info and root tags the later source wins;
 * security and servers are pushed down to the operations, since each page states them for itself. The same operation or
 * component with different content is an error that shows both places, never a last word.
 */
public final class Merger {
    /** Where an operation is published; for the client's documentation. */
    static final String SOURCE = "x-lockstep-source";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Origins origins = new Origins();

    private Merger() {}

    /**
     * A merged spec.
     *
     * @param root the tree
     * @param origins which document each operation and component came from
     */
    public record Merged(ObjectNode root, Origins origins) {}

    /**
     * Merges the parts of one vendor.
     *
     * @param parts at least one, in the order of the vendor's sources
     * @throws SpecException when two parts contradict each other, or come from specs of different names
     */
    public static Merged merge(List<Part> parts) {
        oneSpec(parts);
        Merger merger = new Merger();
        for (Part part : parts) {
            merger.add(part);
        }
        return new Merged(merger.root, merger.origins);
    }

    /** A page without a name for its spec belongs to whatever the others belong to. */
    private static void oneSpec(List<Part> parts) {
        TreeMap<String, Part> named = new TreeMap<>();
        for (Part part : parts) {
            if (part.spec() != null) {
                named.putIfAbsent(part.spec(), part);
            }
        }
        if (named.size() > 1) {
            Set<String> places = new LinkedHashSet<>();
            named.forEach(
                    (spec, part) -> places.add(spec + " (" + part.document().source() + ")"));
            Part second = named.values().stream().skip(1).findFirst().orElseThrow();
            throw second.document()
                    .refusal(
                            "#",
                            "pages of several specs cannot become one client: " + String.join(", ", places)
                                    + "; choose one with spec: " + named.firstKey()
                                    + " in vendor.yaml, and track each other one as a vendor of its own");
        }
    }

    private void add(Part part) {
        SpecDocument document = part.document();
        JsonNode source = document.root();
        version(document);
        for (String key : List.of("info", "tags", "externalDocs", "jsonSchemaDialect")) {
            if (source.has(key)) {
                root.set(key, source.get(key).deepCopy());
                origins.put(Pointer.of(key), document);
            }
        }
        for (Map.Entry<String, JsonNode> path : source.path("paths").properties()) {
            path(part, path.getKey(), path.getValue());
        }
        for (Map.Entry<String, JsonNode> hook : source.path("webhooks").properties()) {
            put(document, root.withObjectProperty("webhooks"), hook.getKey(), hook.getValue(), Pointer.of("webhooks"));
        }
        for (Map.Entry<String, JsonNode> kind : source.path("components").properties()) {
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                ObjectNode target = root.withObjectProperty("components").withObjectProperty(kind.getKey());
                put(
                        document,
                        target,
                        component.getKey(),
                        component.getValue(),
                        Pointer.of("components", kind.getKey()));
            }
        }
    }

    private void version(SpecDocument document) {
        String version = document.openapi();
        String before = root.path("openapi").asText();
        if (!before.isEmpty() && !minor(before).equals(minor(version))) {
            throw document.refusal(
                    "#/openapi", "openapi: " + version + " here and " + before + " in " + origins.place("#/openapi"));
        }
        root.put("openapi", version);
        origins.put("#/openapi", document);
    }

    private static String minor(String version) {
        return version.substring(0, Math.min(3, version.length()));
    }

    private void path(Part part, String path, JsonNode item) {
        ObjectNode target = root.withObjectProperty("paths").withObjectProperty(path);
        String pointer = Pointer.of("paths", path);
        for (Map.Entry<String, JsonNode> field : item.properties()) {
            if (field.getKey().equals("servers")) {
                continue;
            }
            JsonNode value = field.getValue();
            if (SpecOperation.METHODS.contains(field.getKey()) && value instanceof ObjectNode operation) {
                value = pushedDown(part, item, operation);
            }
            put(part.document(), target, field.getKey(), value, pointer);
        }
    }

    private static ObjectNode pushedDown(Part part, JsonNode item, ObjectNode operation) {
        ObjectNode copy = operation.deepCopy();
        JsonNode source = part.document().root();
        if (!copy.has("security") && source.has("security")) {
            copy.set("security", source.get("security").deepCopy());
        }
        JsonNode servers = item.has("servers") ? item.get("servers") : source.path("servers");
        if (!copy.has("servers") && servers.isArray()) {
            copy.set("servers", servers.deepCopy());
        }
        if (!part.url().isEmpty()) {
            copy.put(SOURCE, part.url());
        }
        return copy;
    }

    private void put(SpecDocument document, ObjectNode target, String key, JsonNode value, String parent) {
        String pointer = Pointer.child(parent, key);
        JsonNode before = target.get(key);
        if (before == null) {
            target.set(key, value.deepCopy());
            origins.put(pointer, document);
        } else if (!withoutSource(before).equals(withoutSource(value))) {
            throw document.refusal(
                    pointer,
                    "contradicts " + origins.place(pointer) + ": both define " + pointer + ", each with other content");
        }
    }

    private static JsonNode withoutSource(JsonNode value) {
        if (!value.has(SOURCE)) {
            return value;
        }
        ObjectNode copy = value.deepCopy();
        copy.remove(SOURCE);
        return copy;
    }
}
