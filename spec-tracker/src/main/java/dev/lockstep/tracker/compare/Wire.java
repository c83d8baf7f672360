package dev.lockstep.tracker.compare;

/** What a change does to a client that is already deployed, mildest first. */
public enum Wire {
    /** Nothing changed. */
    NONE("none"),
    /** Only what people read changed: prose, examples, names that no request carries. */
    DOCS_ONLY("docs-only"),
    /** A deployed client keeps working. */
    COMPATIBLE("compatible"),
    /** Whether it hurts depends on what the vendor's server does; a person should look. */
    RISKY("risky"),
    /** A deployed client stops working, or works on with another meaning. */
    BREAKING("breaking");

    private final String text;

    Wire(String text) {
        this.text = text;
    }

    /** The word that reports and JSON use. */
    public String text() {
        return text;
    }

    /** The worse of two. */
    public Wire or(Wire other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The level with this word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Wire of(String text) {
        for (Wire wire : values()) {
            if (wire.text.equals(text)) {
                return wire;
            }
        }
        throw new IllegalArgumentException("no wire level is called " + text);
    }
}
