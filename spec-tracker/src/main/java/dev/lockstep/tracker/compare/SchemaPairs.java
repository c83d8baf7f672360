package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Budget;
import dev.lockstep.openapi.SpecDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of schema pairs. Each pair is compared once, however many operations reach it, and cycles are only edges. Not
 * safe for use by several threads.
 */
final class SchemaPairs {
    private record Key(String before, String after, Direction direction) {}

    /** Steps from pair to pair, where places are held against each other; the largest published changes need 7,100. */
    private static final int MOST = 1_000_000;

    private final SchemaNormalizer oldSchemas;
    private final SchemaNormalizer newSchemas;
    private final Budget budget;
    private final Map<Key, SchemaPair> pairs = new HashMap<>();
    private final Map<SchemaPair, Boolean> equal = new HashMap<>();
    private final Set<SchemaPair> open = new HashSet<>();
    /** Pairs that were gone through once and lead to no difference: nothing is to be told of them again. */
    private final Set<SchemaPair> quiet = new HashSet<>();

    private final SchemaComparison comparison = new SchemaComparison(this);

    SchemaPairs(SpecDocument before, SpecDocument after) {
        this.oldSchemas = new SchemaNormalizer(before);
        this.newSchemas = new SchemaNormalizer(after);
        this.budget = new Budget(before, MOST, "pairs of old and new schemas to compare");
    }

    /**
     * Counts what comparing costs.
     *
     * @param pairs how many pairs were compared
     * @param before the old schema of the last one
     * @throws dev.lockstep.openapi.SpecException when that is more than any published change needs
     */
    void spend(int pairs, SchemaSource before) {
        budget.spend(pairs, before.first().pointer());
    }

    /** The pair of two places; not yet compared. */
    SchemaPair pair(SchemaSource before, SchemaSource after, Direction direction) {
        return pairs.computeIfAbsent(
                new Key(before.key(), after.key(), direction),
                key -> new SchemaPair(before, after, oldSchemas.schema(before), newSchemas.schema(after), direction));
    }

    Schema before(SchemaSource source) {
        return oldSchemas.schema(source);
    }

    Schema after(SchemaSource source) {
        return newSchemas.schema(source);
    }

    /** What the old schema of a pair holds by a keyword; null too for no more than an empty list where the new one holds nothing. */
    @Nullable
    SchemaSource before(SchemaPair pair, String keyword) {
        SchemaSource held = pair.before.schemas.get(keyword);
        return held != null && (pair.after.schemas.containsKey(keyword) || says(before(held))) ? held : null;
    }

    /** Likewise what the new schema holds. */
    @Nullable
    SchemaSource after(SchemaPair pair, String keyword) {
        SchemaSource held = pair.after.schemas.get(keyword);
        return held != null && (pair.before.schemas.containsKey(keyword) || says(after(held))) ? held : null;
    }

    private static boolean says(Schema schema) {
        return !schema.isEmptied() || !schema.isAnything() || !schema.keywords.isEmpty();
    }

    /** Compares a pair's own level, unless that was done or is going on. */
    void compare(SchemaPair pair) {
        if (!pair.compared) {
            spend(1, pair.oldSource);
            pair.compared = true;
            open.add(pair);
            comparison.compare(pair);
            open.remove(pair);
        }
    }

    /**
     * All pairs that a pair leads to, itself first, each with the shortest path to it. Those that were given out before
     * and lead to no difference are left out.
     */
    Map<SchemaPair, String> reachable(SchemaPair root) {
        Map<SchemaPair, String> paths = new LinkedHashMap<>();
        if (quiet.contains(root)) {
            return paths;
        }
        Deque<SchemaPair> queue = new ArrayDeque<>();
        paths.put(root, "");
        queue.add(root);
        while (!queue.isEmpty()) {
            SchemaPair pair = queue.remove();
            compare(pair);
            String path = paths.getOrDefault(pair, "");
            for (SchemaPair.Edge edge : pair.edges) {
                if (!quiet.contains(edge.target()) && paths.putIfAbsent(edge.target(), path + edge.path()) == null) {
                    queue.add(edge.target());
                }
            }
        }
        settle(paths.keySet());
        return paths;
    }

    /** Finds out which of these pairs, which are closed under their edges, lead to no difference. */
    private void settle(Set<SchemaPair> pairs) {
        Map<SchemaPair, List<SchemaPair>> leading = new HashMap<>();
        Deque<SchemaPair> queue = new ArrayDeque<>();
        Set<SchemaPair> loud = new HashSet<>();
        for (SchemaPair pair : pairs) {
            if (open.contains(pair)) {
                return; // its differences are not all known yet
            }
            pair.edges.forEach(edge -> leading.computeIfAbsent(edge.target(), key -> new ArrayList<>())
                    .add(pair));
            if ((!pair.deltas.isEmpty() || !pair.silent.isEmpty() || !pair.unseen.isEmpty() || pair.stopped)
                    && loud.add(pair)) {
                queue.add(pair);
            }
        }
        while (!queue.isEmpty()) {
            for (SchemaPair pair : leading.getOrDefault(queue.remove(), List.of())) {
                if (loud.add(pair)) {
                    queue.add(pair);
                }
            }
        }
        for (SchemaPair pair : pairs) {
            if (!loud.contains(pair)) {
                quiet.add(pair);
            }
        }
    }

    /** Whether two places take exactly the same values in this direction. */
    boolean equal(SchemaSource before, SchemaSource after, Direction direction) {
        SchemaPair root = pair(before, after, direction);
        Boolean known = equal.get(root);
        if (known != null) {
            return known;
        }
        Set<SchemaPair> seen = new HashSet<>();
        Deque<SchemaPair> queue = new ArrayDeque<>();
        boolean touchedOpen = false;
        seen.add(root);
        queue.add(root);
        while (!queue.isEmpty()) {
            SchemaPair pair = queue.remove();
            spend(1, pair.oldSource);
            if (open.contains(pair)) {
                touchedOpen = true;
            } else {
                compare(pair);
            }
            if (!pair.deltas.isEmpty()) {
                equal.put(root, false);
                return false;
            }
            for (SchemaPair.Edge edge : pair.edges) {
                if (seen.add(edge.target())) {
                    queue.add(edge.target());
                }
            }
        }
        if (!touchedOpen) {
            equal.put(root, true);
        }
        return true;
    }
}
