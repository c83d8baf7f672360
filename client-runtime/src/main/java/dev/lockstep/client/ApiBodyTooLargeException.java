package dev.lockstep.client;

import java.util.List;

/** The vendor answered 2xx with a body over the cap, counted after decompression. The operation was carried out. */
public final class ApiBodyTooLargeException extends ApiException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final long limit;

    /**
     * For tests and for those who wrap calls.
     *
     * @param limit the cap in bytes
     */
    public ApiBodyTooLargeException(String operation, String message, List<Attempt> attempts, int status, long limit) {
        super(operation, message, null, attempts);
        this.status = status;
        this.limit = limit;
    }

    /** HTTP status, 200 to 299. */
    public int status() {
        return status;
    }

    /** The cap in bytes. */
    public long limit() {
        return limit;
    }
}
