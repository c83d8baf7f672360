package dev.lockstep.tracker.compare;

import dev.lockstep.openapi.Node;
import org.jspecify.annotations.Nullable;

/** One difference between the two schemas of a pair, before it is known where the pair is used.
 *
 * @param kind of the rule, without direction and area
 * @param area "property" where a property came or went, else ""
 * @param path what to append to the pair's path: {@code .name} for a property, else ""
 * @param before the node that the old document has, or the nearest one around where it would be
 * @param after likewise for the new document
 * @param present whether the new document has it: a finding points there if so
 */
record SchemaDelta(
        String kind,
        String area,
        String path,
        Node before,
        Node after,
        boolean present,
        String name,
        @Nullable String oldText,
        @Nullable String newText) {}
