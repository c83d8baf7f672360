package dev.lockstep.generator.lock;

/** Thrown when a vendor's folder differs from its lock. The message lists every file and what to run. */
public final class LockMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * With the verification's message.
     *
     * @param verification one with mismatches
     */
    public LockMismatchException(LockVerifier.Verification verification) {
        super(verification.message());
    }
}
