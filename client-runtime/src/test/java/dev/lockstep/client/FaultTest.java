package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the transport: what reached the vendor, what is repeated, what is left open. */
@Timeout(60)
class FaultTest {
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
    private static final SocketEffect STALL = SocketEffect.Stall.INSTANCE;

    @RegisterExtension
    final Vendor vendor = new Vendor();

    /** A fault that may follow the operation's effect. */
    private record Fault(
            String name,
            Phase phase,
            int status,
            Class<?> failure,
            boolean http2,
            UnaryOperator<MockResponse.Builder> at) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Fault http1(
            String name, Phase phase, int status, Class<?> failure, UnaryOperator<MockResponse.Builder> at) {
        return new Fault(name, phase, status, failure, false, at);
    }

    private static Fault http2(String name, Class<?> failure, UnaryOperator<MockResponse.Builder> at) {
        return new Fault(name, Phase.RESPONSE_HEAD, 0, failure, true, at);
    }

    private static Stream<Fault> ambiguousFaults() {
        Class<?> broken = ApiConnectionException.class;
        Class<?> late = ApiTimeoutException.class;
        return Stream.of(
                http1(
                        "close at response start",
                        Phase.RESPONSE_HEAD,
                        0,
                        broken,
                        answer -> answer.onResponseStart(CLOSE)),
                http1("stall before the head", Phase.RESPONSE_HEAD, 0, late, answer -> answer.onResponseStart(STALL)),
                http1("bad status line", Phase.RESPONSE_HEAD, 0, broken, answer -> answer.status("HELLO")),
                http1(
                        "head over 256 KiB",
                        Phase.RESPONSE_HEAD,
                        0,
                        broken,
                        answer -> answer.addHeader("X-Huge", "h".repeat(300 << 10))),
                http1("cut content-length", Phase.RESPONSE_BODY, 200, broken, answer -> answer.onResponseBody(CLOSE)),
                http1(
                        "cut chunked",
                        Phase.RESPONSE_BODY,
                        200,
                        broken,
                        answer -> answer.chunkedBody("{\"id\":\"c1\",\"status\":\"ended\"}", 5)
                                .onResponseBody(CLOSE)),
                http1("stall in the body", Phase.RESPONSE_BODY, 200, late, answer -> answer.onResponseBody(STALL)),
                http1(
                        "drip",
                        Phase.RESPONSE_BODY,
                        200,
                        late,
                        answer -> answer.throttleBody(1, 200, TimeUnit.MILLISECONDS)),
                http2("h2 INTERNAL_ERROR", broken, answer -> answer.onResponseStart(new SocketEffect.CloseStream(2))),
                http2("h2 CANCEL", broken, answer -> answer.onResponseStart(new SocketEffect.CloseStream(8))));
    }

