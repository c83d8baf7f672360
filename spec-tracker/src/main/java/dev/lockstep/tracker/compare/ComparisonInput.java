package dev.lockstep.tracker.compare;

import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.openapi.SpecDocument;

/** One of the two documents of a comparison.
 *
 * @param document as read; its source names the file in findings
 * @param options what the client is called and which names it keeps; the old document's count for both
 * @param ours whether the deployed client is one of Lockstep's own; else it may be anyone's
 */
public record ComparisonInput(SpecDocument document, GeneratorOptions options, boolean ours) {
    /** A client that nobody has: its names are derived, its server is never called. */
    private static final GeneratorOptions UNNAMED =
            GeneratorOptions.builder("client").server("https://server.invalid").build();

    /** The whole document. */
    public static ComparisonInput of(SpecDocument document) {
        return new ComparisonInput(document, UNNAMED, false);
    }

    /** The same document, from which a client with these options was generated: the one that is deployed. */
    public ComparisonInput with(GeneratorOptions client) {
        return new ComparisonInput(document, client, true);
    }
}
