package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A schema in the one form that comparisons read: references resolved, allOf merged, the spellings of null unified. Built
 * by {@link SchemaNormalizer} and not changed afterwards.
 */
final class Schema {
    /** The raw objects that were merged into this one, the most specific first. */
    final List<Node> parts = new ArrayList<>();
    /** Without "null"; empty where any type is allowed. */
    SortedSet<String> types = new TreeSet<>();

    boolean nullable;
    /** Accepts nothing at all: the schema {@code false}. */
    boolean nothing;

    final Map<String, SchemaSource> properties = new LinkedHashMap<>();
    final SortedSet<String> required = new TreeSet<>();
    /** Allowed values by their JSON text, without null; null where every value is allowed. */
    @Nullable
    SortedMap<String, JsonNode> values;

    /** Whether one of the lists of values is empty. */
    boolean emptyList;

    /** Whether the one value was given by {@code const}. */
    boolean constant;

    final List<Union> unions = new ArrayList<>();
    /** Keywords that hold one schema: items, not, contains, … */
    final SortedMap<String, SchemaSource> schemas = new TreeMap<>();
    /** Keywords that hold schemas by name: patternProperties, dependentSchemas. */
    final SortedMap<String, SortedMap<String, SchemaSource>> schemaMaps = new TreeMap<>();
    /** Keywords that hold a list of schemas: prefixItems. */
    final SortedMap<String, List<SchemaSource>> schemaLists = new TreeMap<>();
    /** What is left: keywords with plain values, in their unified spelling. */
    final SortedMap<String, Node> keywords = new TreeMap<>();
    /** Where a keyword of any kind stands. */
    final Map<String, Node> places = new LinkedHashMap<>();

    Node first() {
        return parts.get(0);
    }

    /** Where a keyword stands, or the schema itself where it is absent. */
    Node place(String keyword) {
        Node place = places.get(keyword);
        return place == null ? first() : place;
    }

    boolean flag(String keyword) {
        Node node = keywords.get(keyword);
        return node != null && node.value().asBoolean(false);
    }

    /** The text of a plain keyword, or "" where it is absent. */
    String text(String keyword) {
        Node node = keywords.get(keyword);
        return node == null ? "" : node.value().asText();
    }

    /** Whether values of more than one shape are accepted by a union. */
    boolean isUnion() {
        return !unions.isEmpty();
    }

    /** Whether lists of values stand here and none names a value: they limit nothing, and may say that values were taken out. */
    boolean isEmptied() {
        return emptyList && values == null;
    }

    /** Whether it says nothing about the value. */
    boolean isAnything() {
        return types.isEmpty()
                && !nothing
                && values == null
                && properties.isEmpty()
                && unions.isEmpty()
                && schemas.isEmpty()
                && schemaMaps.isEmpty()
                && schemaLists.isEmpty();
    }
}
