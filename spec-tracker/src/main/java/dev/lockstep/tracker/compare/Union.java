package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import java.util.List;

/** Alternatives of which a value matches one (oneOf) or at least one (anyOf).
 *
 * @param at the array
 * @param variants without the null variant, which is nullability
 */
record Union(Node at, List<SchemaSource> variants) {
    Union {
        variants = List.copyOf(variants);
    }
}
