package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lockstep.client.Attempt;
import dev.lockstep.client.CallInfo;
import dev.lockstep.client.CallListener;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.ClientDefinition;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.Phase;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.client.SecurityScheme;
import dev.lockstep.client.internal.AttemptResult.Stop;
import dev.lockstep.client.internal.CallResult.End;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions of one call, attempt by attempt, on a clock that stands still. */
class CallRunTest {
    private static final ClientDefinition ACME =
            ClientDefinition.builder("acme", "1").baseUrl("https://acme.test/").build();
    private static final OperationSpec SPEC = new OperationSpec(
            "end", "POST /end", RetryClass.ALWAYS, "", List.of(), Map.of(), Set.of("200"), BodyKind.NONE);
    private static final SecurityScheme KEY = SecurityScheme.bearer("key");
    private static final OkHttpClient HTTP = new OkHttpClient();

    private final ManualTiming timing = new ManualTiming();
    private final RetryBudget budget = new RetryBudget();
    private final SharedPause pause = new SharedPause();
    private RetryClass retry = RetryClass.ALWAYS;
    private int attempts = 3;
    private boolean oneShot;
    private RetryPolicy delays = RetryPolicy.defaults();
    private Duration deadline = Duration.ofSeconds(30);
    private final List<Attempt> told = new ArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            told.add(attempt);
        }
    };

    private CallRun run() {
        ClientInputs inputs = new ClientInputs(
                ACME,
                ClientSettings.defaults(),
                null,
                Set.of(),
                Set.of(),
                Map.of(),
                CallOptions.none(),
                Config.of(Map.of()),
                null,
                null,
                null,
                null,
                null,
                List.of());
        Engine engine = new Engine(
                ACME,
                HttpUrl.get(ACME.baseUrl()),
                HTTP,
                new CallPolicies(inputs, List.of(), List.of()),
                new CredentialSource("acme", Map.of(), Config.of(Map.of())),
                budget,
                pause,
                timing,
                event -> {},
                List.of(listener),
                "test");
        CallPolicy policy = new CallPolicy(retry, attempts, delays, deadline, seconds(10));
        return new CallRun(engine, engine.plan(SPEC), CallOptions.none(), policy, deadline.toNanos(), oneShot);
    }

    private long left() {
        SharedPause.Pause held = pause.at(timing.nanoTime());
        return held == null ? 0 : held.left(timing.nanoTime());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static AttemptResult status(int status, @Nullable Duration retryAfter) {
        Answer answer = new Answer(status, "", Protocol.HTTP_1_1, Headers.of(), null, ByteString.EMPTY, null, null);
        return new AttemptResult(
                RetryRow.ofStatus(status, retryAfter != null), Phase.COMPLETE, answer, null, retryAfter);
    }

    private static AttemptResult status(int status) {
        return status(status, null);
    }

    private static AttemptResult failure(RetryRow row, Phase phase, IOException failure) {
        return new AttemptResult(row, phase, null, failure, null);
    }

    private static Step end(CallRun run, AttemptResult result) {
        return run.ended(run.newAttempt(), result, Stop.NONE);
    }

    private static Step end(CallRun run, AttemptResult result, String key) {
        AttemptContext context = run.newAttempt();
        context.stamps = List.of(new Stamp(KEY, key));
        return run.ended(context, result, Stop.NONE);
    }

    private static void assertDone(Step step, CallRun run, End end, String note) {
        assertSame(Step.DONE, step);
        assertEquals(end, run.result().end());
        assertEquals(note, run.result().note());
    }

    private static void assertWait(Duration expected, Step step) {
        assertEquals(Step.waiting(expected), step);
    }

    @Test
    void sendsAtOnce() {
        assertSame(Step.SEND, run().next());
    }

    @Test
    void waitsForASharedPause() {
        CallRun run = run();
        pause.extend(timing.nanoTime(), seconds(2), true, 0);
        assertWait(seconds(2), run.next());
        timing.advance(seconds(2));
        assertSame(Step.SEND, run.next());
        assertSame(Step.DONE, end(run, status(200)));
        assertEquals(seconds(2), run.result().attempts().get(0).delay());
    }

    @Test
    void aPauseIsWaitedForIfAFifthOfTheTimeIsLeftThen() {
        CallRun run = run();
        pause.extend(timing.nanoTime(), seconds(24), true, 0);
        assertWait(seconds(24), run.next());
        pause.extend(timing.nanoTime(), seconds(24).plusNanos(1), true, 0);
        assertDone(run.next(), run, End.PAUSED, "the deadline of 30 s leaves no time for it");
        assertEquals(seconds(24).plusNanos(1), run.result().pause());
        assertNull(run.result().last());
    }

    @Test
    void aPauseAboveTheLimitIsNotWaitedForHoweverLongTheDeadline() {
        deadline = seconds(600);
        CallRun run = run();
        pause.extend(timing.nanoTime(), seconds(30), true, 0);
        assertWait(seconds(30), run.next());
        pause.extend(timing.nanoTime(), seconds(30).plusNanos(1), true, 0);
        assertDone(run.next(), run, End.PAUSED, "more than the limit of 30 s");
    }

    /** It is our own, and the limit is one for what vendors ask. */
    @Test
    void aBackOffAboveTheLimitIsWaitedFor() {
        delays = RetryPolicy.builder().maxRetryAfter(Duration.ZERO).build();
        assertWait(millis(500), end(run(), status(429)));
        CallRun other = run();
        Step step = other.next();
        assertEquals(Step.Kind.WAIT, step.kind());
    }

    @Test
    void aCallThatMayNotWaitKeepsItsLastAnswer() {
        CallRun run = run();
        assertWait(millis(100), end(run, status(500)));
        pause.extend(timing.nanoTime(), seconds(60), true, 0);
        assertDone(run.next(), run, End.LAST_ATTEMPT, "all calls pause for another 60 s, more than the limit of 30 s");
    }

    @Test
    void oneCallProbesALongPauseEvery30Seconds() {
        pause.extend(timing.nanoTime(), seconds(600), true, 0);
        timing.advance(seconds(29));
        assertSame(Step.DONE, run().next());
        timing.advance(seconds(1));
        CallRun probe = run();
        assertSame(Step.SEND, probe.next());
        assertSame(Step.DONE, run().next());
        assertSame(Step.DONE, end(probe, status(429, seconds(600))));
        assertEquals(seconds(600).toNanos(), left());
        timing.advance(seconds(30));
        assertSame(Step.SEND, run().next());
    }

    @Test
    void aProbesAnswerEndsThePause() {
        for (AttemptResult answer : List.of(status(200), status(404), status(401), status(503, seconds(9)))) {
            CallRun probe = probe();
            end(probe, answer);
            assertEquals(0, left(), "left after " + answer);
            assertSame(Step.SEND, run().next());
        }
    }

    @Test
    void aProbeWithoutAnAnswerLeavesThePause() {
        CallRun probe = probe();
        assertWait(millis(100), end(probe, failure(RetryRow.UNSENT, Phase.CONNECT, new ConnectException())));
        assertDone(
                probe.next(),
                probe,
                End.LAST_ATTEMPT,
                "all calls pause for another 570 s, more than the limit of 30 s");
        assertEquals(seconds(570).toNanos(), left());
    }

    @Test
    void aProbesOwn429SaysHowLongItIsNow() {
        CallRun probe = probe();
        assertWait(seconds(2), end(probe, status(429, seconds(2))));
        assertEquals(seconds(2).toNanos(), left());
        probe = probe();
        end(probe, status(429));
        assertEquals(seconds(570).toNanos(), left());
    }

    /** Only what was asked while the pause held says whether it still does. */
    @Test
    void theAnswerToAnEarlierRequestLeavesThePause() {
        CallRun earlier = run();
        earlier.next();
        pause.extend(timing.nanoTime(), seconds(60), true, 0);
        end(earlier, status(200));
        assertEquals(seconds(60).toNanos(), left());
    }

    private CallRun probe() {
        pause.end();
        pause.extend(timing.nanoTime(), seconds(600), true, 0);
        timing.advance(seconds(30));
        CallRun probe = run();
        assertSame(Step.SEND, probe.next());
        return probe;
    }

    @Test
    void callsThatWaitTogetherStartOneAfterAnother() {
        CallRun first = run();
        CallRun second = run();
        assertWait(seconds(1), end(first, status(429, seconds(1))));
        assertWait(seconds(1).plusNanos(236_067_977), end(second, status(429, seconds(1))));
        assertWait(seconds(1).plusNanos(1_472_135_954), run().next());
    }

    @Test
    void aPauseSpreadsItsCallersOverHalfOfTheTimeThatIsLeft() {
        deadline = seconds(10);
        pause.extend(timing.nanoTime(), seconds(6), true, 0);
        assertWait(seconds(6), run().next());
        assertWait(seconds(7).plusNanos(236_067_977), run().next());
    }

    @Test
    void aThrottledCallStartsInHalfOfTheTimeThatIsLeftAtMost() {
        deadline = seconds(4);
        CallRun first = run();
        CallRun second = run();
        timing.advance(seconds(1));
        assertWait(seconds(2), end(first, status(429, seconds(2))));
        assertWait(seconds(2).plusNanos(59_016_994), end(second, status(429, seconds(2))));
    }

    @Test
    void endsAtItsDeadline() {
        CallRun run = run();
        timing.advance(seconds(30).minusNanos(1));
        assertSame(Step.SEND, run.next());
        timing.advance(Duration.ofNanos(1));
        assertDone(run.next(), run, End.DEADLINE, "the deadline of 30 s was reached");
    }

    @Test
    void keepsTheLastAnswerWhenTheDeadlinePassesInAWait() {
        CallRun run = run();
        assertWait(millis(100), end(run, status(500)));
        timing.advance(seconds(30));
        assertDone(run.next(), run, End.LAST_ATTEMPT, "the deadline of 30 s was reached");
        assertEquals(1, run.result().attempts().size());
    }

    @Test
    void anAttemptHasItsOwnTimeOrWhatIsLeft() {
        CallRun run = run();
        assertEquals(seconds(10), run.newAttempt().attemptTimeout);
        timing.advance(seconds(25));
        assertEquals(seconds(5), run.newAttempt().attemptTimeout);
        assertEquals(seconds(5).toNanos(), run.remaining());
        timing.advance(seconds(25));
        assertEquals(1, run.remaining());
    }

    @Test
    void aSuccessEndsItAndGivesOneTokenBack() {
        budget.take(100);
        CallRun run = run();
        assertDone(end(run, status(200)), run, End.LAST_ATTEMPT, "");
        assertEquals(401, budget.tokens());
    }

    @Test
    void aSuccessGivesTheTokensOfItsRepetitionBack() {
        CallRun run = run();
        end(run, status(500));
        assertEquals(486, budget.tokens());
        end(run, status(429));
        assertEquals(481, budget.tokens());
        end(run, status(200));
        assertEquals(486, budget.tokens());
    }

    @Test
    void recordsEachAttempt() {
        CallRun run = run();
        AttemptContext context = run.newAttempt();
        timing.advance(millis(30));
        run.ended(context, failure(RetryRow.UNSENT, Phase.CONNECT, new ConnectException()), Stop.NONE);
        timing.advance(millis(100));
        context = run.newAttempt();
        timing.advance(millis(20));
        run.ended(context, status(500), Stop.NONE);
        context = run.newAttempt();
        run.ended(
                context,
                failure(RetryRow.STOPPED, Phase.QUEUED, new ForeignFailure(new IllegalStateException())),
                Stop.NONE);
        assertEquals(
                List.of(
                        new Attempt(1, Phase.CONNECT, 0, "ConnectException", Duration.ZERO, millis(30), false),
                        new Attempt(2, Phase.COMPLETE, 500, null, millis(100), millis(20), true),
                        new Attempt(3, Phase.QUEUED, 0, "IllegalStateException", millis(200), Duration.ZERO, false)),
                run.result().attempts());
        assertEquals(run.result().attempts(), told);
    }

    @Test
    void aStopFromOurSideIsNotRepeated() {
        CallRun run = run();
        Step step = run.ended(
                run.newAttempt(), failure(RetryRow.UNSENT, Phase.DNS, new IOException("Canceled")), Stop.CANCELED);
        assertDone(step, run, End.CANCELED, "");
        run = run();
        step = run.ended(run.newAttempt(), failure(RetryRow.UNSENT, Phase.DNS, new IOException()), Stop.INTERRUPTED);
        assertDone(step, run, End.INTERRUPTED, "");
        run = run();
        run.stopped(End.DEADLINE, "it waited for a slot");
        assertEquals(End.DEADLINE, run.result().end());
        assertEquals("it waited for a slot", run.result().note());
    }

    @Test
    void theRetryClassDecidesAboutAmbiguousFailures() {
        CallRun always = run();
        assertWait(millis(100), end(always, status(500)));
        assertWait(millis(200), end(always, status(502)));
        assertDone(end(always, status(504)), always, End.LAST_ATTEMPT, "");
        retry = RetryClass.ONLY_IF_UNSENT;
        CallRun unsent = run();
        assertWait(millis(100), end(unsent, failure(RetryRow.UNSENT, Phase.DNS, new IOException())));
        assertDone(end(unsent, status(500)), unsent, End.LAST_ATTEMPT, "");
        assertEquals(2, unsent.result().attempts().size());
    }

    @Test
    void aJitterOfZeroSendsAtOnceUnlessAllPause() {
        timing.random(0);
        CallRun run = run();
        assertSame(Step.SEND, end(run, status(500)));
        pause.extend(timing.nanoTime(), seconds(1), true, 0);
        assertWait(seconds(1), end(run, status(500)));
    }

    @Test
    void theLongerOfBackOffAndRetryAfterCounts() {
        assertWait(seconds(2), end(run(), status(503, seconds(2))));
        assertWait(millis(500), end(run(), status(503, millis(499))));
        assertWait(millis(501), end(run(), status(503, millis(501))));
        assertWait(millis(500), end(run(), status(503, Duration.ZERO)));
    }

    @Test
    void aRetryAfterUpTo30SecondsIsWaitedFor() {
        CallRun run = run();
        Duration most = seconds(30);
        assertDone(
                end(run, status(429, most.plusNanos(1))),
                run,
                End.LAST_ATTEMPT,
                "the vendor asks to wait 30000 ms, more than the limit of 30 s");
        assertEquals(most.plusNanos(1).toNanos(), left());
        pause.end();
        run = run();
        assertDone(
                end(run, status(429, most)),
                run,
                End.LAST_ATTEMPT,
                "the vendor asks to wait 30 s, and the deadline is nearer");
        assertEquals(most.toNanos(), left());
    }

    @Test
    void aRetryAfterBeforeTheDeadlineIsWaitedFor() {
        timing.random(0);
        CallRun run = run();
        timing.advance(seconds(20));
        assertWait(seconds(10).minusNanos(1), end(run, status(503, seconds(10).minusNanos(1))));
        run = run();
        timing.advance(seconds(20));
        assertDone(
                end(run, status(503, seconds(10))),
                run,
                End.LAST_ATTEMPT,
                "the vendor asks to wait 10 s, and the deadline is nearer");
    }

    @Test
    void aBackOffBeforeTheDeadlineIsBegun() {
        CallRun run = run();
        timing.advance(seconds(30).minus(millis(100)).minusNanos(1));
        assertWait(millis(100), end(run, status(500)));
        run = run();
        timing.advance(seconds(30).minus(millis(100)));
        assertDone(end(run, status(500)), run, End.LAST_ATTEMPT, "the deadline of 30 s leaves no time to repeat it");
        assertEquals(486, budget.tokens());
    }

    @Test
    void a429PausesTheOtherCalls() {
        CallRun run = run();
        assertWait(millis(500), end(run, status(429)));
        assertEquals(millis(500).toNanos(), left());
        timing.advance(millis(500));
        assertWait(seconds(3), end(run, status(429, seconds(3))));
        timing.advance(seconds(1));
        assertEquals(seconds(2).toNanos(), left());
        timing.advance(seconds(2));
        end(run, status(429, seconds(4)));
        assertEquals(seconds(4).toNanos(), left());
    }

    @Test
    void a503PausesNobodyElse() {
        assertWait(seconds(3), end(run(), status(503, seconds(3))));
        assertEquals(0, left());
    }

    @Test
    void theRetryAfterOfOtherStatusesIsNotWaitedFor() {
        assertWait(millis(100), end(run(), status(500, seconds(9))));
        assertWait(millis(100), end(run(), status(408, seconds(60))));
    }

    @Test
    void aOneShotBodyIsNotRepeated() {
        oneShot = true;
        CallRun run = run();
        assertDone(end(run, status(500)), run, End.LAST_ATTEMPT, "its request body can be sent only once");
        run = run();
        assertDone(end(run, status(404)), run, End.LAST_ATTEMPT, "");
        run = run();
        assertDone(end(run, status(401), "a"), run, End.LAST_ATTEMPT, "");
    }

    @Test
    void anEmptyBudgetEndsIt() {
        budget.take(487);
        CallRun run = run();
        assertDone(
                end(run, status(500)),
                run,
                End.LAST_ATTEMPT,
                "the client's retry budget is used up: too many of its calls fail");
        assertEquals(13, budget.tokens());
        assertWait(millis(500), end(run(), status(429)));
        assertEquals(8, budget.tokens());
    }

    @Test
    void a401IsRepeatedOnceWithOtherCredentials() {
        CallRun run = run();
        assertSame(Step.SEND, end(run, status(401), "a"));
        AttemptContext second = run.newAttempt();
        assertEquals("a", second.refused == null ? null : second.refused.get(0).value());
        second.stamps = List.of(new Stamp(KEY, "b"));
        assertSame(Step.DONE, run.ended(second, status(401), Stop.NONE));
        assertEquals(2, run.result().attempts().size());
        assertEquals(List.of("a", "b"), run.result().secrets());
        assertNull(run.newAttempt().refused);
    }

    @Test
    void a401StandsWithoutCredentialsOrAttempts() {
        assertSame(Step.DONE, end(run(), status(401)));
        attempts = 1;
        assertSame(Step.DONE, end(run(), status(401), "a"));
    }

    @Test
    void the401StandsWhenItsCredentialIsTheSameOrCannotBeHad() {
        for (IOException none : new IOException[] {new UnchangedCredential(), new CredentialRefusal("gone")}) {
            CallRun run = run();
            end(run, status(401), "a");
            assertSame(Step.DONE, end(run, failure(RetryRow.STOPPED, Phase.QUEUED, none)));
            assertEquals(1, run.result().attempts().size());
            assertEquals(401, run.result().attempts().get(0).status());
        }
    }

    @Test
    void aCredentialThatCannotBeHadIsAnAttemptOtherwise() {
        AttemptResult refusal = failure(RetryRow.STOPPED, Phase.QUEUED, new CredentialRefusal("none"));
        CallRun run = run();
        assertSame(Step.DONE, end(run, refusal));
        assertEquals(1, run.result().attempts().size());
        run = run();
        end(run, status(500));
        assertSame(Step.DONE, end(run, refusal));
        assertEquals(2, run.result().attempts().size());
    }

    @Test
    void durationsInWords() {
        assertEquals("30 s", CallRun.words(seconds(30)));
        assertEquals("250 ms", CallRun.words(millis(250)));
        assertEquals("86400 s", CallRun.words(Duration.ofDays(1).plusNanos(1)));
        assertEquals("86399999 ms", CallRun.words(Duration.ofDays(1).minusMillis(1)));
        assertEquals("172800 s", CallRun.words(Duration.ofDays(2).plusMillis(5)));
    }
}
