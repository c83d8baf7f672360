package dev.lockstep.openapi;

/**
 * What a document may cost to read. Each limit is several times what the largest published documents need, and low enough
 * that a hostile one is refused within a second or two.
 */
final class Limits {
    /** Characters of a document; vendors' largest are near 10 million. */
    static final int TEXT = 32 * 1024 * 1024;

    /** Characters of one scalar; a pattern of a million characters is still read. */
    static final int SCALAR = 2 * 1024 * 1024;

    /** Nested mappings and sequences. */
    static final int DEPTH = 400;

    /** Entries of one mapping or sequence. */
    static final int ENTRIES = 100_000;

    /** Scalars, mappings and sequences together, those that aliases repeat included. */
    static final int NODES = 4_000_000;

    /** YAML aliases; real documents have a dozen. */
    static final int ALIASES = 1_000;

    /** Nodes that aliases repeat. */
    static final int ALIASED_NODES = 200_000;

    /** Operations of a document; vendors' largest have a few thousand. */
    static final int OPERATIONS = 20_000;

    /** Digits of a number, and the largest power of ten that is kept exactly. */
    static final int DIGITS = 1_000;

    /** Schemas that lead to each other in a row, through references; vendors' longest rows have two dozen. */
    static final int NESTED = 2_000;

    private Limits() {}
}
