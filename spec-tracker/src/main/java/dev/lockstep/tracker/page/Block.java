package dev.lockstep.tracker.page;

import dev.lockstep.openapi.Diagnostic;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAPI block of a page, or the reason why a page or block has none to offer.
 *
 * @param page the page's name in messages
 * @param line 1-based line of the opening fence, or of what stands for the block
 * @param outcome what became of it
 * @param document the document, normalised and without the vendor's extensions; null unless {@code outcome} is {@code OK}
 * @param operations its operations as {@code METHOD /path}
 * @param spec what the page calls the document that the block was cut from, or null
 * @param reason why it is refused, or what it points to; empty for {@code OK}
 * @param notes what was normalised or dropped on the way
 */
public record Block(
        String page,
        int line,
        BlockOutcome outcome,
        @Nullable SpecDocument document,
        List<String> operations,
        @Nullable String spec,
        String reason,
        List<Diagnostic> notes) {

    /** A block, or a whole page, that cannot be used. */
    public static Block refused(String page, int line, @Nullable String spec, String reason) {
        return new Block(page, line, BlockOutcome.REFUSED, null, List.of(), spec, reason, List.of());
    }

    static Block pointer(String page, int line, @Nullable String operation, String reason) {
        List<String> operations = operation == null ? List.of() : List.of(operation);
        return new Block(page, line, BlockOutcome.POINTER, null, operations, null, reason, List.of());
    }

    /**
     * The document of an accepted block.
     *
     * @throws SpecException with page, line and reason where the block is not accepted
     */
    public SpecDocument required() {
        if (document == null) {
            throw new SpecException(page, line, "#", reason);
        }
        return document;
    }
}
