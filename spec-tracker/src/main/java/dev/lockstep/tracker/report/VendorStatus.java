package dev.lockstep.tracker.report;

/** How a vendor's check ended. */
public enum VendorStatus {
    /** The sources say what the lock says. */
    UNCHANGED("unchanged"),
    /** The sources say something else, and it was compared. */
    CHANGED("changed"),
    /** The change was compared and locked. */
    LOCKED("locked"),
    /** A source or document could not be read, is refused, or could not be compared; never the same as unchanged. */
    UNREADABLE("unreadable"),
    /** Lock, spec or output does not match its recorded hash. */
    MISMATCH("lock mismatch"),
    /** Not asked for, or absent from the folder of sources. */
    SKIPPED("left alone");

    private final String text;

    VendorStatus(String text) {
        this.text = text;
    }

    /** The words that reports and JSON use. */
    public String text() {
        return text;
    }
}
