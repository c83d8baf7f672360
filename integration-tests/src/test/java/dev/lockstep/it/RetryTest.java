package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiException;
import dev.lockstep.client.ApiServerException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.client.ApiTooManyRequestsException;
import dev.lockstep.client.ApiUnauthorizedException;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Config;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.RetryPolicy;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import dev.lockstep.testing.Answer;
import dev.lockstep.testing.FakeTiming;
import dev.lockstep.testing.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures are repeated at which operation, and after which waits; no test sleeps. */
class RetryTest {
    /** A first answer. */
    @SuppressWarnings("ImmutableEnumChecker") // an answer is immutable, without saying so
    enum Fault {
        THROTTLED(throttled(429, null), Duration.ofMillis(500), true),
        THROTTLED_FOR_TWO_SECONDS(throttled(429, "2"), Duration.ofSeconds(2), true),
        THROTTLED_WITH_GARBAGE(throttled(429, "soon"), Duration.ofMillis(500), true),
        UNAVAILABLE_FOR_TWO_SECONDS(throttled(503, "2"), Duration.ofSeconds(2), true),
        UNAVAILABLE(throttled(503, null), Duration.ofMillis(100), false),
        BAD_GATEWAY(throttled(502, null), Duration.ofMillis(100), false),
        GATEWAY_TIMEOUT(throttled(504, null), Duration.ofMillis(100), false),
        SERVER_ERROR(throttled(500, null), Duration.ofMillis(100), false),
        CLOSED(Answer.disconnect(), Duration.ofMillis(100), false),
        REQUEST_TIMEOUT(throttled(408, null), Duration.ofMillis(100), true);

        final Answer answer;
        final Duration wait;
        /** Whether it is repeated even where the operation may not run twice. */
        final boolean always;

        Fault(Answer answer, Duration wait, boolean always) {
            this.answer = answer;
            this.wait = wait;
            this.always = always;
        }

        private static Answer throttled(int status, @Nullable String retryAfter) {
            Answer answer = Answer.of(status, "");
            return retryAfter == null ? answer : answer.header("Retry-After", retryAfter);
        }
    }

    private final FakeTiming timing = new FakeTiming();
    private AllVendors vendors;

