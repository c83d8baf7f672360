package dev.lockstep.openapi;

import org.jspecify.annotations.Nullable;

/** A place on a walk through a document: its pointer is put together only when a message needs it. */
record Place(@Nullable Place parent, String token) {
    static final Place ROOT = new Place(null, "");

    Place child(String name) {
        return new Place(this, name);
    }

    Place child(int index) {
        return new Place(this, Integer.toString(index));
    }

    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Place at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, "/" + Pointer.escape(at.token));
        }
        return pointer.insert(0, Pointer.ROOT).toString();
    }
}
