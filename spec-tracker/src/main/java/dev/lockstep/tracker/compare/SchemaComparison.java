package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the own level of a pair: what differs here, and which parts are to be compared in turn. */
final class SchemaComparison {
    private static final Set<String> ANNOTATED = Set.of("readOnly", "writeOnly", "discriminator", "$dynamicRef");

    private final SchemaPairs pairs;
    private final UnionComparison unions;

    SchemaComparison(SchemaPairs pairs) {
        this.pairs = pairs;
        this.unions = new UnionComparison(pairs);
    }

    void compare(SchemaPair pair) {
        Schema before = pair.before;
        Schema after = pair.after;
        if (before.nothing != after.nothing) {
            add(pair, after.nothing ? "nothing-accepted" : "something-accepted", "", before.first(), after.first());
            return;
        }
        nullability(pair);
        if (unions.settles(pair)) {
            return;
        }
        boolean emptied = pair.direction == Direction.REQUEST && pair.before.values != null && pair.after.isEmptied();
        // The types of values in a list alone go with them.
        boolean sameKind = (emptied && pair.after.types.isEmpty()) || TypeComparison.compare(pair);
        values(pair, emptied);
        ConstraintComparison.compare(pair);
        if (sameKind) {
            properties(pair);
            parts(pair);
            new ApplicatorComparison(pairs).compare(pair);
        } else {
            pair.stopped = true;
        }
        others(pair);
    }

    private static void nullability(SchemaPair pair) {
        boolean typed = !pair.before.isAnything() && !pair.after.isAnything();
        if (typed && pair.before.nullable != pair.after.nullable) {
            add(
                    pair,
                    pair.after.nullable ? "became-nullable" : "became-not-nullable",
                    "",
                    pair.before.place(pair.before.nullable ? "nullable" : "type"),
                    pair.after.place(pair.after.nullable ? "nullable" : "type"));
        }
    }

    private static void values(SchemaPair pair, boolean emptied) {
        SortedMap<String, JsonNode> before = pair.before.values;
        SortedMap<String, JsonNode> after = pair.after.values;
        Node oldPlace = pair.before.place("enum");
        Node newPlace = pair.after.place("enum");
        if (before == null && after == null) {
            return;
        }
        if (before == null) {
            pair.add("became-enum", "enum", true, "", null, list(Objects.requireNonNull(after)));
        } else if (after == null) {
            pair.add(emptied ? "enum-emptied" : "enum-dropped", "enum", false, "", list(before), null);
        } else if (pair.before.constant
                && pair.after.constant
                && !before.keySet().equals(after.keySet())) {
            pair.add("const-changed", "enum", true, "", list(before), list(after));
        } else {
            for (String value : missing(before.keySet(), after.keySet())) {
                pair.deltas.add(new SchemaDelta(
                        "enum-value-removed", "", "", item(oldPlace, value), newPlace, false, "", value, null));
            }
            for (String value : missing(after.keySet(), before.keySet())) {
                pair.deltas.add(new SchemaDelta(
                        "enum-value-added", "", "", oldPlace, item(newPlace, value), true, "", null, value));
            }
        }
    }

    private static String list(SortedMap<String, JsonNode> values) {
        return values.isEmpty() ? "null" : Wording.list(values.keySet());
    }

    private static Node item(Node values, String text) {
        for (Node item : values.items()) {
            if (item.value().toString().equals(text)) {
                return item;
            }
        }
        return values;
    }

    static SortedSet<String> missing(Set<String> from, Set<String> in) {
        SortedSet<String> missing = new TreeSet<>(from);
        missing.removeAll(in);
        return missing;
    }

    private void properties(SchemaPair pair) {
        Map<String, SchemaSource> before = pair.before.properties;
        Map<String, SchemaSource> after = pair.after.properties;
        for (Map.Entry<String, SchemaSource> entry : before.entrySet()) {
            String name = entry.getKey();
            SchemaSource now = after.get(name);
            if (now == null) {
                removed(pair, name, entry.getValue());
            } else {
                kept(pair, name, entry.getValue(), now);
            }
        }
        for (Map.Entry<String, SchemaSource> entry : after.entrySet()) {
            if (!before.containsKey(entry.getKey())) {
                added(pair, entry.getKey(), entry.getValue());
            }
        }
        for (String name : missing(pair.after.required, pair.before.required)) {
            if (!after.containsKey(name) && !before.containsKey(name)) {
                property(pair, "became-required", name, pair.before.first(), pair.after.place("required"), true);
            }
        }
        for (String name : missing(pair.before.required, pair.after.required)) {
            if (!after.containsKey(name) && !before.containsKey(name)) {
                property(pair, "became-optional", name, pair.before.place("required"), pair.after.first(), false);
            }
        }
    }

