package dev.lockstep.tracker.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the alternatives of a pair: oneOf, anyOf, and the discriminator that tells them apart. */
final class UnionComparison {
    /** As many alternatives are held against one for the cost of one pair: most of them differ at the first glance. */
    private static final int GLANCES = 4;

    private final SchemaPairs pairs;
    private final DiscriminatorComparison discriminators;
    private int glances;

    UnionComparison(SchemaPairs pairs) {
        this.pairs = pairs;
        this.discriminators = new DiscriminatorComparison(pairs);
    }

    /** Adds the differences; returns whether nothing else of the pair needs comparing. */
    boolean settles(SchemaPair pair) {
        Schema before = pair.before;
        Schema after = pair.after;
        if (before.isUnion() == after.isUnion()) {
            if (before.unions.size() != after.unions.size()) {
                changed(pair, "union-changed");
                return false;
            }
            Map<String, String> same = new HashMap<>();
            for (int i = 0; i < before.unions.size(); i++) {
                variants(pair, before.unions.get(i), after.unions.get(i), same);
            }
            discriminators.compare(pair, same);
            return false;
        }
        if (before.isUnion()) {
            return single(pair, before, pair.newSource, "became-single", "union-removed", false);
        }
        return after.isUnion() && single(pair, after, pair.oldSource, "became-union", "union-added", true);
    }

    /** One side has alternatives, the other is one schema: is it one of them? */
    private boolean single(
            SchemaPair pair, Schema union, SchemaSource single, String one, String beside, boolean forward) {
        Schema other = forward ? pair.before : pair.after;
        SchemaSource plain = withoutNull(single);
        List<SchemaSource> variants = union.unions.get(0).variants();
        for (SchemaSource variant : variants) {
            boolean same =
                    forward ? pairs.equal(plain, variant, pair.direction) : pairs.equal(variant, plain, pair.direction);
            if (same) {
                boolean kin = forward
                        && pair.direction == Direction.RESPONSE
                        && variants.stream().allMatch(each -> isKin(other, each));
                changed(pair, kin ? "became-union-of-kin" : one);
                return true;
            }
        }
        boolean holdsMore = !union.properties.isEmpty() || union.types.equals(other.types);
        if (holdsMore || other.isAnything()) {
            changed(pair, beside);
            return other.isAnything();
        }
        for (SchemaSource variant : variants) {
            Schema shape = forward ? pairs.after(variant) : pairs.before(variant);
            if (!shape.types.isEmpty() && shape.types.equals(other.types)) {
                changed(pair, one);
                SchemaPair target = forward
                        ? pairs.pair(plain, variant, pair.direction)
                        : pairs.pair(variant, plain, pair.direction);
                pair.edges.add(new SchemaPair.Edge("", target));
                return true;
            }
        }
        changed(pair, "union-changed");
        pair.stopped = true;
        return true;
    }

    /** Null is compared where the two schemas are; what is left of {@code anyOf: [X, null]} is X. */
    private static SchemaSource withoutNull(SchemaSource source) {
        for (String kind : List.of("oneOf", "anyOf")) {
            List<Node> others = source.first().resolved().get(kind).items().stream()
                    .filter(variant -> !SchemaKeywords.isNullOnly(variant.resolved()))
                    .toList();
            if (source.members().size() == 1 && others.size() == 1) {
                return SchemaSource.of(others.get(0));
            }
        }
        return source;
    }

    /** Whether a variant has all that the old shape promises, so that whoever knows only that one can read it. */
    private boolean isKin(Schema old, SchemaSource variant) {
        Schema shape = pairs.after(variant);
        if (!reads(old, shape) || old.types.contains("array")) {
            return false;
        }
        for (Map.Entry<String, SchemaSource> property : old.properties.entrySet()) {
            String name = property.getKey();
            SchemaSource now = shape.properties.get(name);
            if (old.required.contains(name) && !shape.required.contains(name)) {
                return false;
            }
            if (now != null && !reads(pairs.before(property.getValue()), pairs.after(now))) {
                return false;
            }
        }
        return true;
    }

    private static boolean reads(Schema old, Schema now) {
        return now.types.equals(old.types) && (old.nullable || !now.nullable) && old.isUnion() == now.isUnion();
    }

    private static void changed(SchemaPair pair, String kind) {
        pair.deltas.add(new SchemaDelta(
                kind,
                "",
                "",
                place(pair.before),
                place(pair.after),
                true,
                "",
                shapes(pair.before),
                shapes(pair.after)));
    }

    private static Node place(Schema schema) {
        return schema.unions.isEmpty() ? schema.first() : schema.unions.get(0).at();
    }

    private static String shapes(Schema schema) {
        if (schema.unions.isEmpty()) {
            return TypeComparison.named(schema);
        }
        List<String> names = new ArrayList<>();
        for (SchemaSource variant : schema.unions.get(0).variants()) {
            names.add(name(variant));
        }
        return Wording.list(names);
    }

