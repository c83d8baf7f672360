package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.generator.document.EmptyLists;
import dev.lockstep.generator.document.SpecDocument;
import dev.lockstep.generator.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a schema says of types, and texts read by it. */
final class Typed {
    private static final int DEEPEST = 8;
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    private final SpecDocument document;

    Typed(SpecDocument document) {
        this.document = document;
    }

    /** The types that a value may have; empty where the schema does not say. */
    Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        types(schema, types, 0);
        return types;
    }

    private void types(JsonNode schema, Set<String> types, int depth) {
        JsonNode at = new DocumentNode(schema, "#").resolved(document).node();
        if (depth > DEEPEST) {
            return;
        }
        JsonNode type = at.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(each -> types.add(each.asText()));
        if (!EmptyLists.says(at, "type") && at.path("properties").isObject()) {
            types.add("object");
        }
        for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
            at.path(keyword).forEach(part -> types(part, types, depth + 1));
        }
        types.remove("null");
    }

    /** The schema of a property, wherever it stands; missing if there is none. */
    JsonNode property(JsonNode schema, String name) {
        return property(schema, name, 0);
    }

    private JsonNode property(JsonNode schema, String name, int depth) {
        JsonNode at = new DocumentNode(schema, "#").resolved(document).node();
        JsonNode found = at.path("properties").path(name);
        for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
            for (JsonNode part : at.path(keyword)) {
                if (found.isMissingNode() && depth < DEEPEST) {
                    found = property(part, name, depth + 1);
                }
            }
        }
        return found;
    }

    /** The schema of what has no schema by its name; missing if there is none. */
    JsonNode additional(JsonNode schema) {
        return additional(schema, 0);
    }

    private JsonNode additional(JsonNode schema, int depth) {
        JsonNode at = new DocumentNode(schema, "#").resolved(document).node();
        JsonNode found = at.path("additionalProperties");
        for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
            for (JsonNode part : at.path(keyword)) {
                if (!found.isObject() && depth < DEEPEST) {
                    found = additional(part, depth + 1);
                }
            }
        }
        return found.isObject() ? found : MissingNode.getInstance();
    }

    /** The shapes of which a value has one, those of unions in unions too; the schema itself where it is no union. */
    List<JsonNode> variants(JsonNode schema) {
        List<JsonNode> variants = new ArrayList<>();
        variants(schema, variants, 0);
        return variants;
    }

    private void variants(JsonNode schema, List<JsonNode> variants, int depth) {
        JsonNode at = new DocumentNode(schema, "#").resolved(document).node();
        JsonNode list = EmptyLists.says(at, "oneOf") ? at.path("oneOf") : at.path("anyOf");
        if (list.isEmpty() || depth > DEEPEST) {
            variants.add(at);
        } else {
            list.forEach(each -> variants(each, variants, depth + 1));
        }
    }

    /** The names of a schema's properties. */
    Set<String> properties(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        properties(schema, names, 0);
        return names;
    }

    private void properties(JsonNode schema, Set<String> names, int depth) {
        JsonNode at = new DocumentNode(schema, "#").resolved(document).node();
        at.path("properties").fieldNames().forEachRemaining(names::add);
        for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
            if (depth < DEEPEST) {
                at.path(keyword).forEach(part -> properties(part, names, depth + 1));
            }
        }
    }

    /** The schema of a list's items; missing if there is none. */
    JsonNode items(JsonNode schema) {
        return items(schema, 0);
    }

    private JsonNode items(JsonNode schema, int depth) {
        JsonNode at = new DocumentNode(schema, "#").resolved(document).node();
        if (at.has("items") || depth > DEEPEST) {
            return at.path("items");
        }
        for (String keyword : new String[] {"allOf", "anyOf", "oneOf"}) {
            for (JsonNode part : at.path(keyword)) {
                JsonNode found = items(part, depth + 1);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return MissingNode.getInstance();
    }

    /** A text as a value of a schema: a number or a truth value where no text is expected, and it is one. */
    JsonNode read(JsonNode schema, String text) {
        Set<String> types = types(schema);
        boolean listed = !types.contains("string");
        if (listed && (types.contains("integer") || types.contains("number")) && text.matches(NUMBER)) {
            return Samples.number(text);
        }
        if (listed && types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        if (types.isEmpty() && text.matches(NUMBER)) {
            return enumerated(schema, text);
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private JsonNode enumerated(JsonNode schema, String text) {
        for (JsonNode value :
                new DocumentNode(schema, "#").resolved(document).node().path("enum")) {
            if (value.isNumber() && value.asText().equals(text)) {
                return value;
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