    static Stream<Arguments> ambiguous() {
        return ambiguousFaults().flatMap(fault -> Stream.of(Mode.values()).map(mode -> Arguments.of(fault, mode)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("ambiguous")
    void stopsUnderOnlyIfUnsent(Fault fault, Mode mode) {
        vendor.enqueue(fault.at.apply(Vendor.conversation()));
        ApiException failure = check(fault, mode, RetryClass.ONLY_IF_UNSENT).failed(ApiException.class);
        assertEquals(fault.failure, failure.getClass());
        assertEquals(1, failure.attempts().size());
        assertAttempt(fault, failure.attempts().get(0));
        assertTrue(failure.ambiguous());
        assertTrue(failure.getMessage().endsWith("; the vendor may have carried the operation out"));
        vendor.assertRequests(1);
        vendor.assertWaits();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("ambiguous")
    void isRepeatedUnderAlways(Fault fault, Mode mode) {
        vendor.enqueue(fault.at.apply(Vendor.conversation()), Vendor.conversation());
        ApiResponse<Conversation> response =
                check(fault, mode, RetryClass.ALWAYS).success();
        assertEquals("c1", response.body().id());
        assertEquals(2, response.attempts().size());
        assertAttempt(fault, response.attempts().get(0));
        assertEquals(false, response.attempts().get(1).ambiguous());
        vendor.assertRequests(2);
        vendor.assertWaits(100);
    }

    private static void assertAttempt(Fault fault, Attempt attempt) {
        assertEquals(fault.phase, attempt.phase());
        assertEquals(fault.status, attempt.status());
        assertEquals(true, attempt.ambiguous());
    }

    private Outcome<Conversation> check(Fault fault, Mode mode, RetryClass retry) {
        FixtureClient client = vendor.build(fault.http2 ? http2() : vendor.builder());
        return vendor.run(
                mode,
                client.service()
                        .get()
                        .with(CallOptions.builder()
                                .retry(retry)
                                .attemptTimeout(Duration.ofMillis(700))
                                .build()));
    }

    private FixtureClient.Builder http2() {
        List<Protocol> protocols = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        vendor.server().setProtocols(protocols);
        return vendor.builder()
                .httpClient(new OkHttpClient.Builder().protocols(protocols).build());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedHttp2StreamWasNotProcessed(Mode mode) {
        vendor.enqueue(Vendor.conversation().onResponseStart(new SocketEffect.CloseStream(7)), Vendor.conversation());
        FixtureClient client = vendor.build(http2());
        ApiResponse<Conversation> response =
                vendor.run(mode, client.service().get()).success();
        assertEquals(2, response.attempts().size());
        assertEquals(false, response.attempts().get(0).ambiguous());
        vendor.assertWaits(100);
    }

    @ParameterizedTest
    @EnumSource
    void aPooledConnectionThatDiedIsAmbiguousToo(Mode mode) {
        FixtureClient client = vendor.client();
        vendor.enqueue(Vendor.conversation(), Vendor.conversation().onResponseStart(CLOSE));
        vendor.run(mode, client.service().get()).success();
        ApiConnectionException failure =
                vendor.run(mode, client.service().get()).failed(ApiConnectionException.class);
        assertTrue(failure.ambiguous());
        vendor.assertRequests(2);
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void aHostThatDoesNotResolveIsRepeated(Mode mode) {
        Dns dns = host -> {
            throw new UnknownHostException(host);
        };
        unsent(
                mode,
                new OkHttpClient.Builder().dns(dns).build(),
                Phase.DNS,
                "UnknownHostException while looking the host up");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedConnectionIsRepeated(Mode mode) throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        FixtureClient client = vendor.build(vendor.builder().baseUrl("http://127.0.0.1:" + port));
        ApiConnectionException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiConnectionException.class);
        assertEquals(
                "acme endConversation: no answer, ConnectException while connecting after 3 attempts",
                failure.getMessage());
        assertEquals(3, failure.attempts().size());
        assertEquals(false, failure.ambiguous());
        vendor.assertWaits(100, 200);
    }

    private void unsent(Mode mode, OkHttpClient http, Phase phase, String what) {
        FixtureClient client = vendor.build(vendor.builder().httpClient(http));
        ApiConnectionException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiConnectionException.class);
        assertEquals("acme endConversation: no answer, " + what + " after 3 attempts", failure.getMessage());
        assertTrue(failure.attempts().stream().allMatch(attempt -> attempt.phase() == phase));
        assertEquals(false, failure.ambiguous());
        vendor.assertRequests(0);
        vendor.assertWaits(100, 200);
    }

    @ParameterizedTest
    @EnumSource
    void theSecondAddressIsTriedWithinTheAttempt(Mode mode) throws Exception {
        List<InetAddress> addresses = List.of(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 9}),
                vendor.server().getSocketAddress().getAddress());
        vendor.enqueue(Vendor.conversation());
        FixtureClient client = vendor.build(vendor.builder()
                .baseUrl("http://127.0.0.1:" + vendor.server().getPort())
                .allowHttp("vendor.test")
                .baseUrl("http://vendor.test:" + vendor.server().getPort())
                .httpClient(new OkHttpClient.Builder().dns(host -> addresses).build()));
        assertEquals(
                1, vendor.run(mode, client.service().get()).success().attempts().size());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void aNoBodySuccessNeedsItsStatusLineOnly(Mode mode) {
        vendor.enqueue(Vendor.status(200).body("x".repeat(5000)).onResponseBody(CLOSE));
        assertEquals(
                200,
                vendor.run(mode, vendor.client().service().end("c1")).success().status());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorWithACutBodyKeepsItsStatus(Mode mode) {
        vendor.enqueue(Vendor.status(404).body("x".repeat(5000)).onResponseBody(CLOSE));
        ApiNotFoundException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiNotFoundException.class);
        assertEquals(false, failure.ambiguous());
    }
}
