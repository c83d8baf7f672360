package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lockstep.generator.sample.Samples;
import dev.lockstep.openapi.EmptyLists;
import dev.lockstep.openapi.Node;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a schema says of types, and texts read by it. */
final class Typed {
    private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?";

    private final SpecDocument document;

    Typed(SpecDocument document) {
        this.document = document;
    }

    /** The schema and all that it is composed of, references resolved: each once, what stands first goes first. */
    private List<JsonNode> parts(JsonNode schema) {
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<JsonNode> parts = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            JsonNode at = resolved(open.pop());
            if (seen.add(at)) {
                parts.add(at);
                List<JsonNode> next = new ArrayList<>();
                COMPOSITIONS.forEach(keyword -> at.path(keyword).forEach(next::add));
                Collections.reverse(next);
                next.forEach(open::push);
            }
        }
        return parts;
    }

    private JsonNode resolved(JsonNode schema) {
        return Node.of(document, Pointer.ROOT, schema).resolved().value();
    }

    /** The types that a value may have; empty where the schema does not say. */
    Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        for (JsonNode part : parts(schema)) {
            JsonNode type = part.path("type");
            if (type.isTextual()) {
                types.add(type.textValue());
            }
            type.forEach(each -> types.add(each.asText()));
            if (!EmptyLists.says(part, "type") && part.path("properties").isObject()) {
                types.add("object");
            }
        }
        types.remove("null");
        return types;
    }

    /** The schema of a property, wherever it stands; missing if there is none. */
    JsonNode property(JsonNode schema, String name) {
        return first(schema, part -> part.path("properties").path(name), found -> !found.isMissingNode());
    }

    /** The schema of what has no schema by its name; missing if there is none. */
    JsonNode additional(JsonNode schema) {
        return first(schema, part -> part.path("additionalProperties"), JsonNode::isObject);
    }

    /** The schema of a list's items; missing if there is none. */
    JsonNode items(JsonNode schema) {
        return first(schema, part -> part.path("items"), found -> !found.isMissingNode());
    }

    private JsonNode first(JsonNode schema, UnaryOperator<JsonNode> member, Predicate<JsonNode> wanted) {
        return parts(schema).stream().map(member).filter(wanted).findFirst().orElse(MissingNode.getInstance());
    }

    /** The shapes of which a value has one, those of unions in unions too; the schema itself where it is no union. */
    List<JsonNode> variants(JsonNode schema) {
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<JsonNode> variants = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(schema));
        while (!open.isEmpty()) {
            JsonNode at = resolved(open.pop());
            if (seen.add(at)) {
                List<JsonNode> list = new ArrayList<>();
                (EmptyLists.says(at, "oneOf") ? at.path("oneOf") : at.path("anyOf")).forEach(list::add);
                if (list.isEmpty()) {
                    variants.add(at);
                }
                Collections.reverse(list);
                list.forEach(open::push);
            }
        }
        return variants;
    }

    /** The names of a schema's properties. */
    Set<String> properties(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        parts(schema).forEach(part -> part.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
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
        for (JsonNode value : resolved(schema).path("enum")) {
            if (value.isNumber() && value.asText().equals(text)) {
                return value;
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }
}
