package dev.lockstep.tracker.source;

import dev.lockstep.openapi.Diagnostic;
import java.util.List;

/**
 * What a vendor's sources say now.
 *
 * @param published the documents, in the order of the vendor's sources; what an index led to stands in its place
 * @param notes what was left out or decided on the way
 */
public record Reading(List<Published> published, List<Diagnostic> notes) {
    public Reading {
        published = List.copyOf(published);
        notes = List.copyOf(notes);
    }
}