    @BeforeEach
    void start() {
        vendors = new AllVendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    static Stream<Arguments> faults() {
        return RequestTest.operations()
                .flatMap(arguments -> Stream.of(Fault.values())
                        .map(fault -> Arguments.of(arguments.get()[0], arguments.get()[1], fault)));
    }

    @ParameterizedTest(name = "{1} {0} {2}")
    @MethodSource("faults")
    void repeatsWhatTheOperationAllows(Documented operation, Mode mode, Fault fault) throws Exception {
        vendors.answer(operation, fault.answer);
        vendors.answer(operation, 200, "{}");
        Conversations conversations = vendors.builder().timing(timing).build();

        if (fault.always || operation == Documented.ANYREACH) {
            Ended<?> ended = mode.end(conversations, operation.target);

            assertEquals(2, ended.attempts().size());
            assertEquals(2, vendors.received(operation).all().size());
            assertEquals(List.of(fault.wait), timing.waits());
            assertEquals(fault.wait, ended.attempts().get(1).delay());
        } else {
            ApiException e = assertThrows(ApiException.class, () -> mode.end(conversations, operation.target));

            assertEquals(fault == Fault.CLOSED ? ApiConnectionException.class : ApiServerException.class, e.getClass());
            assertTrue(e.ambiguous());
            assertEquals(1, vendors.received(operation).all().size());
            assertEquals(List.of(), timing.waits());
        }
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void repeatsAnAmbiguousFailureWhereTheUserKnowsBetter(Documented operation, Mode mode) throws Exception {
        vendors.answer(operation, 500, "");
        vendors.answer(operation, 200, "{}");
        String name = operation.vendor() + ".operations." + operation.target.operation() + ".retry";
        Conversations conversations = vendors.builder()
                .config(Config.of(Map.of(name, "always")))
                .timing(timing)
                .build();

        assertEquals(2, mode.end(conversations, operation.target).attempts().size());
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void givesUpAfterTheSharedNumberOfAttempts(Documented operation, Mode mode) {
        for (int i = 0; i < 5; i++) {
            vendors.answer(operation, 429, "");
        }
        Conversations conversations = vendors.builder()
                .retry(RetryPolicy.builder().attempts(4).build())
                .timing(timing)
                .build();

        ApiTooManyRequestsException e =
                assertThrows(ApiTooManyRequestsException.class, () -> mode.end(conversations, operation.target));

        assertEquals(4, e.attempts().size());
        assertEquals(4, vendors.received(operation).all().size());
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)), timing.waits());
        assertFalse(e.ambiguous());
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void neverSleepsPartOfALongRetryAfter(Documented operation, Mode mode) {
        vendors.answer(operation, Answer.tooManyRequests(Duration.ofSeconds(31)));
        Conversations conversations = vendors.builder().timing(timing).build();

        ApiTooManyRequestsException e =
                assertThrows(ApiTooManyRequestsException.class, () -> mode.end(conversations, operation.target));

        assertEquals(Duration.ofSeconds(31), e.retryAfter());
        assertEquals(1, vendors.received(operation).all().size());
        assertEquals(List.of(), timing.waits());
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void neverWaitsPastTheDeadline(Documented operation, Mode mode) {
        vendors.answer(operation, Answer.tooManyRequests(Duration.ofSeconds(5)));
        Conversations conversations =
                vendors.builder().deadline(Duration.ofSeconds(4)).timing(timing).build();

        ApiTooManyRequestsException e =
                assertThrows(ApiTooManyRequestsException.class, () -> mode.end(conversations, operation.target));

        assertEquals(Duration.ofSeconds(5), e.retryAfter());
        assertEquals(1, vendors.received(operation).all().size());
        assertEquals(List.of(), timing.waits());
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void anAttemptEndsAtItsTimeout(Documented operation, Mode mode) {
        vendors.answer(operation, Answer.stall());
        CallOptions options = CallOptions.builder()
                .attemptTimeout(Duration.ofMillis(150))
                .attempts(1)
                .build();

        ApiTimeoutException e = assertThrows(
                ApiTimeoutException.class, () -> mode.end(vendors.conversations(), operation.target, options));

        assertTrue(e.ambiguous());
        assertEquals(1, e.attempts().size());
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void theDeadlineOfOneCallCutsAnAttempt(Documented operation, Mode mode) {
        vendors.answer(operation, Answer.stall());
        CallOptions options =
                CallOptions.builder().deadline(Duration.ofMillis(150)).build();

        ApiTimeoutException e = assertThrows(
                ApiTimeoutException.class, () -> mode.end(vendors.conversations(), operation.target, options));

        assertTrue(e.ambiguous());
        assertEquals(1, vendors.received(operation).all().size());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aRotatedKeyIsTriedOnce(Mode mode) throws Exception {
        vendors.answer(Documented.HAMSA, 401, "{\"code\":401,\"message\":\"expired\"}");
        vendors.answer(Documented.HAMSA, 200, "{\"success\":true}");
        Queue<String> keys = new ArrayDeque<>(List.of("old", "new"));
        Conversations conversations = vendors.builder()
                .credential("hamsa.api-key", () -> keys.size() > 1 ? keys.remove() : keys.element())
                .timing(timing)
                .build();

        mode.end(conversations, Documented.HAMSA.target);

        List<ReceivedRequest> requests = vendors.received(Documented.HAMSA).times(2);
        requests.get(0).withHeader("Authorization", "Token old");
        requests.get(1).withHeader("Authorization", "Token new");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aRefusedKeyIsNotTriedAgain(Mode mode) {
        vendors.answer(Documented.HAMSA, 401, "{\"code\":401,\"message\":\"no\"}");
        Conversations conversations = vendors.builder().timing(timing).build();

        assertThrows(ApiUnauthorizedException.class, () -> mode.end(conversations, Documented.HAMSA.target));

        assertEquals(1, vendors.received(Documented.HAMSA).all().size());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void optionsOfOneCallGoBeforeThePage(Mode mode) throws Exception {
        vendors.answer(Documented.TAVUS_CONVERSATION, 500, "");
        vendors.answer(Documented.TAVUS_CONVERSATION, 200, "");
        CallOptions options = CallOptions.builder().retry(RetryClass.ALWAYS).build();
        Conversations conversations = vendors.builder().timing(timing).build();

        mode.end(conversations, Documented.TAVUS_CONVERSATION.target, options);

        assertEquals(2, vendors.received(Documented.TAVUS_CONVERSATION).all().size());
    }

    static Stream<Arguments> operations() {
        return RequestTest.operations();
    }
}
