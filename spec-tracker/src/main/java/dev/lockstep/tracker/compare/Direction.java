package dev.lockstep.tracker.compare;

/** Which way a value travels, as the client sees it. */
enum Direction {
    /** The client sends it. */
    REQUEST("request"),
    /** The client receives it. */
    RESPONSE("response"),
    /** It does not travel, or the rule is the same both ways. */
    ANY("any");

    private final String text;

    Direction(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
