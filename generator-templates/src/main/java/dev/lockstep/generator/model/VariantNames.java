package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.generator.names.JavaNames;
import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of alternatives are called that have no name of their own: after their title, a constant, what they are
 * put together of, or a property that only they have.
 */
final class VariantNames {
    private static final int LONGEST_TITLE = 40;

    private VariantNames() {}

    /** One name a variant, for a class within the union's; a union of one variant gives it its own name. */
    static List<String> of(String hint, List<Node> variants) {
        if (variants.size() == 1) {
            return List.of(hint);
        }
        List<List<String>> telling = new ArrayList<>();
        for (Node variant : variants) {
            telling.add(telling(variant.value(), variants));
        }
        List<String> names = new ArrayList<>();
        for (List<String> own : telling) {
            String name = own.get(0);
            for (int i = own.size() - 1; i >= 0; i--) {
                String each = own.get(i);
                if (telling.stream().filter(other -> other.contains(each)).count() == 1) {
                    name = each;
                }
            }
            names.add(ClassNames.within(hint, name));
        }
        return names;
    }

    /** Best first. */
    private static List<String> telling(JsonNode node, List<Node> siblings) {
        List<String> names = new ArrayList<>();
        String title = node.path("title").asText("");
        if (title.length() <= LONGEST_TITLE) {
            add(names, title);
        }
        add(names, Constants.of(node));
        if (!node.path("enum").isEmpty() || node.has("const")) {
            add(names, node.path("const").asText(node.path("enum").path(0).asText()));
        }
        for (JsonNode part : node.path("allOf")) {
            String reference = part.path("$ref").asText("");
            add(names, reference.substring(reference.lastIndexOf('/') + 1));
        }
        for (JsonNode required : node.path("required")) {
            property(required.asText(), siblings, names);
        }
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            property(property.getKey(), siblings, names);
        }
        String type = node.path("type").asText("");
        names.add(
                switch (type) {
                    case "array" -> "Items";
                    case "string" -> "Text";
                    case "integer", "number" -> "Number";
                    case "boolean" -> "Flag";
                    default -> "Content";
                });
        return names;
    }

    /** A property that no sibling has. */
    private static void property(String name, List<Node> siblings, List<String> names) {
        long owners = siblings.stream()
                .filter(each -> each.value().path("properties").has(name))
                .count();
        if (owners <= 1 && !JavaNames.words(name).isEmpty()) {
            names.add("With " + name);
        }
    }

    private static void add(List<String> names, @Nullable String text) {
        if (text != null && !JavaNames.words(text).isEmpty()) {
            names.add(text);
        }
    }
}
