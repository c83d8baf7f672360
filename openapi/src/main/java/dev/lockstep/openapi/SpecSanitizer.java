package dev.lockstep.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of a document what a client must not trust, and refuses what no client could be right for.
 *
 * <p>Vendors' extensions ({@code x-*}) go, wherever OpenAPI allows them; a property, header or schema that is merely called
 * {@code x-…} stays. References must stay within the document, and lead somewhere. Paths, header names, media types,
 * servers, API key names and token URLs follow strict grammars, because they become requests. Webhooks go: they are calls of
 * the vendor's, not ours. Every change is a finding, but for the extensions.
 */
public final class SpecSanitizer {
    private SpecSanitizer() {}

    /**
     * A document that is safe to model.
     *
     * @param document without vendors' extensions and webhooks
     * @param diagnostics what was changed or found
     */
    public record Sanitized(SpecDocument document, List<Diagnostic> diagnostics) {
        /** Copies the list. */
        public Sanitized {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Sanitizes a document; the given one stays as it is.
     *
     * @param keepOwnExtensions whether keys that begin with {@code x-lockstep-} stay: true only for documents of our own store
     * @throws SpecException when the document is refused
     */
    public static Sanitized sanitize(SpecDocument document, boolean keepOwnExtensions) {
        checkVersion(document);
        OperationCheck.count(document);
        List<Diagnostic> diagnostics = new ArrayList<>(document.diagnostics());
        ObjectNode root = document.root().deepCopy();
        SpecDocument copy = document.withRoot(root);
        new Cleaner(copy, root, keepOwnExtensions, diagnostics).clean();
        new OperationCheck(copy, diagnostics).check();
        if (root.remove("webhooks") != null) {
            diagnostics.add(Diagnostic.note(
                    copy.place("#/webhooks"), "webhooks are calls of the vendor's; the client does not have them"));
        }
        return new Sanitized(copy, diagnostics);
    }

    /**
     * Refuses what is no document of OpenAPI 3.0 or 3.1, by the name of what it is.
     *
     * @throws SpecException when the document is refused
     */
    public static void checkVersion(SpecDocument document) {
        if (document.root().has("swagger")) {
            throw document.refusal(
                    "#/swagger", "is a Swagger 2.0 document; only OpenAPI 3.0 and 3.1 are read: convert it first");
        }
        if (document.root().has("asyncapi")) {
            throw document.refusal("#/asyncapi", "is an AsyncAPI document; only OpenAPI 3.0 and 3.1 are read");
        }
        if (!document.root().has("openapi")) {
            throw document.refusal(Pointer.ROOT, "is not an OpenAPI document: it has no key \"openapi\"");
        }
        if (!document.openapi().matches("3\\.[01](\\.\\d{1,3}(-[0-9A-Za-z.-]{1,20})?)?")) {
            throw document.refusal(
                    "#/openapi", "OpenAPI " + Quote.of(document.openapi()) + "; only 3.0 and 3.1 are read");
        }
    }
}
