package dev.lockstep.client.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;

/**
 * Carries what the application's own code threw (interceptors, DNS, bodies, executors) past OkHttp, which would throw it on a
 * thread of its own. Its message holds the name of that class only.
 */
final class ForeignFailure extends IOException {
    private static final long serialVersionUID = 1;

    ForeignFailure(Throwable thrown) {
        super(thrown.getClass().getName(), thrown);
    }

    /**
     * What an attempt threw, as an attempt's failure: I/O exceptions as they are, everything else carried. OkHttp 5 waits for
     * its racing connects in a queue, whose InterruptedException it lets through: it sets the thread's flag again.
     */
    static IOException of(Throwable thrown) {
        if (thrown instanceof IOException failure) {
            return failure;
        }
        if (thrown instanceof InterruptedException) {
            ForeignCode.keepInterrupt(thrown);
            return new InterruptedIOException("interrupted");
        }
        return new ForeignFailure(thrown);
    }

    /** What was thrown. */
    Throwable thrown() {
        return Objects.requireNonNull(getCause());
    }
}
