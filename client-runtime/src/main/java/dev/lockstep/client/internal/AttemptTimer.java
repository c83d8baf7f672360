package dev.lockstep.client.internal;

import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * A limit that OkHttp's call timeout does not give: it counts the time in the dispatcher's queue, and ends with the
 * answer's head where the body is streamed.
 */
final class AttemptTimer extends AsyncTimeout {
    private final Runnable onTimeout;
    private volatile boolean fired;

    AttemptTimer(long nanos, Runnable onTimeout) {
        this.onTimeout = onTimeout;
        timeout(nanos, TimeUnit.NANOSECONDS);
    }

    boolean fired() {
        return fired;
    }

    @Override
    protected void timedOut() {
        fired = true;
        onTimeout.run();
    }
}
