package dev.lockstep.client;

/** How far an attempt came. The order is the order of an HTTP exchange. */
public enum Phase {
    /** Nothing was done on the network: a credential was missing, or the call waited for a free connection slot. */
    QUEUED,
    /** Looking the host up. */
    DNS,
    /** Opening a TCP connection, or asking a proxy for a tunnel. */
    CONNECT,
    /** TLS handshake. */
    TLS,
    /** A connection is there; not one byte of the request has been written. */
    CONNECTED,
    /** Writing the request's head. From here on the vendor may have seen the request. */
    REQUEST_HEAD,
    /** Writing the request's body. */
    REQUEST_BODY,
    /** The request is written; waiting for the first byte of the answer, or reading its head. */
    RESPONSE_HEAD,
    /** Reading the answer's body. */
    RESPONSE_BODY,
    /** The answer was read as far as the call needs it. */
    COMPLETE;

    /** Whether the vendor may have seen (a part of) the request in this phase. */
    public boolean mayHaveReachedVendor() {
        return compareTo(REQUEST_HEAD) >= 0;
    }
}
