package dev.lockstep.client.observe;

import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.DriftListener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs calls with SLF4J, one line each: attempts and successes as DEBUG, failures as WARN. Lines hold the kind of a failure, not
 * its message, which may quote the vendor's answer.
 */
public final class Slf4jListener implements CallListener {
    private final Logger logger;

    /** Logs to the logger {@code dev.lockstep.calls}. */
    public Slf4jListener() {
        this(LoggerFactory.getLogger("dev.lockstep.calls"));
    }

    /** Logs to this logger. */
    public Slf4jListener(Logger logger) {
        this.logger = Objects.requireNonNull(logger, "logger");
    }

    /**
     * A drift listener whose lines are warnings of the logger {@code dev.lockstep.drift}, where the default one uses the
     * platform's logging.
     */
    public static DriftListener drift() {
        return DriftListener.logging(LoggerFactory.getLogger("dev.lockstep.drift")::warn);
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        logger.debug("{}: attempt {}", call, attempt);
    }

    @Override
    public void callEnded(CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
        if (failure == null) {
            logger.debug("{}: {}, {}", call, Outcome.lastStatus(attempts), words(attempts, duration));
        } else {
            int status = Outcome.lastStatus(attempts);
            logger.warn(
                    "{}: {}{}, {}{}",
                    call,
                    failure.getClass().getSimpleName(),
                    status == 0 ? "" : " " + status,
                    words(attempts, duration),
                    Outcome.ambiguous(failure) ? "; the vendor may have carried the operation out" : "");
        }
    }

    private static String words(List<Attempt> attempts, Duration duration) {
        return attempts.size() + (attempts.size() == 1 ? " attempt, " : " attempts, ") + duration.toMillis() + " ms";
    }
}
