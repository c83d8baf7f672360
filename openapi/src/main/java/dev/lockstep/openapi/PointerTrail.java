package dev.lockstep.openapi;

import org.jspecify.annotations.Nullable;

/** A place on a walk through a document: its pointer is put together only when a message needs it. */
record PointerTrail(@Nullable PointerTrail parent, String token) {
    static final PointerTrail ROOT = new PointerTrail(null, "");

    PointerTrail child(String name) {
        return new PointerTrail(this, name);
    }

    PointerTrail child(int index) {
        return new PointerTrail(this, Integer.toString(index));
    }

    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (PointerTrail at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, "/" + Pointer.escape(at.token));
        }
        return pointer.insert(0, Pointer.ROOT).toString();
    }
}
