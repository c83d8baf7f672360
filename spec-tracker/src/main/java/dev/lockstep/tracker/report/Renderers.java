package dev.lockstep.tracker.report;

import java.util.List;

/** The formats by their names. */
public final class Renderers {
    private static final List<String> NAMES = List.of("text", "line", "json", "markdown", "html", "sarif", "junit");

    private Renderers() {}

    /** The names that {@link #named} takes, in the order of the help text. */
    public static List<String> names() {
        return NAMES;
    }

    /** The renderer of a format.
     *
     * @param colours whether text carries terminal colours; other formats ignore it
     * @throws IllegalArgumentException for an unknown format; the message lists the known ones
     */
    public static Renderer named(String format, boolean colours) {
        return switch (format) {
            case "text" -> new TextRenderer(colours);
            case "line" -> new LineRenderer();
            case "json" -> new JsonRenderer();
            case "markdown" -> new MarkdownRenderer();
            case "html" -> new HtmlRenderer();
            case "sarif" -> new SarifRenderer();
            case "junit" -> new JunitRenderer();
            default -> throw new IllegalArgumentException("there is no format " + format + "; take one of " + NAMES);
        };
    }
}
