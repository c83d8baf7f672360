package dev.lockstep.client.internal;

import dev.lockstep.client.CallOptions;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.RetryPolicy;
import java.time.Duration;

/** What is in force for one call. Immutable. */
record CallPolicy(RetryClass retry, int attempts, RetryPolicy delays, Duration deadline, Duration attemptTimeout) {

    /** This policy under the options of a call. */
    CallPolicy under(CallOptions options) {
        RetryClass newRetry = options.retry();
        Integer newAttempts = options.attempts();
        Duration newDeadline = options.deadline();
        Duration newTimeout = options.attemptTimeout();
        if (newRetry == null && newAttempts == null && newDeadline == null && newTimeout == null) {
            return this;
        }
        return new CallPolicy(
                newRetry != null ? newRetry : retry,
                newAttempts != null ? newAttempts : attempts,
                delays,
                newDeadline != null ? newDeadline : deadline,
                newTimeout != null ? newTimeout : attemptTimeout);
    }
}