    private void removed(SchemaPair pair, String name, SchemaSource was) {
        if (hidden(pairs.before(was), pair.direction)) {
            pair.unseen.add(was.first());
            return;
        }
        String kind = "removed";
        if (pair.direction == Direction.RESPONSE) {
            kind = pair.before.required.contains(name) ? "required-removed" : "optional-removed";
        } else {
            SchemaSource rest = pair.after.schemas.get("additionalProperties");
            if (rest != null && pairs.after(rest).nothing) {
                kind = "refused";
            }
        }
        property(pair, kind, name, was.first(), pair.after.first(), false);
    }

    private void added(SchemaPair pair, String name, SchemaSource now) {
        if (hidden(pairs.after(now), pair.direction)) {
            pair.unseen.add(now.first());
            return;
        }
        String kind = "added";
        if (pair.direction == Direction.REQUEST) {
            kind = pair.after.required.contains(name) ? "added-required" : "added-optional";
        }
        property(pair, kind, name, pair.before.first(), now.first(), true);
    }

    private void kept(SchemaPair pair, String name, SchemaSource was, SchemaSource now) {
        boolean wasHidden = hidden(pairs.before(was), pair.direction);
        boolean isHidden = hidden(pairs.after(now), pair.direction);
        boolean wasRequired = pair.before.required.contains(name);
        boolean isRequired = pair.after.required.contains(name);
        boolean sent = pair.direction == Direction.REQUEST;
        if (wasHidden && isHidden) {
            if (sent && tightened(was, now)) {
                property(pair, "read-only-tightened", name, was.first(), now.first(), true);
            }
            pair.silent.add(pairs.pair(was, now, pair.direction));
            return;
        }
        if (isHidden) {
            String response = wasRequired ? "required-became-write-only" : "optional-became-write-only";
            property(pair, sent ? "became-read-only" : response, name, was.first(), now.first(), true);
            return;
        }
        if (wasHidden) {
            String request = isRequired ? "became-writable-and-required" : "became-not-read-only";
            String response = isRequired ? "required-became-not-write-only" : "became-not-write-only";
            property(pair, sent ? request : response, name, was.first(), now.first(), true);
            return;
        }
        if (wasRequired != isRequired) {
            property(
                    pair,
                    isRequired ? "became-required" : "became-optional",
                    name,
                    wasRequired ? pair.before.place("required") : was.first(),
                    isRequired ? pair.after.place("required") : now.first(),
                    true);
        }
        edge(pair, "." + name, was, now);
    }

    /**
     * Whether a read-only property takes less than it did. OpenAPI waives only {@code required} for it: it should not be
     * sent, but what is sent must fit, and whoever sends back what was received does send it.
     */
    private boolean tightened(SchemaSource was, SchemaSource now) {
        SchemaPair value = pairs.pair(was, now, Direction.REQUEST);
        pairs.compare(value);
        RuleTable rules = RuleTable.standard();
        return value.deltas.stream()
                .anyMatch(delta -> delta.area().isEmpty()
                        && rules.find(Direction.REQUEST, "", delta.kind()).wire() == Wire.BREAKING);
    }

    private static boolean hidden(Schema schema, Direction direction) {
        return direction == Direction.REQUEST ? schema.flag("readOnly") : schema.flag("writeOnly");
    }

    private void parts(SchemaPair pair) {
        SchemaSource oldItems = pairs.before(pair, "items");
        SchemaSource newItems = pairs.after(pair, "items");
        if (oldItems != null && newItems != null) {
            edge(pair, "[]", oldItems, newItems);
        } else if (newItems != null && pair.before.types.contains("array")) {
            add(pair, "items-added", "", pair.before.first(), newItems.first());
        } else if (oldItems != null && pair.after.types.contains("array")) {
            pair.deltas.add(new SchemaDelta(
                    "items-removed", "", "", oldItems.first(), pair.after.first(), false, "", null, null));
        }
        additional(pair);
    }

