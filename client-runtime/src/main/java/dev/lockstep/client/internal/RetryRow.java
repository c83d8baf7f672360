package dev.lockstep.client.internal;

import dev.lockstep.client.RetryClass;

/** The retry table: what kind of failure is repeated under which class, and what it leaves open. */
enum RetryRow {
    /** DNS, refused, connect timeout, TLS I/O, a refused or never opened HTTP/2 stream: the vendor saw nothing. */
    UNSENT(Repeat.ALWAYS, Cost.TRANSIENT, false),
    /** The peer is not who it should be, or a proxy refuses us. */
    DISTRUST(Repeat.NEVER, Cost.TRANSIENT, false),
    /** 429. */
    THROTTLED(Repeat.ALWAYS, Cost.THROTTLED, false),
    /** 503 with a valid Retry-After. The vendor asks for the repetition; the risk that it did the work is documented. */
    UNAVAILABLE_UNTIL(Repeat.ALWAYS, Cost.THROTTLED, false),
    /** 408: the vendor gave up waiting for the request. */
    REQUEST_TIMEOUT(Repeat.ALWAYS, Cost.TRANSIENT, false),
    /** 5xx but for the rows above and below, and any failure after the request's first byte. */
    UNCERTAIN(Repeat.IF_SAFE, Cost.TRANSIENT, true),
    /** 401: repeated once, at once, if the credential supplier now gives another value. */
    UNAUTHORIZED(Repeat.IF_ROTATED, Cost.TRANSIENT, false),
    /** A definite answer: 2xx however it decodes, 3xx, other 4xx, 501, 505. */
    FINAL(Repeat.NEVER, Cost.TRANSIENT, false),
    /** Stopped from our side before the vendor saw anything. */
    STOPPED(Repeat.NEVER, Cost.TRANSIENT, false),
    /** Stopped from our side with the request on its way. */
    STOPPED_UNCERTAIN(Repeat.NEVER, Cost.TRANSIENT, true);

    private enum Repeat {
        NEVER,
        ALWAYS,
        IF_SAFE,
        IF_ROTATED
    }

    private enum Cost {
        TRANSIENT,
        THROTTLED
    }

    private final Repeat repeat;
    private final Cost cost;
    private final boolean ambiguous;

    RetryRow(Repeat repeat, Cost cost, boolean ambiguous) {
        this.repeat = repeat;
        this.cost = cost;
        this.ambiguous = ambiguous;
    }

    /** Whether the failure is repeated after a delay under this class. */
    boolean repeats(RetryClass retry) {
        return repeat == Repeat.ALWAYS || (repeat == Repeat.IF_SAFE && retry == RetryClass.ALWAYS);
    }

    /** Whether the vendor asked for less traffic. */
    boolean throttled() {
        return cost == Cost.THROTTLED;
    }

    /** Whether the vendor may have carried the operation out without the caller learning so. */
    boolean ambiguous() {
        return ambiguous;
    }

    /** The row of an answer. */
    static RetryRow ofStatus(int status, boolean validRetryAfter) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 408 -> REQUEST_TIMEOUT;
            case 429 -> THROTTLED;
            case 503 -> validRetryAfter ? UNAVAILABLE_UNTIL : UNCERTAIN;
            case 501, 505 -> FINAL;
            default -> status >= 500 ? UNCERTAIN : FINAL;
        };
    }
}
