package dev.lockstep.client.internal;

import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Phase;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.client.internal.AttemptResult.Stop;
import dev.lockstep.client.internal.CallResult.End;
import dev.lockstep.client.internal.SharedPause.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one call, without its threads: when to send, how long to wait, when to stop. Used by one thread at a
 * time, with a happens-before edge between them.
 */
final class CallRun {
    private final Engine engine;
    private final OperationSpec spec;
    private final Observation observation;
    private final CallOptions options;
    private final CallPolicy policy;
    private final boolean oneShot;
    private final long deadline;
    private final List<Attempt> attempts = new ArrayList<>(3);

    private Duration delay = Duration.ZERO;
    private long attemptStart;
    private int repetitions;
    private int lastCost;
    private boolean rotated;
    private @Nullable List<Stamp> refused;
    private @Nullable AttemptResult last;
    private List<Stamp> lastStamps = List.of();
    private boolean probing;
    private Duration pausedFor = Duration.ZERO;
    private final List<Stamp> usedStamps = new ArrayList<>(1);
    private End end = End.LAST_ATTEMPT;
    private String note = "";

    CallRun(
            Engine engine,
            OperationPlan plan,
            CallOptions options,
            CallPolicy policy,
            long timeoutNanos,
            boolean oneShot) {
        this.engine = engine;
        this.spec = plan.spec();
        this.observation = Observation.start(engine, plan.info());
        this.options = options;
        this.policy = policy;
        this.oneShot = oneShot;
        this.deadline = engine.timing().nanoTime() + timeoutNanos;
    }

    /** Before an attempt, and again after each wait. */
    Step next() {
        long now = engine.timing().nanoTime();
        long remaining = deadline - now;
        if (remaining <= 0) {
            note = "the deadline of " + words(policy.deadline()) + " was reached";
            end = last == null ? End.DEADLINE : End.LAST_ATTEMPT;
            return Step.DONE;
        }
        Pause pause = engine.pause().at(now);
        return pause == null ? Step.SEND : paused(pause, now, remaining);
    }

    /** Waits for the end of a pause, if that leaves a fifth of the time for the attempt; else nothing is sent. */
    private Step paused(Pause pause, long now, long remaining) {
        long left = pause.left(now);
        boolean tooLong =
                pause.asked() && left > policy.delays().maxRetryAfter().toNanos();
        if (!tooLong && left <= remaining - remaining / 5) {
            return waiting(Duration.ofNanos(left + pause.share((remaining - left) / 2)));
        }
        if (engine.pause().probe(now)) {
            probing = true;
            return Step.SEND;
        }
        pausedFor = Duration.ofNanos(left);
        note = tooLong
                ? "more than the limit of " + words(policy.delays().maxRetryAfter())
                : "the deadline of " + words(policy.deadline()) + " leaves no time for it";
        if (last != null) {
            note = "all calls pause for another " + words(pausedFor) + ", " + note;
        }
        end = last == null ? End.PAUSED : End.LAST_ATTEMPT;
        return Step.DONE;
    }

    /** What is left of the deadline in nanoseconds. */
    long remaining() {
        return Math.max(1, deadline - engine.timing().nanoTime());
    }

    /** Starts an attempt. */
    AttemptContext newAttempt() {
        attemptStart = engine.timing().nanoTime();
        Duration timeout = Duration.ofNanos(Math.min(policy.attemptTimeout().toNanos(), remaining()));
        return new AttemptContext(spec, options, engine.baseUrl(), timeout, engine.credentials(), refused);
    }

    /** An answer or failure came. Closes the answer if anything is thrown. */
    Step ended(AttemptContext context, AttemptResult result, Stop stop) {
        try {
            return judged(context, result, stop);
        } catch (Throwable e) {
            result.close();
            throw e;
        }
    }

    private Step judged(AttemptContext context, AttemptResult result, Stop stop) {
        if (result.failure() instanceof UnchangedCredential
                || (last != null && refused != null && result.failure() instanceof CredentialRefusal)) {
            return Step.DONE;
        }
        record(context, result);
        if (probing) {
            probing = false;
            probed(result);
        }
        if (result.success()) {
            engine.budget().refund(lastCost);
            return Step.DONE;
        }
        if (stop != Stop.NONE) {
            end = stop == Stop.CANCELED ? End.CANCELED : End.INTERRUPTED;
            return Step.DONE;
        }
        return afterFailure(result);
    }

    /** Ends the call between attempts, or in an attempt that never left its queue. */
    void stopped(End reason, String why) {
        end = reason;
        note = why;
    }

    /** Ends the call between attempts with what the application's code threw there. */
    void failed(Throwable thrown) {
        last = new AttemptResult(RetryRow.STOPPED, Phase.QUEUED, null, new ForeignFailure(thrown), null);
        end = End.LAST_ATTEMPT;
        note = "";
    }

