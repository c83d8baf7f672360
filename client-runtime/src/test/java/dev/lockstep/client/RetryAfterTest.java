package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a vendor's Retry-After is waited for. */
class RetryAfterTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private void throttled(String retryAfter) {
        vendor.enqueue(Vendor.status(429).addHeader("Retry-After", retryAfter), Vendor.status(200));
    }

    @ParameterizedTest
    @EnumSource
    void secondsAreWaitedFor(Mode mode) {
        throttled("2");
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(2000);
    }

    @ParameterizedTest
    @EnumSource
    void zeroWaitsForTheBackOff(Mode mode) {
        throttled("0");
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(500);
    }

    @ParameterizedTest
    @EnumSource
    void aDateIsReadAgainstTheResponsesOwn(Mode mode) {
        vendor.enqueue(
                Vendor.status(429)
                        .addHeader("Date", "Sun, 01 Jan 2023 00:00:00 GMT")
                        .addHeader("Retry-After", "Sun, 01 Jan 2023 00:00:07 GMT"),
                Vendor.status(200));
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(7000);
    }

    @ParameterizedTest
    @EnumSource
    void aDateWithoutOneIsReadAgainstTheClock(Mode mode) {
        throttled("Sun, 01 Mar 2026 12:00:09 GMT");
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(9000);
    }

    @ParameterizedTest
    @EnumSource
    void aPastDateWaitsForTheBackOff(Mode mode) {
        throttled("Sun, 01 Jan 2023 00:00:00 GMT");
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(500);
    }

    @ParameterizedTest
    @EnumSource
    void aHugeNumberFailsAtOnceAndIsCarried(Mode mode) {
        vendor.enqueue(Vendor.status(429).addHeader("Retry-After", "99999999999"));
        ApiTooManyRequestsException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiTooManyRequestsException.class);
        assertEquals(Duration.ofSeconds(9223372036L), failure.retryAfter());
        assertEquals(
                "acme endConversation: 429 (the vendor asks to wait 9223372036 s, more than the limit of 30 s)",
                failure.getMessage());
        assertEquals("99999999999", failure.headers().get("Retry-After"));
        vendor.assertWaits();
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void moreThanTheDeadlineLeavesFailsAtOnce(Mode mode) {
        vendor.enqueue(Vendor.status(503).addHeader("Retry-After", "20"));
        ApiServerException failure = vendor.run(
                        mode,
                        vendor.client()
                                .service()
                                .end("c1")
                                .with(CallOptions.builder()
                                        .deadline(Duration.ofSeconds(15))
                                        .build()))
                .failed(ApiServerException.class);
        assertEquals(Duration.ofSeconds(20), failure.retryAfter());
        assertEquals(
                "acme endConversation: 503 (the vendor asks to wait 20 s, and the deadline is nearer)",
                failure.getMessage());
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void garbageIsNoRetryAfter(Mode mode) {
        throttled("in a while");
        vendor.run(mode, vendor.client().service().end("c1")).success();
        vendor.assertWaits(500);
    }

    @ParameterizedTest
    @EnumSource
    void on503ZeroIsRepeatedByUsAndNotByOkHttp(Mode mode) {
        for (int i = 0; i < 3; i++) {
            vendor.enqueue(Vendor.status(503).addHeader("Retry-After", "0"));
        }
        ApiServerException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiServerException.class);
        assertEquals(3, failure.attempts().size());
        assertEquals("0", failure.headers().get("Retry-After"));
        vendor.assertRequests(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessHasNone(Mode mode) {
        vendor.enqueue(Vendor.conversation().addHeader("Retry-After", "5"));
        ApiResponse<Conversation> response =
                vendor.run(mode, vendor.client().service().get()).success();
        assertEquals("5", response.headers().get("Retry-After"));
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void otherCallsPauseToo(Mode mode) {
        FixtureClient client = vendor.build(vendor.builder().retry(RetryPolicy.none()));
        vendor.enqueue(Vendor.status(429).addHeader("Retry-After", "4"), Vendor.conversation());
        vendor.run(mode, client.service().end("c1")).failed(ApiTooManyRequestsException.class);
        Outcome<Conversation> other = vendor.run(mode, client.service().get());
        assertEquals(Duration.ofSeconds(4), other.success().attempts().get(0).delay());
        vendor.assertWaits(4000);
    }

    @ParameterizedTest
    @EnumSource
    void callsOfAnotherClientDoNot(Mode mode) {
        FixtureClient client = vendor.build(vendor.builder().retry(RetryPolicy.none()));
        vendor.enqueue(Vendor.status(429).addHeader("Retry-After", "4"), Vendor.conversation());
        vendor.run(mode, client.service().end("c1")).failed(ApiTooManyRequestsException.class);
        vendor.run(mode, vendor.client().service().get()).success();
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void aPauseBeyondTheDeadlineFailsUnsent(Mode mode) {
        FixtureClient client = vendor.build(vendor.builder().retry(RetryPolicy.none()));
        vendor.enqueue(Vendor.status(429).addHeader("Retry-After", "20"));
        vendor.run(mode, client.service().end("c1")).failed(ApiTooManyRequestsException.class);
        ApiTooManyRequestsException failure = vendor.run(
                        mode,
                        client.service()
                                .get()
                                .with(CallOptions.builder()
                                        .deadline(Duration.ofSeconds(5))
                                        .build()))
                .failed(ApiTooManyRequestsException.class);
        assertEquals(
                "acme getConversation: not sent: after a 429 acme gets no call before 2026-03-01T12:00:20Z, 20 s more"
                        + " (the deadline of 5 s leaves no time for it)",
                failure.getMessage());
        assertEquals(0, failure.attempts().size());
        assertEquals(Duration.ofSeconds(20), failure.retryAfter());
        vendor.assertRequests(1);
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void aPauseAboveTheLimitFailsTheOthersUnsent(Mode mode) {
        FixtureClient client = vendor.client();
        vendor.enqueue(Vendor.status(429).addHeader("Retry-After", "31"));
        vendor.run(mode, client.service().end("c1")).failed(ApiTooManyRequestsException.class);
        vendor.timing.advance(Duration.ofMillis(500));
        ApiTooManyRequestsException failure =
                vendor.run(mode, client.service().get()).failed(ApiTooManyRequestsException.class);
        assertEquals(
                "acme getConversation: not sent: after a 429 acme gets no call before 2026-03-01T12:00:31Z, 31 s more"
                        + " (more than the limit of 30 s)",
                failure.getMessage());
        assertEquals(429, failure.status());
        assertEquals(Duration.ofMillis(30_500), failure.retryAfter());
        assertEquals(0, failure.attempts().size());
        assertEquals(false, failure.ambiguous());
        vendor.assertRequests(1);
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void aPauseOfCenturiesIsProbedAndItsEndNoticed(Mode mode) {
        FixtureClient client = vendor.client();
        vendor.enqueue(
                Vendor.status(429).addHeader("Retry-After", "99999999999"),
                Vendor.status(429).addHeader("Retry-After", "99999999999"),
                Vendor.conversation(),
                Vendor.conversation());
        vendor.run(mode, client.service().get()).failed(ApiTooManyRequestsException.class);
        for (int second = 0; second < 60; second++) {
            vendor.run(mode, client.service().get()).failed(ApiTooManyRequestsException.class);
            vendor.timing.advance(Duration.ofSeconds(1));
        }
        vendor.assertRequests(2);
        vendor.run(mode, client.service().get()).success();
        vendor.run(mode, client.service().get()).success();
        vendor.assertRequests(4);
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void a500HasNoneThatCounts(Mode mode) {
        vendor.enqueue(Vendor.status(500).addHeader("Retry-After", "9"), Vendor.conversation());
        vendor.run(mode, vendor.client().service().stop()).success();
        vendor.assertWaits(100);
        assertNull(new ErrorResponse(500, okhttp3.Headers.EMPTY, "", null, null).retryAfter());
    }
}