    /** Pairs the alternatives up; {@code targets} gets the pointers of what those that are references name. */
    private void variants(SchemaPair pair, Union before, Union after, Map<String, String> targets) {
        List<SchemaSource> left = new ArrayList<>(before.variants());
        List<SchemaSource> come = new ArrayList<>(after.variants());
        Map<SchemaSource, SchemaSource> same = new LinkedHashMap<>();
        boolean told =
                pair.before.keywords.containsKey("discriminator") && pair.after.keywords.containsKey("discriminator");
        match(left, come, same, was -> told, (was, now) -> discriminators.sameValue(pair, was, now));
        match(
                left,
                come,
                same,
                was -> referenceName(was) != null,
                (was, now) -> Objects.equals(referenceName(was), referenceName(now)));
        match(
                left,
                come,
                same,
                was -> true,
                (was, now) -> was.first().value().equals(now.first().value()));
        match(
                left,
                come,
                same,
                was -> !title(was).isEmpty(),
                (was, now) -> title(was).equals(title(now)));
        match(left, come, same, was -> true, (was, now) -> pairs.equal(was, now, pair.direction));
        match(left, come, same, was -> true, this::alike);
        same.forEach((was, now) ->
                pair.edges.add(new SchemaPair.Edge("<" + name(now) + ">", pairs.pair(was, now, pair.direction))));
        same.forEach((was, now) -> targets.put(
                was.first().resolved().pointer(), now.first().resolved().pointer()));
        // What is written twice is one alternative, however often the other document writes it.
        left.removeIf(was -> same.entrySet().stream()
                .anyMatch(entry -> twins(was, entry.getKey()) && pairs.equal(was, entry.getValue(), pair.direction)));
        come.removeIf(now -> same.entrySet().stream()
                .anyMatch(entry -> twins(now, entry.getValue()) && pairs.equal(entry.getKey(), now, pair.direction)));
        for (SchemaSource variant : left) {
            pair.deltas.add(new SchemaDelta(
                    "variant-removed", "", "", variant.first(), after.at(), false, "", name(variant), null));
        }
        for (SchemaSource variant : come) {
            pair.deltas.add(new SchemaDelta(
                    "variant-added", "", "", before.at(), variant.first(), true, "", null, name(variant)));
        }
        boolean wasOne = before.at().pointer().endsWith("/oneOf");
        boolean isOne = after.at().pointer().endsWith("/oneOf");
        if (wasOne != isOne) {
            SchemaComparison.add(
                    pair, wasOne ? "one-of-became-any-of" : "any-of-became-one-of", "", before.at(), after.at());
        }
    }

    /**
     * Pairs alternatives that are left with the first ones that pass a test.
     *
     * @param eligible whether any other one can pass it with this one
     */
    private void match(
            List<SchemaSource> left,
            List<SchemaSource> come,
            Map<SchemaSource, SchemaSource> same,
            Predicate<SchemaSource> eligible,
            BiPredicate<SchemaSource, SchemaSource> test) {
        for (SchemaSource was : left.stream().filter(eligible).toList()) {
            for (SchemaSource now : come) {
                glances++;
                if (test.test(was, now)) {
                    same.put(was, now);
                    left.remove(was);
                    come.remove(now);
                    break;
                }
            }
            pairs.spend(glances / GLANCES, was);
            glances %= GLANCES;
        }
    }

    /** Whether two unnamed variants look like the same one, changed. */
    private boolean alike(SchemaSource before, SchemaSource after) {
        if (referenceName(before) != null && referenceName(after) != null) {
            return false;
        }
        Schema was = pairs.before(before);
        Schema now = pairs.after(after);
        if (!was.types.equals(now.types) || was.isUnion() != now.isUnion()) {
            return false;
        }
        if (was.properties.isEmpty() && now.properties.isEmpty()) {
            return was.isUnion() ? alike(was.unions.get(0), now.unions.get(0)) : !was.types.isEmpty();
        }
        SortedSet<String> shared = new TreeSet<>(was.properties.keySet());
        shared.retainAll(now.properties.keySet());
        return shared.size() * 2 >= Math.min(was.properties.size(), now.properties.size()) && !shared.isEmpty();
    }

    /** Whether at least half of the alternatives of the smaller one go by titles that the other has too. */
    private static boolean alike(Union before, Union after) {
        long shared = before.variants().stream()
                .filter(was -> after.variants().stream().anyMatch(now -> twins(was, now)))
                .count();
        return shared > 0
                && shared * 2
                        >= Math.min(before.variants().size(), after.variants().size());
    }

    /** Whether two alternatives go by the same title: shapes alone may be alike by chance. */
    private static boolean twins(SchemaSource one, SchemaSource other) {
        return !title(one).isEmpty() && title(one).equals(title(other));
    }

    private static @Nullable String referenceName(SchemaSource source) {
        return source.first().referenceName();
    }

    private static String title(SchemaSource source) {
        return source.first().resolved().text("title", "");
    }

    /** What a variant is called in messages: its component, its title, or its type. */
    private static String name(SchemaSource source) {
        String reference = referenceName(source);
        if (reference != null) {
            return reference;
        }
        Node raw = source.first();
        String title = raw.text("title", "");
        if (!title.isEmpty()) {
            return title;
        }
        JsonNode type = raw.value().path("type");
        String pointer = raw.pointer();
        return type.isTextual() ? type.asText() : "variant " + pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
