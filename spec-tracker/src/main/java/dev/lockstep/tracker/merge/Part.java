package dev.lockstep.tracker.merge;

import dev.lockstep.openapi.SpecDocument;
import org.jspecify.annotations.Nullable;

/**
 * One document of a vendor on its way into the vendor's spec.
 *
 * @param document without the vendor's extensions
 * @param spec what the page calls the document that it was cut from, or null
 * @param url where it is published, for the client's documentation; the empty string where unknown
 */
public record Part(SpecDocument document, @Nullable String spec, String url) {}
