package dev.lockstep.tracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;
import dev.lockstep.openapi.SpecDocument;

/** A node of a document and its place. */
record DocumentNode(JsonNode node, String pointer) {
    private static final int LONGEST_CHAIN = 16;

    boolean exists() {
        return !node.isMissingNode();
    }

    DocumentNode get(String key) {
        return new DocumentNode(node.path(key), Pointer.child(pointer, key));
    }

    DocumentNode get(int index) {
        return new DocumentNode(node.path(index), Pointer.child(pointer, index));
    }

    /** What its references lead to; itself where they lead nowhere. */
    DocumentNode resolved(SpecDocument document) {
        DocumentNode at = this;
        for (int i = 0; i < LONGEST_CHAIN && at.node.path("$ref").isTextual(); i++) {
            String target =
                    Pointer.ofReference(at.node.path("$ref").textValue()).orElse("");
            if (target.isEmpty() || document.at(target).isMissingNode()) {
                return at;
            }
            at = new DocumentNode(document.at(target), target);
        }
        return at;
    }
}
