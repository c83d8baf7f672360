package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the retry table that are statuses, under both retry classes. */
class RetryTableTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    /** Status, Retry-After, requests under only-if-unsent, requests under always, whether it leaves the outcome open. */
    static Stream<Arguments> rows() {
        return Stream.of(
                        row(429, null, 3, 3, false),
                        row(429, "2", 3, 3, false),
                        row(429, "nonsense", 3, 3, false),
                        row(503, "1", 3, 3, false),
                        row(503, null, 1, 3, true),
                        row(503, "nonsense", 1, 3, true),
                        row(408, null, 3, 3, false),
                        row(500, null, 1, 3, true),
                        row(502, null, 1, 3, true),
                        row(504, null, 1, 3, true),
                        row(501, null, 1, 1, false),
                        row(505, null, 1, 1, false),
                        row(301, null, 1, 1, false),
                        row(302, null, 1, 1, false),
                        row(304, null, 1, 1, false),
                        row(307, null, 1, 1, false),
                        row(400, null, 1, 1, false),
                        row(401, null, 1, 1, false),
                        row(403, null, 1, 1, false),
                        row(404, null, 1, 1, false),
                        row(407, null, 1, 1, false),
                        row(409, null, 1, 1, false),
                        row(421, null, 1, 1, false),
                        row(422, null, 1, 1, false))
                .flatMap(row -> Stream.of(Mode.values()).map(mode -> {
                    @Nullable Object[] with = java.util.Arrays.copyOf(row, row.length + 1);
                    with[row.length] = mode;
                    return Arguments.of(with);
                }));
    }

    private static @Nullable Object[] row(
            int status, @Nullable String retryAfter, int unsent, int always, boolean ambiguous) {
        return new @Nullable Object[] {status, retryAfter, unsent, always, ambiguous};
    }

    private static MockResponse.Builder answer(int status, @Nullable String retryAfter) {
        MockResponse.Builder answer = Vendor.status(status).addHeader("Location", "https://evil.example/");
        return retryAfter == null ? answer : answer.addHeader("Retry-After", retryAfter);
    }

    @ParameterizedTest(name = "{0} Retry-After {1}: {2} requests, {5}")
    @MethodSource("rows")
    void onlyIfUnsent(int status, @Nullable String retryAfter, int unsent, int always, boolean ambiguous, Mode mode) {
        check(status, retryAfter, unsent, ambiguous, mode, RetryClass.ONLY_IF_UNSENT);
    }

    @ParameterizedTest(name = "{0} Retry-After {1}: {3} requests, {5}")
    @MethodSource("rows")
    void always(int status, @Nullable String retryAfter, int unsent, int always, boolean ambiguous, Mode mode) {
        check(status, retryAfter, always, ambiguous, mode, RetryClass.ALWAYS);
    }

    private void check(
            int status, @Nullable String retryAfter, int requests, boolean ambiguous, Mode mode, RetryClass retry) {
        for (int i = 0; i < requests; i++) {
            vendor.enqueue(answer(status, retryAfter));
        }
        ApiCall<Void> call = vendor.client()
                .service()
                .end("c1")
                .with(CallOptions.builder().retry(retry).build());
        ApiStatusException failure = vendor.run(mode, call).failed(ApiStatusException.class);
        assertEquals(status, failure.status());
        assertEquals(ambiguous, failure.ambiguous());
        assertEquals(requests, failure.attempts().size());
        assertEquals(ambiguous && requests > 1, failure.priorAttemptAmbiguous());
        vendor.assertRequests(requests);
        assertEquals(Math.max(0, requests - 1), vendor.timing.waits().size());
        assertTrue(failure.attempts().stream().allMatch(attempt -> attempt.status() == status));
        assertTrue(failure.attempts().stream().allMatch(attempt -> attempt.phase() == Phase.COMPLETE));
    }

    @ParameterizedTest
    @EnumSource
    void transientDelaysGrowFrom200Ms(Mode mode) {
        vendor.enqueue(Vendor.status(500), Vendor.status(500), Vendor.conversation());
        Outcome<Conversation> outcome =
                vendor.run(mode, vendor.client().service().stop());
        assertEquals("c1", outcome.success().body().id());
        vendor.assertWaits(100, 200);
        assertEquals(Duration.ofMillis(100), outcome.attempts().get(1).delay());
        assertEquals(Duration.ofMillis(200), outcome.attempts().get(2).delay());
    }

    @ParameterizedTest
    @EnumSource
    void throttledDelaysGrowFrom1S(Mode mode) {
        vendor.enqueue(Vendor.status(429), Vendor.status(429), Vendor.status(200));
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(500, 1000);
    }

    /** The vendor gave up waiting for the request; it did not ask for less traffic. */
    @ParameterizedTest
    @EnumSource
    void aRequestTimeoutWaitsAsATransientFailure(Mode mode) {
        vendor.enqueue(Vendor.status(408), Vendor.status(408), Vendor.status(200));
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(100, 200);
    }

    @ParameterizedTest
    @EnumSource
    void delaysEndAt5S(Mode mode) {
        vendor.timing.random(0.999);
        for (int i = 0; i < 6; i++) {
            vendor.enqueue(Vendor.status(429));
        }
        FixtureClient client = vendor.build(
                vendor.builder().retry(RetryPolicy.builder().attempts(6).build()));
        vendor.run(mode, client.service().end("c1")).failed(ApiTooManyRequestsException.class);
        vendor.assertWaits(999, 1998, 3996, 4995, 4995);
    }

    @ParameterizedTest
    @EnumSource
    void aJitterOfZeroWaitsForNothing(Mode mode) {
        vendor.timing.random(0);
        vendor.enqueue(Vendor.status(500), Vendor.conversation());
        vendor.run(mode, vendor.client().service().stop()).success();
        vendor.assertWaits();
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void conflictAfterAnAmbiguousAttemptSaysSo(Mode mode) {
        vendor.enqueue(Vendor.status(500), Vendor.status(409));
        ApiConflictException failure =
                vendor.run(mode, vendor.client().service().stop()).failed(ApiConflictException.class);
        assertTrue(failure.priorAttemptAmbiguous());
        assertTrue(failure.ambiguous());
        assertEquals(
                "acme stopConversation: 409 after 2 attempts; the vendor may have carried the operation out",
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"400, SYNC", "400, ASYNC", "404, SYNC", "404, ASYNC"})
    void otherDefiniteAnswersAfterAnAmbiguousAttemptSaySoToo(int status, Mode mode) {
        vendor.enqueue(Vendor.status(500), Vendor.status(status));
        ApiStatusException failure =
                vendor.run(mode, vendor.client().service().stop()).failed(ApiStatusException.class);
        assertEquals(status, failure.status());
        assertTrue(failure.priorAttemptAmbiguous());
    }

    @ParameterizedTest
    @EnumSource
    void conflictAlonehasNoAmbiguousPast(Mode mode) {
        vendor.enqueue(Vendor.status(409));
        ApiConflictException failure =
                vendor.run(mode, vendor.client().service().stop()).failed(ApiConflictException.class);
        assertFalse(failure.priorAttemptAmbiguous());
        assertFalse(failure.ambiguous());
        assertEquals("acme stopConversation: 409", failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void anOperationCanBeOptedIn(Mode mode) {
        vendor.enqueue(Vendor.status(502), Vendor.status(200));
        FixtureClient client = vendor.build(vendor.builder()
                .operation(
                        "endConversation",
                        CallOptions.builder().retry(RetryClass.ALWAYS).build()));
        vendor.run(mode, client.service().end("c1")).success();
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void oneAttemptMeansOne(Mode mode) {
        vendor.enqueue(Vendor.status(429));
        FixtureClient client = vendor.build(vendor.builder().retry(RetryPolicy.none()));
        vendor.run(mode, client.service().end("c1")).failed(ApiTooManyRequestsException.class);
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void aOneShotBodyIsSentOnce(Mode mode) {
        vendor.enqueue(Vendor.status(503).addHeader("Retry-After", "1"));
        okhttp3.RequestBody oneShot = new okhttp3.RequestBody() {
            @Override
            public okhttp3.@Nullable MediaType contentType() {
                return null;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(okio.BufferedSink sink) throws java.io.IOException {
                sink.writeUtf8("once");
            }
        };
        ApiServerException failure =
                vendor.run(mode, vendor.client().service().upload(oneShot)).failed(ApiServerException.class);
        assertEquals("acme upload: 503 (its request body can be sent only once)", failure.getMessage());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void theBudgetEndsRepetitionsForAllCalls(Mode mode) {
        FixtureClient client = vendor.client();
        // 500 tokens, 14 a transient repetition: 35 of them, 10 tokens are left.
        int requests = 0;
        for (int i = 0; i < 17; i++) {
            vendor.enqueue(Vendor.status(500), Vendor.status(500), Vendor.status(500));
            vendor.run(mode, client.service().stop()).failed(ApiServerException.class);
            requests += 3;
        }
        vendor.enqueue(Vendor.status(500), Vendor.status(500));
        ApiServerException last = vendor.run(mode, client.service().stop()).failed(ApiServerException.class);
        assertEquals(
                "acme stopConversation: 500 after 2 attempts (the client's retry budget is used up: too many of its"
                        + " calls fail); the vendor may have carried the operation out",
                last.getMessage());
        vendor.assertRequests(requests + 2);
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, client.service().stop()).success();
        vendor.assertRequests(requests + 3);
    }

    @ParameterizedTest
    @EnumSource
    void theBudgetIsOfOneClient(Mode mode) {
        CallOptions twice = CallOptions.builder().attempts(2).build();
        FixtureClient client = vendor.client();
        // 500 tokens last for 35 repetitions at 14; the 36th call has one attempt.
        for (int i = 0; i < 71; i++) {
            vendor.enqueue(Vendor.status(500));
        }
        for (int i = 0; i < 36; i++) {
            vendor.run(mode, client.service().stop().with(twice)).failed(ApiServerException.class);
        }
        vendor.assertRequests(71);
        vendor.enqueue(Vendor.status(500), Vendor.conversation());
        vendor.run(mode, vendor.client().service().stop()).success();
        vendor.assertRequests(73);
    }

    @ParameterizedTest
    @EnumSource
    void noIdempotencyKeyWhereNoHeaderIsNamed(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation(), Vendor.conversation());
        FixtureClient client = vendor.client();
        vendor.run(mode, client.service().stop()).success();
        vendor.run(mode, client.service().createSafely(new Conversation("c1", null)))
                .success();
        assertEquals(null, vendor.request().getHeaders().get("Idempotency-Key"));
        assertEquals(null, vendor.request().getHeaders().get("Idempotency-Key"));
    }

    @ParameterizedTest
    @EnumSource
    void theIdempotencyKeyIsTheSameInAllAttemptsAndNewInEachCall(Mode mode) throws Exception {
        vendor.enqueue(Vendor.status(429), Vendor.conversation(), Vendor.conversation());
        ApiCall<Conversation> call = vendor.client().service().create(new Conversation("c1", null));
        vendor.run(mode, call).success();
        vendor.run(mode, call.clone()).success();
        String first = vendor.request().getHeaders().get("Idempotency-Key");
        String second = vendor.request().getHeaders().get("Idempotency-Key");
        String third = vendor.request().getHeaders().get("Idempotency-Key");
        assertEquals(36, first.length());
        assertEquals(first, second);
        assertFalse(first.equals(third));
    }
}
