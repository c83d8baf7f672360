package dev.lockstep.tracker.cli;

/** What the process ends with; the highest that applies. */
final class ExitCode {
    /** All is well, or only what breaks nothing changed. */
    static final int OK = 0;
    /** A change breaks deployed clients, or code that uses the regenerated one. */
    static final int BREAKING = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** A source or document could not be read, is refused or could not be compared. */
    static final int UNREADABLE = 3;
    /** Lock, spec or output does not match its recorded hash. */
    static final int MISMATCH = 4;

    private ExitCode() {}
}
