package dev.lockstep.generator.model;

import dev.lockstep.generator.document.SpecDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Follows references within the document. The sanitizer has refused all that leave it or lead nowhere. */
final class References {
    private static final String COMPONENT = "#/components/schemas/";

    private final SpecDocument document;

    References(SpecDocument document) {
        this.document = document;
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
