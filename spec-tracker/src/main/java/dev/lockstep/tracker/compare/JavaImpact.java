package dev.lockstep.tracker.compare;

/** What a change does to code that uses the regenerated client, mildest first. */
public enum JavaImpact {
    /** The client's public surface is the same. */
    NONE("none"),
    /** The surface grew; code that used the old one compiles, links and means the same. */
    COMPATIBLE("compatible"),
    /** Code that used the old surface no longer compiles or links, or means something else. */
    BREAKING("breaking");

    private final String text;

    JavaImpact(String text) {
        this.text = text;
    }

    /** The word that reports and JSON use. */
    public String text() {
        return text;
    }

    /** The worse of two. */
    public JavaImpact or(JavaImpact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The level with this word.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static JavaImpact of(String text) {
        for (JavaImpact impact : values()) {
            if (impact.text.equals(text)) {
                return impact;
            }
        }
        throw new IllegalArgumentException("no java level is called " + text);
    }
}
