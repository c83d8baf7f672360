package dev.lockstep.tracker.page;

import java.util.Locale;

/** What became of a block of a page, or of a page without one. */
public enum BlockOutcome {
    /** It holds an OpenAPI document that can be used. */
    OK,
    /** It cannot be used; the reason says why. */
    REFUSED,
    /** It holds no document but says where one is. */
    POINTER;

    /** The name in machine output: {@code ok}, {@code refused} or {@code pointer}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
