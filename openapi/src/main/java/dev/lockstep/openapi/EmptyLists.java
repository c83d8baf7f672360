package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Keywords of schemas whose list says nothing while it is empty. JSON Schema wants an element in each of them but
 * {@code required} (2020-12, Core 10.2.1 and 10.3.1.1; Validation 6.1.1 and 6.1.2); vendors' tools write empty ones beside
 * what they mean. Every reader takes them as not written.
 */
public final class EmptyLists {
    private static final Set<String> KEYWORDS =
            Set.of("enum", "type", "required", "allOf", "anyOf", "oneOf", "prefixItems", "x-extensible-enum");

    private EmptyLists() {}

    /** Whether a keyword's value is such a list without an element. */
    public static boolean isUnsaid(String keyword, JsonNode value) {
        return value.isArray() && value.isEmpty() && KEYWORDS.contains(keyword);
    }

    /** Whether a schema says something by a keyword: it is there, and no such list. */
    public static boolean says(JsonNode schema, String keyword) {
        return schema.has(keyword) && !isUnsaid(keyword, schema.path(keyword));
    }
}
