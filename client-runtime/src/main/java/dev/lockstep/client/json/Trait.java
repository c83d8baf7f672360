package dev.lockstep.client.json;

/** What a document says of a property beside its type. */
public enum Trait {
    NONE,
    /** Only the vendor sends it: builders do not demand it. */
    READ_ONLY,
    /** Only the client sends it: bodies that lack it are complete. Its value is masked in {@code toString}. */
    WRITE_ONLY,
    /** Its value is masked in {@code toString}. */
    SECRET
}
