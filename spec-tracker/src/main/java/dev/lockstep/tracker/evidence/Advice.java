package dev.lockstep.tracker.evidence;

/** What to do about an operation's client. */
public enum Advice {
    /** The deployed client keeps working. */
    SAFE_TO_DELAY("safe to delay"),
    /** The deployed client stops working. */
    MUST_UPGRADE("must upgrade"),
    /** It could not be tried, or not all of it, and no rule says that it breaks. */
    UNKNOWN("not tried out"),
    /** It stops working by findings that the team judged wrong. */
    MUTED("muted");

    private final String text;

    Advice(String text) {
        this.text = text;
    }

    /** The words that reports and JSON use. */
    public String text() {
        return text;
    }
}
