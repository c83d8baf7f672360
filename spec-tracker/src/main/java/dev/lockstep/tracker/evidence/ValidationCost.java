package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.SpecDocument;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How many schemas a validator applies to a value. It goes each way through a composition anew, so that a few references that
 * meet again and again cost more than anybody waits for; here each schema is counted once for each value that it applies to.
 */
final class ValidationCost {
    private static final String[] LISTS = {"allOf", "anyOf", "oneOf"};
    private static final String[] SINGLES = {"not", "if", "then", "else"};

    private final SpecDocument document;
    private final long most;
    private final IdentityHashMap<JsonNode, IdentityHashMap<JsonNode, Long>> known = new IdentityHashMap<>();

    /**
     * @param document whose schemas the validator reads
     * @param most where counting ends
     */
    ValidationCost(SpecDocument document, long most) {
        this.document = document;
        this.most = most;
    }

    /** At least 0; at most the end of counting, also where the validator would never come back. */
    long of(JsonNode schema, JsonNode value) {
        if (!schema.isObject()) {
            return 0;
        }
        IdentityHashMap<JsonNode, Long> byValue = known.computeIfAbsent(schema, each -> new IdentityHashMap<>());
        Long before = byValue.putIfAbsent(value, most);
        if (before != null) {
            return before;
        }
        long cost = Math.min(most, 1 + beside(schema, value) + within(schema, value));
        byValue.put(value, cost);
        return cost;
    }

    /** Of schemas that apply to the same value. */
    private long beside(JsonNode schema, JsonNode value) {
        long cost = 0;
        cost += of(document.target(schema), value);
        for (String keyword : LISTS) {
            for (JsonNode part : schema.path(keyword)) {
                cost = Math.min(most, cost + of(part, value));
            }
        }
        for (String keyword : SINGLES) {
            if (schema.has(keyword)) {
                cost += of(schema.path(keyword), value);
            }
        }
        for (Map.Entry<String, JsonNode> each : schema.path("dependentSchemas").properties()) {
            if (value.has(each.getKey())) {
                cost = Math.min(most, cost + of(each.getValue(), value));
            }
        }
        return cost;
    }

    /** Of schemas that apply to members and items of the value. */
    private long within(JsonNode schema, JsonNode value) {
        long cost = 0;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode own = schema.path("properties").path(member.getKey());
            JsonNode rest = own.isMissingNode() ? schema.path("additionalProperties") : own;
            cost += of(rest, member.getValue());
            for (JsonNode pattern : schema.path("patternProperties")) {
                cost = Math.min(most, cost + of(pattern, member.getValue()));
            }
            cost = Math.min(most, cost + of(schema.path("unevaluatedProperties"), member.getValue()));
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                JsonNode own = schema.path("prefixItems").path(i);
                cost += of(own.isMissingNode() ? schema.path("items") : own, value.path(i));
                cost += of(schema.path("contains"), value.path(i));
                cost = Math.min(most, cost + of(schema.path("unevaluatedItems"), value.path(i)));
            }
        }
        return cost;
    }
}
