package dev.lockstep.tracker.report;

/** Foreign text on a terminal. */
public final class Terminal {
    private Terminal() {}

    /** One line in which nothing moves the cursor, hides or reorders what a person reads. */
    public static String line(String text) {
        return Visible.line(text);
    }
}
