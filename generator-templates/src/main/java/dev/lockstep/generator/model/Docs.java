package dev.lockstep.generator.model;

import org.jspecify.annotations.Nullable;

/**
 * What a document says about a thing, foreign text throughout.
 *
 * @param summary one line, or null
 * @param text more, or null
 * @param deprecated whether the vendor advises against it
 */
public record Docs(@Nullable String summary, @Nullable String text, boolean deprecated) {
    /** Nothing said. */
    public static final Docs NONE = new Docs(null, null, false);
}
