package dev.lockstep.generator.model;

import dev.lockstep.openapi.Budget;
import dev.lockstep.openapi.SpecDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Follows references within the document. The sanitizer has refused all that leave it or lead nowhere. */
final class References {
    private static final String COMPONENT = "#/components/schemas/";

    /** Parts of compositions with their properties, each composition for itself; the largest published documents need 20,000. */
    private static final int MOST = 500_000;

    private final SpecDocument document;
    private final Budget budget;

    References(SpecDocument document) {
        this.document = document;
        this.budget = new Budget(document, MOST, "schemas to read");
    }

    /** What merging the document's schemas may cost. */
    Budget budget() {
        return budget;
    }

    /** The node itself, or what a chain of references leads to; a missing node where the chain is broken or a cycle. */
    Located follow(Located start) {
        Located place = start;
        Set<String> seen = new HashSet<>();
        while (place.node().path("$ref").isTextual()) {
            String pointer = pointer(place.text("$ref"));
            if (!seen.add(pointer)) {
                return new Located(document.root().path("\u0000"), pointer);
            }
            place = at(pointer);
        }
        return place;
    }

    Located at(String pointer) {
        return new Located(document.at(pointer), pointer);
    }

    /** A reference as a pointer: percent escapes are decoded. */
    static String pointer(String reference) {
        return reference.indexOf('%') < 0
                ? reference
                : URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether the pointer is that of a schema under {@code components}. */
    static boolean isComponent(String pointer) {
        return pointer.startsWith(COMPONENT) && pointer.indexOf('/', COMPONENT.length()) < 0;
    }

    /** The name of a schema under {@code components}. */
    static String componentName(String pointer) {
        return pointer.substring(COMPONENT.length()).replace("~1", "/").replace("~0", "~");
    }
}
