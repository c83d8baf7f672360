package dev.lockstep.generator.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Remembers which alternative of each place of a document was taken, so that in the end all were. */
final class Turns {
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

    private final Probes probes;
    private final Map<Kind, Places> places = new EnumMap<>(Kind.class);
    private int progress;

    /** The places where there are alternatives of one kind: how many were taken, and where some are left. */
    private record Places(Map<JsonNode, Integer> taken, Set<JsonNode> open) {
        Places() {
            this(new IdentityHashMap<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /**
     * @param probes values that are worth trying where a schema leaves room for them
     */
    Turns(Probes probes) {
        this.probes = probes;
    }

    Probes probes() {
        return probes;
    }

    /** The number of the alternative whose turn it is at this place; from the first again after the last. */
    int next(Kind kind, JsonNode place, int alternatives) {
        return count(kind, place, alternatives) % alternatives;
    }

    /** The same, but the first again and again after the last. */
    int once(Kind kind, JsonNode place, int alternatives) {
        int turn = count(kind, place, alternatives);
        return turn < alternatives ? turn : 0;
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

    /** How many alternatives were taken so far. */
    int progress() {
        return progress;
    }
}
