package dev.lockstep.tracker.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.DocumentWalk;
import dev.lockstep.openapi.Kind;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What known publishers write that no OpenAPI reader takes, put right in one recorded pass: Fern's {@code enum: - value: x}
 * and nested tags, Apidog's {@code type: 'null'} inside 3.0, and the server that only the page's {@code METHOD https://…} line
 * names.
 */
final class Dialects {
    private static final Pattern METHOD_LINE = Pattern.compile(
            "^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (https://[^\\s/]+(?:/\\S*)?)[ \\t]*$", Pattern.MULTILINE);

    /** A document after the pass, and what it changed. */
    record Normalised(SpecDocument document, List<Diagnostic> notes) {}

    private final SpecDocument document;
    private final List<Diagnostic> notes = new ArrayList<>();

    private Dialects(SpecDocument document) {
        this.document = document;
    }

    static Normalised normalise(SpecDocument document, String page) {
        return new Dialects(document).run(page);
    }

    private Normalised run(String page) {
        ObjectNode root = document.root().deepCopy();
        serverOfMethodLine(root, page);
        boolean is30 = !document.is31();
        DocumentWalk.document(root, (kind, object, pointer) -> {
            if (kind == Kind.OPERATION) {
                tags(object, pointer);
            } else if (kind == Kind.SCHEMA) {
                enumValues(object, pointer);
                if (is30) {
                    nullVariants(object, pointer);
                    nullType(object, pointer);
                }
            }
        });
        return notes.isEmpty()
                ? new Normalised(document, List.of())
                : new Normalised(document.withRoot(root), List.copyOf(notes));
    }

    private void serverOfMethodLine(ObjectNode root, String page) {
        JsonNode paths = root.path("paths");
        if (root.has("servers") || paths.size() != 1) {
            return;
        }
        String path = paths.fieldNames().next();
        Matcher line = METHOD_LINE.matcher(page);
        while (line.find()) {
            String url = line.group(2);
            if (url.endsWith(path) && paths.path(path).has(line.group(1).toLowerCase(Locale.ROOT))) {
                String server = url.substring(0, url.length() - path.length());
                root.putArray("servers").addObject().put("url", server);
                note("#/servers", "the document names no server; " + server + " comes from the page's method line");
                return;
            }
        }
    }

    private void tags(ObjectNode operation, String pointer) {
        if (!(operation.path("tags") instanceof ArrayNode tags)) {
            return;
        }
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i) instanceof ArrayNode nested && !nested.isEmpty()) {
                JsonNode last = nested.get(nested.size() - 1);
                tags.set(i, last);
                note(Pointer.child(Pointer.child(pointer, "tags"), i), "nested tags became " + last.asText());
            }
        }
    }

    private void enumValues(ObjectNode schema, String pointer) {
        if (!(schema.path("enum") instanceof ArrayNode values) || values.isEmpty()) {
            return;
        }
        for (JsonNode value : values) {
            if (!value.isObject() || !value.has("value")) {
                return;
            }
        }
        for (int i = 0; i < values.size(); i++) {
            values.set(i, values.get(i).get("value"));
        }
        note(Pointer.child(pointer, "enum"), "enum members written as {value: …} became plain values");
    }

    /** OpenAPI 3.0 knows no type null: a variant of it means nullable. */
    private void nullVariants(ObjectNode schema, String pointer) {
        for (String key : List.of("anyOf", "oneOf")) {
            if (!(schema.path(key) instanceof ArrayNode variants)) {
                continue;
            }
            for (int i = variants.size() - 1; i >= 0 && variants.size() > 1; i--) {
                if (variants.get(i).path("type").asText().equals("null")) {
                    variants.remove(i);
                    schema.put("nullable", true);
                    note(Pointer.child(pointer, key), "the variant of type null became nullable: true");
                }
            }
        }
    }

    private void nullType(ObjectNode schema, String pointer) {
        JsonNode type = schema.path("type");
        List<String> others = new ArrayList<>();
        boolean nullable = type.asText().equals("null");
        for (JsonNode item : type) {
            if (item.asText().equals("null")) {
                nullable = true;
            } else {
                others.add(item.asText());
            }
        }
        if (!nullable || others.size() > 1) {
            return;
        }
        schema.remove("type");
        if (!others.isEmpty()) {
            schema.put("type", others.get(0));
        }
        schema.put("nullable", true);
        note(Pointer.child(pointer, "type"), "the type null became nullable: true");
    }

    private void note(String pointer, String message) {
        notes.add(Diagnostic.note(document.place(pointer), message));
    }
}
