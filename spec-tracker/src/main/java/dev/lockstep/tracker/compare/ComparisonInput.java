package dev.lockstep.tracker.compare;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.document.SpecDocument;
import java.util.Set;
import java.util.TreeSet;

/** One of the two documents of a comparison.
 *
 * @param document as read; its source names the file in findings
 * @param selection operations ({@code METHOD /path}) that the client has; empty means all
 * @param options what the client is called and which names it keeps; the old document's count for both
 * @param ours whether the deployed client is one of Lockstep's own; else it may be anyone's
 */
public record ComparisonInput(SpecDocument document, Set<String> selection, GeneratorOptions options, boolean ours) {
    /** A client that nobody has: its names are derived, its server is never called. */
    private static final GeneratorOptions UNNAMED =
            GeneratorOptions.builder("client").server("https://server.invalid").build();

    public ComparisonInput {
        selection = Set.copyOf(new TreeSet<>(selection));
    }

    /** The whole document. */
    public static ComparisonInput of(SpecDocument document) {
        return new ComparisonInput(document, Set.of(), UNNAMED, false);
    }

    /** The same document, of which the client has only these operations. */
    public ComparisonInput selecting(Set<String> operations) {
        return new ComparisonInput(document, operations, options, ours);
    }

    /** The same document, from which a client with these options was generated: the one that is deployed. */
    public ComparisonInput with(GeneratorOptions client) {
        return new ComparisonInput(document, selection, client, true);
    }
}
