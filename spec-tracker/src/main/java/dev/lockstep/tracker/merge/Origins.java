package dev.lockstep.tracker.merge;

import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which published document each part of a merged spec came from. */
public final class Origins {
    private final Map<String, SpecDocument> documents = new HashMap<>();

    void put(String pointer, SpecDocument document) {
        documents.put(pointer, document);
    }

    /** The document that the place, or what holds it, came from. */
    public Optional<SpecDocument> document(String pointer) {
        for (String at = pointer; !at.equals(Pointer.ROOT); at = Pointer.parent(at)) {
            SpecDocument document = documents.get(at);
            if (document != null) {
                return Optional.of(document);
            }
        }
        return Optional.empty();
    }

    /** {@code page:line} of a place, as messages name it. */
    String place(String pointer) {
        return document(pointer)
                .map(document -> document.source() + ":" + document.line(pointer))
                .orElse(pointer);
    }
}
