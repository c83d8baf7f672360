package dev.lockstep.tracker.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.tracker.workspace.OperationPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Cuts a spec down to the wanted operations and the components that they reach. */
public final class Selection {
    private final ObjectNode root;
    private final Set<String> reached = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Selection(ObjectNode root) {
        this.root = root;
    }

    /** What is wanted and not in a spec: each wish that no operation fulfils, with the nearest one that could. */
    public static List<String> missing(JsonNode root, List<String> wanted) {
        List<SpecOperation> have = SpecOperation.all(SpecDocument.of(root));
        Set<String> tags = new TreeSet<>();
        have.forEach(operation -> tags.addAll(operation.tags()));
        List<String> missing = new ArrayList<>();
        for (OperationPattern wish : OperationPattern.all(wanted)) {
            if (have.stream().noneMatch(operation -> wish.matches(operation.key(), operation.tags()))) {
                missing.add(
                        wish + wish.hint(have.stream().map(SpecOperation::key).toList(), tags));
            }
        }
        return missing;
    }

    /**
     * The spec with the wanted operations alone.
     *
     * @param root changed in place and returned
     * @param wanted as {@link OperationPattern} reads it; empty leaves all in place
     */
    public static ObjectNode select(ObjectNode root, List<String> wanted) {
        if (wanted.isEmpty()) {
            return root;
        }
        List<OperationPattern> wishes = OperationPattern.all(wanted);
        ObjectNode paths = root.withObjectProperty("paths");
        inline(paths, SpecDocument.of(root));
        for (SpecOperation operation : SpecOperation.all(SpecDocument.of(root))) {
            if (wishes.stream().noneMatch(wish -> wish.matches(operation.key(), operation.tags()))) {
                ((ObjectNode) operation.item().value())
                        .remove(operation.method().toLowerCase(Locale.ROOT));
            }
        }
        for (Map.Entry<String, JsonNode> path : List.copyOf(paths.properties())) {
            if (SpecOperation.METHODS.stream().noneMatch(path.getValue()::has)) {
                paths.remove(path.getKey());
            }
        }
        root.remove("webhooks");
        new Selection(root).prune();
        return root;
    }

    /** Gives each path an item of its own, so that operations can be taken out of it. What stands beside a reference wins. */
    private static void inline(ObjectNode paths, SpecDocument document) {
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            Node item = Node.of(document, Pointer.ROOT, path.getValue());
            if (item.isReference() && item.resolved().value() instanceof ObjectNode target) {
                ObjectNode own = target.deepCopy();
                path.getValue().properties().forEach(field -> own.set(field.getKey(), field.getValue()));
                own.remove("$ref");
                path.setValue(own);
            }
        }
    }

    private void prune() {
        collect(root.path("paths"));
        for (JsonNode requirement : root.path("security")) {
            requirement.fieldNames().forEachRemaining(this::scheme);
        }
        while (!open.isEmpty()) {
            String pointer = open.pop();
            collect(at(pointer));
            heirs(pointer);
        }
        for (Map.Entry<String, JsonNode> kind :
                List.copyOf(root.path("components").properties())) {
            if (!(kind.getValue() instanceof ObjectNode components)) {
                continue;
            }
            for (Map.Entry<String, JsonNode> component : List.copyOf(components.properties())) {
                if (!reached.contains(Pointer.of("components", kind.getKey(), component.getKey()))) {
                    components.remove(component.getKey());
                }
            }
            if (components.isEmpty()) {
                root.withObjectProperty("components").remove(kind.getKey());
            }
        }
    }

    private void collect(JsonNode node) {
        for (JsonNode value : node) {
            collect(value);
        }
        if (!node.isObject()) {
            return;
        }
        JsonNode reference = node.path("$ref");
        if (reference.isTextual()) {
            reach(reference.textValue());
        }
        for (JsonNode target : node.path("discriminator").path("mapping")) {
            String text = target.asText();
            reach(text.startsWith("#") ? text : Pointer.of("components", "schemas", text));
        }
        for (JsonNode requirement : node.path("security")) {
            requirement.fieldNames().forEachRemaining(this::scheme);
        }
    }

    /** A schema with a discriminator and no list of variants may be any that is built upon it (OpenAPI, Discriminator Object). */
    private void heirs(String pointer) {
        JsonNode base = at(pointer);
        if (!base.has("discriminator") || EmptyLists.says(base, "oneOf") || EmptyLists.says(base, "anyOf")) {
            return;
        }
        for (Map.Entry<String, JsonNode> schema :
                root.path("components").path("schemas").properties()) {
            for (JsonNode part : schema.getValue().path("allOf")) {
                if (part.path("$ref").asText().equals(pointer)) {
                    reach(Pointer.of("components", "schemas", schema.getKey()));
                }
            }
        }
    }

    private void scheme(String name) {
        reach(Pointer.of("components", "securitySchemes", name));
    }

    private void reach(String reference) {
        Pointer.ofReference(reference)
                .map(Pointer::tokens)
                .filter(tokens -> tokens.size() >= 3)
                .ifPresent(tokens -> {
                    String component = Pointer.of(tokens.get(0), tokens.get(1), tokens.get(2));
                    if (tokens.get(0).equals("components") && reached.add(component)) {
                        open.push(component);
                    }
                });
    }

    private JsonNode at(String pointer) {
        JsonNode node = root;
        for (String token : Pointer.tokens(pointer)) {
            node = node.path(token);
        }
        return node;
    }

    /** The keys of a spec's operations, in the form in which locks hold them. */
    public static List<String> operations(JsonNode root) {
        return SpecOperation.keys(root).stream()
                .sorted(Comparator.comparing((String key) -> key.substring(key.indexOf(' ') + 1))
                        .thenComparing(key -> key.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
