package dev.lockstep.tracker.compare;

import dev.lockstep.generator.document.SpecDocument;
import java.util.Set;
import java.util.TreeSet;

/** One of the two documents of a comparison.
 *
 * @param document as read; its source names the file in findings
 * @param selection operations ({@code METHOD /path}) that the client has; empty means all
 */
public record ComparisonInput(SpecDocument document, Set<String> selection) {

    public ComparisonInput {
        selection = Set.copyOf(new TreeSet<>(selection));
    }

    /** The whole document. */
    public static ComparisonInput of(SpecDocument document) {
        return new ComparisonInput(document, Set.of());
    }

    /** The same document, of which the client has only these operations. */
    public ComparisonInput selecting(Set<String> operations) {
        return new ComparisonInput(document, operations);
    }
}
