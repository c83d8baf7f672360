package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the keywords of JSON Schema that apply further schemas: tuples, conditions, exclusions, dependencies. */
final class ApplicatorComparison {
    private static final Map<String, String> PARTS = Map.of(
            "contains", "contains",
            "propertyNames", "property-names",
            "unevaluatedProperties", "unevaluated-properties",
            "unevaluatedItems", "unevaluated-items",
            "contentSchema", "content-schema",
            "additionalItems", "unevaluated-items");

    private final SchemaPairs pairs;

    ApplicatorComparison(SchemaPairs pairs) {
        this.pairs = pairs;
    }

    void compare(SchemaPair pair) {
        for (String keyword : new TreeSet<>(PARTS.keySet())) {
            SchemaSource before = pairs.before(pair, keyword);
            SchemaSource after = pairs.after(pair, keyword);
            if (before != null && after != null) {
                edge(pair, "[" + keyword + "]", before, after);
            } else if (before != null || after != null) {
                change(pair, PARTS.get(keyword) + "-" + Wording.change(before, after), keyword, before, after);
            }
        }
        opposed(pair, "not", "exclusion");
        for (String keyword : List.of("if", "then", "else")) {
            opposed(pair, keyword, "condition");
        }
        tuple(pair);
        byName(pair, "patternProperties", "pattern-property");
        byName(pair, "dependentSchemas", "dependent-schema");
        dependentRequired(pair);
    }

    /** Keywords whose inside cannot be judged by its own direction: any difference is one. */
    private void opposed(SchemaPair pair, String keyword, String kind) {
        SchemaSource before = pairs.before(pair, keyword);
        SchemaSource after = pairs.after(pair, keyword);
        if (before == null && after == null) {
            return;
        }
        if (before != null && after != null && pairs.equal(before, after, pair.direction)) {
            return;
        }
        change(pair, kind + "-" + Wording.change(before, after), keyword, before, after);
    }

    private void tuple(SchemaPair pair) {
        List<SchemaSource> before = pair.before.schemaLists.getOrDefault("prefixItems", List.of());
        List<SchemaSource> after = pair.after.schemaLists.getOrDefault("prefixItems", List.of());
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            edge(pair, "[" + i + "]", before.get(i), after.get(i));
        }
        if (before.size() != after.size()) {
            String was = String.valueOf(before.size());
            String now = String.valueOf(after.size());
            pair.add("prefix-items-changed", "prefixItems", !after.isEmpty(), "prefixItems", was, now);
        }
    }

    private void byName(SchemaPair pair, String keyword, String kind) {
        SortedMap<String, SchemaSource> before = SchemaComparison.orEmpty(pair.before.schemaMaps.get(keyword));
        SortedMap<String, SchemaSource> after = SchemaComparison.orEmpty(pair.after.schemaMaps.get(keyword));
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            SchemaSource was = before.get(name);
            SchemaSource now = after.get(name);
            if (was != null && now != null) {
                edge(pair, "/" + name + "/", was, now);
            } else {
                pair.deltas.add(new SchemaDelta(
                        kind + "-" + Wording.change(was, now),
                        "",
                        "",
                        was == null ? pair.before.first() : was.first(),
                        now == null ? pair.after.first() : now.first(),
                        now != null,
                        name,
                        was == null ? null : name,
                        now == null ? null : name));
            }
        }
    }

    private static void dependentRequired(SchemaPair pair) {
        Node before = pair.before.keywords.get("dependentRequired");
        Node after = pair.after.keywords.get("dependentRequired");
        SortedSet<String> names = new TreeSet<>();
        if (before != null) {
            names.addAll(before.keys());
        }
        if (after != null) {
            names.addAll(after.keys());
        }
        for (String name : names) {
            Set<String> was = texts(before, name);
            Set<String> now = texts(after, name);
            for (String value : SchemaComparison.missing(now, was)) {
                pair.add("dependent-required-tightened", "dependentRequired", true, name, null, value);
            }
            for (String value : SchemaComparison.missing(was, now)) {
                pair.add("dependent-required-relaxed", "dependentRequired", false, name, value, null);
            }
        }
    }

    private static Set<String> texts(@Nullable Node node, String name) {
        SortedSet<String> texts = new TreeSet<>();
        if (node != null) {
            node.get(name).items().forEach(item -> texts.add(item.value().asText()));
        }
        return texts;
    }

    private void edge(SchemaPair pair, String path, SchemaSource before, SchemaSource after) {
        pair.edges.add(new SchemaPair.Edge(path, pairs.pair(before, after, pair.direction)));
    }

    private static void change(
            SchemaPair pair, String kind, String keyword, @Nullable SchemaSource before, @Nullable SchemaSource after) {
        String was = before == null ? null : keyword;
        pair.add(kind, keyword, after != null, keyword, was, after == null ? null : keyword);
    }
}