    CallResult result() {
        return new CallResult(List.copyOf(attempts), last, end, note, pausedFor, List.copyOf(usedStamps), observation);
    }

    private void record(AttemptContext context, AttemptResult result) {
        Answer answer = result.answer();
        IOException failure = result.failure();
        Phase phase = result.phase();
        Attempt attempt = new Attempt(
                attempts.size() + 1,
                phase,
                answer != null ? answer.status() : context.recorder.status(),
                failure == null ? null : name(failure),
                delay,
                Duration.ofNanos(engine.timing().nanoTime() - attemptStart),
                result.row().ambiguous());
        attempts.add(attempt);
        last = result;
        List<Stamp> stamps = context.stamps;
        lastStamps = stamps == null ? List.of() : stamps;
        for (Stamp stamp : lastStamps) {
            if (usedStamps.stream().noneMatch(stamp::sameAs)) {
                usedStamps.add(stamp);
            }
        }
        refused = null;
        delay = Duration.ZERO;
        observation.attemptEnded(attempt);
    }

    /** Any answer but another 429 ends the pause; no answer leaves it. */
    private void probed(AttemptResult result) {
        Duration asked = result.retryAfter();
        if (result.row() != RetryRow.THROTTLED) {
            if (result.answer() != null) {
                engine.pause().end();
            }
        } else if (asked != null) {
            engine.pause()
                    .renew(engine.timing().nanoTime(), asked, engine.timing().random());
        }
    }

    private Step afterFailure(AttemptResult result) {
        RetryRow row = result.row();
        long now = engine.timing().nanoTime();
        Duration asked = row.throttled() ? result.retryAfter() : null;
        RetryPolicy delays = policy.delays();
        boolean tooLong = asked != null && asked.compareTo(delays.maxRetryAfter()) > 0;
        if (row == RetryRow.THROTTLED && asked != null) {
            engine.pause().extend(now, asked, true, engine.timing().random());
        }
        if (row == RetryRow.UNAUTHORIZED) {
            return afterUnauthorized();
        }
        if (!row.repeats(policy.retry())) {
            return Step.DONE;
        }
        if (oneShot) {
            note = "its request body can be sent only once";
            return Step.DONE;
        }
        if (attempts.size() >= policy.attempts()) {
            return Step.DONE;
        }
        Duration wait = Backoff.delay(
                delays, row.throttled(), repetitions, engine.timing().random());
        if (asked != null && (tooLong || asked.compareTo(Duration.ofNanos(deadline - now)) >= 0)) {
            note = "the vendor asks to wait " + words(asked)
                    + (tooLong
                            ? ", more than the limit of " + words(delays.maxRetryAfter())
                            : ", and the deadline is nearer");
            return Step.DONE;
        }
        if (asked != null && asked.compareTo(wait) > 0) {
            wait = asked;
        }
        if (wait.toNanos() >= deadline - now) {
            note = "the deadline of " + words(policy.deadline()) + " leaves no time to repeat it";
            return Step.DONE;
        }
        int cost = row.throttled() ? RetryBudget.THROTTLED_COST : RetryBudget.TRANSIENT_COST;
        if (!engine.budget().take(cost)) {
            note = "the client's retry budget is used up: too many of its calls fail";
            return Step.DONE;
        }
        lastCost = cost;
        repetitions++;
        return waiting(row == RetryRow.THROTTLED ? wait.plus(share(now, wait)) : wait);
    }

    /** Other calls wait as long as this one; those that wait together start one after another. */
    private Duration share(long now, Duration wait) {
        engine.pause().extend(now, wait, false, engine.timing().random());
        Pause pause = engine.pause().at(now);
        return pause == null ? Duration.ZERO : Duration.ofNanos(pause.share((deadline - now - wait.toNanos()) / 2));
    }

    /** Once, and at once: what counts is that the supplier gives something else now. */
    private Step afterUnauthorized() {
        if (rotated || oneShot || lastStamps.isEmpty() || attempts.size() >= policy.attempts()) {
            return Step.DONE;
        }
        rotated = true;
        refused = lastStamps;
        return Step.SEND;
    }

    private Step waiting(Duration wait) {
        delay = delay.plus(wait);
        return wait.isZero() ? next() : Step.waiting(wait);
    }

    private static String name(IOException failure) {
        return ForeignCode.name(failure instanceof ForeignFailure foreign ? foreign.thrown() : failure);
    }

    /** {@code 250 ms}, {@code 30 s}. */
    static String words(Duration duration) {
        if (duration.toNanosPart() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.compareTo(Duration.ofDays(1)) > 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
