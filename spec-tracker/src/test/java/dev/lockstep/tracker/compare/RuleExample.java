package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The example of a rule: a fragment before and after, and where in a small document it stands. */
record RuleExample(String id, String slot, String before, String after) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ABSENT = "~";
    private static final String BASE = """
            openapi: 3.0.3
            info: {title: Example, version: '1'}
            paths:
              /a:
                post:
                  operationId: endIt
                  responses: {'204': {description: ok}}
            components:
              schemas:
                Cat: {type: object, properties: {purrs: {type: boolean}}}
                Dog: {type: object, properties: {barks: {type: boolean}}}
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                token: {type: http, scheme: bearer}
            """;

    /** All examples by rule, in the order of the file. */
    static Map<String, RuleExample> all() {
        Map<String, RuleExample> examples = new LinkedHashMap<>();
        for (String line : text().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split(" \\| ", -1);
                for (String id : columns[0].split(", ", -1)) {
                    examples.put(id, new RuleExample(id, columns[1], columns[2], columns[3]));
                }
            }
        }
        return examples;
    }

    private static String text() {
        return resource("rule-examples.txt");
    }

    static String resource(String name) {
        try (InputStream stream = RuleExample.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way back. */
    RuleExample reversed() {
        String first = after;
        String last = before;
        return new RuleExample(id, slot, first, last);
    }

    Comparison compare() {
        return compare("3.0.3");
    }

    Comparison compare(String version) {
        return Comparer.compare(
                ComparisonInput.of(document(before, "old.json", version)),
                ComparisonInput.of(document(after, "new.json", version)));
    }

    SpecDocument document(String fragment, String source) {
        return document(fragment, source, "3.0.3");
    }

    SpecDocument document(String fragment, String source, String version) {
        ObjectNode root = SpecReader.parse(BASE, source).root().deepCopy();
        root.put("openapi", version);
        if (!fragment.equals(ABSENT)) {
            place(root, SpecReader.parse("value: " + fragment, source).root().get("value"));
        }
        try {
            return SpecReader.parse(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root), source);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(ObjectNode root, JsonNode value) {
        ObjectNode operation = (ObjectNode) root.at("/paths/~1a/post");
        switch (slot) {
            case "root" -> value.properties().forEach(entry -> root.set(entry.getKey(), entry.getValue()));
            case "paths" ->
                value.properties()
                        .forEach(entry -> ((ObjectNode) root.get("paths")).set(entry.getKey(), entry.getValue()));
            case "operation" -> value.properties().forEach(entry -> operation.set(entry.getKey(), entry.getValue()));
            case "parameter" -> operation.putArray("parameters").add(value);
            case "answers" -> operation.set("responses", value);
            case "request" -> operation.set("requestBody", value);
            case "scheme" -> {
                ((ObjectNode) root.at("/components/securitySchemes")).set("own", value);
                operation.putArray("security").addObject().putArray("own");
            }
            case "p" -> {
                ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
                schema.putObject("properties").set("p", value);
                body(operation, schema);
            }
            case "body" -> body(operation, value);
            default -> throw new IllegalArgumentException("no slot " + slot);
        }
    }

    private void body(ObjectNode operation, JsonNode schema) {
        ObjectNode holder = id.startsWith("response")
                ? ((ObjectNode) operation.get("responses")).putObject("200").put("description", "ok")
                : operation.putObject("requestBody");
        holder.putObject("content").putObject("application/json").set("schema", schema);
    }

    /** How docs/rules.md shows it. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.add(before.equals(ABSENT) ? "" : before);
        rows.add(after.equals(ABSENT) ? "" : after);
        return rows;
    }
}
