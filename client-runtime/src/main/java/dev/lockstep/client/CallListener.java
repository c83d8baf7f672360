package dev.lockstep.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of attempts and calls. Called on the calling or an HTTP thread; must not block. What it throws is logged and dropped. */
public interface CallListener {
    /**
     * An attempt ended.
     *
     * @param operation the operation's Java name
     */
    default void attemptEnded(String vendor, String operation, Attempt attempt) {}

    /**
     * A call ended.
     *
     * @param operation the operation's Java name
     * @param failure what the caller gets thrown, or null for a success
     */
    default void callEnded(String vendor, String operation, List<Attempt> attempts, @Nullable Throwable failure) {}
}
