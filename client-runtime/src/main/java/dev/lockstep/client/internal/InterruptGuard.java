package dev.lockstep.client.internal;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;

/**
 * Cancels an attempt the moment that the thread which blocks in it is interrupted. A socket's read and write would notice
 * the interrupt at their end only. The JDK offers one way to hear of an interrupt: to be the channel that the thread
 * blocks on; it costs a field write at either end.
 */
final class InterruptGuard extends AbstractInterruptibleChannel {
    private final Call call;

    InterruptGuard(Call call) {
        this.call = call;
    }

    /** Something that blocks on a socket. */
    @FunctionalInterface
    interface Blocking<T> {
        T run() throws IOException;
    }

    /** Runs what blocks on this thread. What came whole before an interrupt stays; the thread's flag stays set. */
    <T> T guard(Blocking<T> blocking) throws IOException {
        begin();
        try {
            return blocking.run();
        } finally {
            ignoreInterrupt();
        }
    }

    private void ignoreInterrupt() {
        try {
            end(true);
        } catch (AsynchronousCloseException interrupted) {
            // The flag tells it, to the call's loop and to the caller.
        }
    }

    /** Called once, by the thread that interrupts. */
    @Override
    protected void implCloseChannel() {
        call.cancel();
    }
}
