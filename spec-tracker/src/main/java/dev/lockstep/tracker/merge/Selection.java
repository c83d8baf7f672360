package dev.lockstep.tracker.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.document.Pointer;
import dev.lockstep.tracker.page.Operations;
import dev.lockstep.tracker.vendor.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Cuts a spec down to the wanted operations and the components that they reach. */
public final class Selection {
    private final ObjectNode root;
    private final Set<String> reached = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    private Selection(ObjectNode root) {
        this.root = root;
    }

    /** What the wanted operations lack in a spec: those that it does not have, each with the nearest one that it has. */
    public static List<String> missing(JsonNode root, List<String> wanted) {
        List<String> have = Operations.of(root);
        Set<String> templates = new HashSet<>();
        have.forEach(operation -> templates.add(template(operation)));
        List<String> missing = new ArrayList<>();
        for (String operation : wanted) {
            if (!templates.contains(template(operation))) {
                missing.add(operation + Nearest.hint(operation, have));
            }
        }
        return missing;
    }

    /**
     * The spec with the wanted operations alone.
     *
     * @param root changed in place and returned
     * @param wanted operations as {@code METHOD /path}; names of path parameters do not count; empty leaves all in place
     */
    public static ObjectNode select(ObjectNode root, List<String> wanted) {
        if (wanted.isEmpty()) {
            return root;
        }
        Set<String> templates = new HashSet<>();
        wanted.forEach(operation -> templates.add(template(operation)));
        ObjectNode paths = root.withObjectProperty("paths");
        for (Map.Entry<String, JsonNode> path : List.copyOf(paths.properties())) {
            boolean used = false;
            for (String method : Operations.METHODS) {
                if (path.getValue() instanceof ObjectNode item && item.has(method)) {
                    if (templates.contains(template(Operations.key(method, path.getKey())))) {
                        used = true;
                    } else {
                        item.remove(method);
                    }
                }
            }
            if (!used) {
                paths.remove(path.getKey());
            }
        }
        root.remove("webhooks");
        new Selection(root).prune();
        return root;
    }

    /** An operation's key without the names of its path parameters. */
    static String template(String operation) {
        return operation.replaceAll("\\{[^{}]*\\}", "{}");
    }

    private void prune() {
        collect(root.path("paths"));
        for (JsonNode requirement : root.path("security")) {
            requirement.fieldNames().forEachRemaining(this::scheme);
        }
        while (!open.isEmpty()) {
            String pointer = open.pop();
            collect(at(pointer));
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
        return Operations.of(root).stream()
                .sorted(Comparator.comparing((String key) -> key.substring(key.indexOf(' ') + 1))
                        .thenComparing(key -> key.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
