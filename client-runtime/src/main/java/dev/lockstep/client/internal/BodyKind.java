package dev.lockstep.client.internal;

import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.EventStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** How a success body is treated; follows from the declared type. */
enum BodyKind {
    /** {@code Void}: never parsed; the status line is the whole answer. */
    NONE,
    /** Read within the attempt and decoded as JSON. */
    JSON,
    /** {@code String}: read within the attempt; text unless the media type is JSON. */
    TEXT,
    /** Handed over as a stream. */
    BINARY,
    /** Handed over as a stream of events. */
    EVENTS;

    static BodyKind of(Type type) {
        if (type == Void.class) {
            return NONE;
        }
        if (type == String.class) {
            return TEXT;
        }
        if (type == BinaryBody.class) {
            return BINARY;
        }
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == EventStream.class) {
            return EVENTS;
        }
        return JSON;
    }

    boolean streamed() {
        return this == BINARY || this == EVENTS;
    }
}
