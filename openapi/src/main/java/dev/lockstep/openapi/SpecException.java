package dev.lockstep.openapi;

/** Thrown when a document is refused. The message reads {@code source:line: reason}. */
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final String pointer;
    private final String reason;

    /**
     * A refusal.
     *
     * @param source the document's name, as {@link SpecDocument#source()}
     * @param line 1-based, or 0 where no line can be named
     * @param pointer the place in the document, {@code #} for the whole
     * @param reason what is wrong, and what would be right, without the place
     */
    public SpecException(String source, int line, String pointer, String reason) {
        super((line > 0 ? source + ":" + line : source) + ": " + reason);
        this.source = source;
        this.line = line;
        this.pointer = pointer;
        this.reason = reason;
    }

    /** The document's name. */
    public String source() {
        return source;
    }

    /** The 1-based line, or 0 where none can be named. */
    public int line() {
        return line;
    }

    /** The place in the document, {@code #} for the whole. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong, without the place. */
    public String reason() {
        return reason;
    }

    /** The same as a finding of level {@link Diagnostic.Level#REFUSED}. */
    public Diagnostic diagnostic() {
        String place = line > 0 ? source + ":" + line : source;
        return new Diagnostic(
                Diagnostic.Level.REFUSED, pointer.equals(Pointer.ROOT) ? place : place + " " + pointer, reason);
    }
}
