package dev.lockstep.openapi;

import java.util.Locale;

/**
 * One finding about a document: what was refused, dropped, renamed or replaced, and where.
 *
 * @param level how bad it is
 * @param at the place: a pointer such as {@code #/paths/~1x/get}, with {@code source:line} before it where known
 * @param message one sentence that says what was found and what was done about it
 */
public record Diagnostic(Level level, String at, String message) {

    /** How bad a finding is, worst first. */
    public enum Level {
        /** No client can be generated from the document. */
        REFUSED,
        /** The generator failed, or the document contradicts itself where the client cannot work around it. */
        ERROR,
        /** Something of the document is missing from the client, or has another name there. */
        WARNING,
        /** Something was normalised without loss. */
        NOTE;

        /** The level's name in machine output: {@code refused}, {@code error}, {@code warning} or {@code note}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A finding of level {@link Level#WARNING}. */
    public static Diagnostic warning(String at, String message) {
        return new Diagnostic(Level.WARNING, at, message);
    }

    /** A finding of level {@link Level#NOTE}. */
    public static Diagnostic note(String at, String message) {
        return new Diagnostic(Level.NOTE, at, message);
    }

    @Override
    public String toString() {
        return level.text() + " " + at + ": " + message;
    }
}