    private void additional(SchemaPair pair) {
        SchemaSource before = pairs.before(pair, "additionalProperties");
        SchemaSource after = pairs.after(pair, "additionalProperties");
        boolean wasClosed = before != null && pairs.before(before).nothing;
        boolean isClosed = after != null && pairs.after(after).nothing;
        if ((before == null && after == null) || (wasClosed && isClosed)) {
            return;
        }
        Node oldPlace = pair.before.place("additionalProperties");
        Node newPlace = pair.after.place("additionalProperties");
        if (isClosed) {
            add(pair, "additional-properties-tightened", "", oldPlace, newPlace);
        } else if (wasClosed) {
            add(pair, "additional-properties-relaxed", "", oldPlace, newPlace);
        } else if (before == null) {
            add(pair, "additional-properties-typed", "", oldPlace, newPlace);
        } else if (after == null) {
            add(pair, "additional-properties-untyped", "", oldPlace, newPlace);
        } else {
            edge(pair, ".*", before, after);
        }
    }

    /** Lifecycle, defaults, and every keyword that nothing above speaks of. */
    private void others(SchemaPair pair) {
        SortedSet<String> keywords = new TreeSet<>(pair.before.keywords.keySet());
        keywords.addAll(pair.after.keywords.keySet());
        for (String keyword : keywords) {
            Node before = pair.before.keywords.get(keyword);
            Node after = pair.after.keywords.get(keyword);
            if (ConstraintComparison.knows(keyword) || ANNOTATED.contains(keyword) || same(before, after)) {
                continue;
            }
            Node oldPlace = pair.before.place(keyword);
            Node newPlace = pair.after.place(keyword);
            String oldText = before == null ? null : Wording.compact(before.value());
            String newText = after == null ? null : Wording.compact(after.value());
            String kind = switch (keyword) {
                case "default" -> "default-" + Wording.change(before, after);
                case "deprecated" -> pair.after.flag(keyword) ? "deprecated" : "reactivated";
                case "contentEncoding" -> "content-encoding-changed";
                case "contentMediaType" -> "content-media-type-changed";
                case "xml" -> "xml-changed";
                default -> "unclassified";
            };
            if (keyword.equals("deprecated") && pair.before.flag(keyword) == pair.after.flag(keyword)) {
                continue;
            }
            if (keyword.equals("x-extensible-enum")) {
                extensible(pair, oldPlace, newPlace);
                continue;
            }
            pair.deltas.add(
                    new SchemaDelta(kind, "", "", oldPlace, newPlace, after != null, keyword, oldText, newText));
        }
    }

    /** An open enum's values: one that goes is no longer taken, one that comes is no surprise. */
    private static void extensible(SchemaPair pair, Node before, Node after) {
        List<String> left = new ArrayList<>();
        after.items().forEach(item -> left.add(item.value().toString()));
        for (Node item : before.items()) {
            String value = item.value().toString();
            if (!left.contains(value)) {
                pair.deltas.add(new SchemaDelta("enum-value-removed", "", "", item, after, false, "", value, null));
            }
        }
    }

    static boolean same(@Nullable Node before, @Nullable Node after) {
        return before != null && after != null && Wording.sameValue(before.value(), after.value());
    }

    private void edge(SchemaPair pair, String path, SchemaSource before, SchemaSource after) {
        pair.edges.add(new SchemaPair.Edge(path, pairs.pair(before, after, pair.direction)));
    }

    private static void property(SchemaPair pair, String kind, String name, Node before, Node after, boolean present) {
        pair.deltas.add(new SchemaDelta(kind, "property", "." + name, before, after, present, name, null, null));
    }

    static void add(SchemaPair pair, String kind, String name, Node before, Node after) {
        pair.deltas.add(new SchemaDelta(kind, "", "", before, after, true, name, null, null));
    }

    static <V> SortedMap<String, V> orEmpty(@Nullable SortedMap<String, V> map) {
        return map == null ? new TreeMap<>() : map;
    }
}
