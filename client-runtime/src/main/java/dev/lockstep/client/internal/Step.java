package dev.lockstep.client.internal;

import java.time.Duration;

/** What a call does next. */
record Step(Kind kind, Duration delay) {
    static final Step SEND = new Step(Kind.SEND, Duration.ZERO);
    static final Step DONE = new Step(Kind.DONE, Duration.ZERO);

    enum Kind {
        SEND,
        WAIT,
        DONE
    }

    static Step waiting(Duration delay) {
        return new Step(Kind.WAIT, delay);
    }
}
