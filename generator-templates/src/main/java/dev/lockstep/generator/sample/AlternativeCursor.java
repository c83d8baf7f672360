package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.EmptyLists;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which alternative of each place of a document was taken, so that in the end all were. On a route to one place the
 * alternatives that lead there are taken, and the others are in turn from there on.
 */
final class AlternativeCursor {
    /** What there are alternatives of. */
    enum Kind {
        VARIANT,
        TYPE,
        VALUE,
        NULL,
        PRESENCE,
        NAME,
        SIZE
    }

    /** How deep optional properties are set, in how large an instance, and how many are left out singly. */
    private static final int DEEP = 8;

    private static final int BEYOND = 3;
    private static final int MANY = 600;
    private static final int SINGLY = 24;
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Probes probes;
    private final @Nullable Route route;
    private final Map<Kind, Places> places = new EnumMap<>(Kind.class);
    private int progress;
    private int parts;
    private int arrived = NOWHERE;

    /** The places where there are alternatives of one kind: how many were taken, and where some are left. */
    private record Places(Map<JsonNode, Integer> taken, Set<JsonNode> open) {
        Places() {
            this(new IdentityHashMap<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /**
     * @param probes values that are worth trying where a schema leaves room for them
     * @param route to the place whose alternatives count; null for all places
     */
    AlternativeCursor(Probes probes, @Nullable Route route) {
        this.probes = probes;
        this.route = route;
    }

    Probes probes() {
        return probes;
    }

    /** Says that a value is being made, and by which schemas. */
    void enter(List<JsonNode> schemas, int depth) {
        parts += schemas.size();
        if (route != null && depth < arrived && route.distance(schemas) == 0) {
            arrived = depth;
        }
    }

    /** Says that the value at a depth is made. */
    void leave(int depth) {
        arrived = arrived == depth ? NOWHERE : arrived;
    }

    private boolean underway() {
        return route != null && arrived == NOWHERE;
    }

    /** The number of the alternative whose turn it is at this place; from the first again after the last. */
    int next(Kind kind, JsonNode place, int alternatives) {
        return underway() ? 0 : count(kind, place, alternatives) % alternatives;
    }

    /** The same, but the first again and again after the last. */
    int once(Kind kind, JsonNode place, int alternatives) {
        int turn = underway() ? 0 : count(kind, place, alternatives);
        return turn < alternatives ? turn : 0;
    }

    /** Variants in the order in which they should be taken. */
    List<JsonNode> ordered(List<JsonNode> variants) {
        return route != null && underway() ? route.nearestFirst(variants) : variants;
    }

    /** Whether optional properties are set at a depth of an instance that has so many values already. */
    boolean isFull(int depth, int made) {
        return underway() || (made < MANY && depth < (route == null ? DEEP : arrived + BEYOND));
    }

    /** Which optional properties are left out this time: none, then all, then one after the other. */
    Set<String> leftOut(Conjunction flat) {
        List<String> optional = flat.properties().keySet().stream()
                .filter(name -> !flat.required().contains(name))
                .toList();
        if (route != null && underway()) {
            return optional.stream()
                    .filter(name -> isLeftOut(flat, flat.properties().getOrDefault(name, List.of())))
                    .collect(Collectors.toSet());
        }
        if (optional.isEmpty()) {
            return Set.of();
        }
        int alternatives = 2 + (optional.size() == 1 ? 0 : Math.min(optional.size(), SINGLY));
        int turn = once(Kind.PRESENCE, flat.parts().get(0), alternatives);
        return turn == 0 ? Set.of() : turn == 1 ? Set.copyOf(optional) : Set.of(optional.get(turn - 2));
    }

    /** On the way: what does not lead further, but for listed values, since variants are often told apart by them. */
    private boolean isLeftOut(Conjunction flat, List<JsonNode> property) {
        return !leads(flat, property)
                && property.stream().noneMatch(schema -> schema.has("const") || EmptyLists.says(schema, "enum"));
    }

    /** Whether what an object has beside its named properties is worth making. */
    boolean wants(Conjunction flat, List<JsonNode> schemas) {
        return !underway() || leads(flat, schemas);
    }

    private boolean leads(Conjunction from, List<JsonNode> to) {
        return route != null && route.distance(to) < route.distance(from.parts());
    }

    private int count(Kind kind, JsonNode place, int alternatives) {
        Places known = places.computeIfAbsent(kind, each -> new Places());
        int turn = known.taken().merge(place, 1, Integer::sum) - 1;
        if (turn + 1 < alternatives) {
            known.open().add(place);
        } else {
            known.open().remove(place);
        }
        progress += turn < alternatives ? 1 : 0;
        return turn;
    }

    /** Whether an alternative of a place that was met was not taken yet. */
    boolean isOpen() {
        return places.values().stream().anyMatch(known -> !known.open().isEmpty());
    }

    /** How many schemas spoke of the values that were made, each value for itself. */
    int parts() {
        return parts;
    }

    /** How many alternatives were taken so far. */
    int progress() {
        return progress;
    }
}
