package dev.lockstep.generator.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.openapi.Pointer;

/** A node of the document and where it lies. */
record Located(JsonNode node, String pointer) {
    Located child(String name) {
        return new Located(node.path(name), Pointer.child(pointer, name));
    }

    Located child(int index) {
        return new Located(node.path(index), Pointer.child(pointer, Integer.toString(index)));
    }

    String text(String name) {
        return node.path(name).asText("");
    }
}
