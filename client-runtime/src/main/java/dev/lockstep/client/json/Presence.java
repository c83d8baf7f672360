package dev.lockstep.client.json;

/** What a model holds for one of its properties. */
public enum Presence {
    /** The property was not in the body, or not set on the builder. */
    ABSENT,
    /** The property is there and is JSON {@code null}. */
    NULL,
    /** The property is there with a value of its documented type. */
    VALUE,
    /** The property is there with a value of another type: its accessor throws, its raw JSON is kept. */
    INVALID
}
