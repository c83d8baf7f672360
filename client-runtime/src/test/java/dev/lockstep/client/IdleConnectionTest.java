package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** For how long an idle connection is used, by the client's clock; and that one which its server has closed is not. */
@Timeout(60)
class IdleConnectionTest {
    private static final Duration A_MOMENT = Duration.ofMillis(21);

    @RegisterExtension
    final Vendor vendor = new Vendor();

    private RawVendor raw;

    @BeforeEach
    void open() throws IOException {
        raw = new RawVendor().answers(RawVendor.answer("200 OK"));
    }

    @AfterEach
    void close() throws IOException {
        raw.close();
    }

    private FixtureClient.Builder builder() {
        return vendor.builder().baseUrl(raw.url());
    }

    /** Both operations change something, by GET and by POST. */
    private void call(Mode mode, FixtureClient client) {
        vendor.run(mode, client.service().terminate()).success();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 4000",
                "'timeout=5', 4000",
                "'timeout=5, max=100', 4000",
                "'max=1000, Timeout = 3', 2000",
                "'timeout=\"10\"', 9000",
                "'timeout=20,timeout=3', 2000",
                "'timeout=75', 74000",
                "'timeout=2', 1000",
                "'timeout=soon', 4000",
                "'timeout=-7', 4000",
                "'xtimeout=1', 4000",
                "'', 4000"
            })
    void isUsedForAsLongAsItsServerSaysMinusOneSecond(String keepAlive, long millis) {
        raw.answers(
                keepAlive == null
                        ? RawVendor.answer("200 OK")
                        : RawVendor.answer("200 OK", "Keep-Alive: " + keepAlive));
        FixtureClient client = vendor.build(builder());
        call(Mode.SYNC, client);
        vendor.timing.advance(Duration.ofMillis(millis));
        call(Mode.ASYNC, client);
        assertEquals(1, raw.connections(), "connections after " + millis + " ms");
        vendor.timing.advance(Duration.ofMillis(millis + 1));
        call(Mode.SYNC, client);
        assertEquals(2, raw.connections(), "connections after " + (millis + 1) + " ms");
        vendor.assertWaits();
    }

    @ParameterizedTest
    @CsvSource({"timeout=1", "timeout=0", "timeout=00000"})
    void isNotUsedAgainWhereNoTimeIsLeft(String keepAlive) {
        raw.answers(RawVendor.answer("200 OK", "Keep-Alive: " + keepAlive));
        FixtureClient client = vendor.build(builder());
        call(Mode.SYNC, client);
        vendor.timing.advance(Duration.ofNanos(1));
        call(Mode.SYNC, client);
        assertEquals(2, raw.connections());
    }

    @Test
    void theTimeCountsFromTheLastAnswer() {
        FixtureClient client = vendor.build(builder());
        for (int i = 0; i < 5; i++) {
            call(Mode.SYNC, client);
            vendor.timing.advance(Duration.ofSeconds(3));
        }
        assertEquals(1, raw.connections());
    }

    /** The rule is that of its last answer: servers shorten it under load. */
    @Test
    void theLastAnswerDecides() {
        raw.answers(RawVendor.answer("200 OK", "Keep-Alive: timeout=60"));
        FixtureClient client = vendor.build(builder());
        call(Mode.SYNC, client);
        raw.answers(RawVendor.answer("404 Not Found", "Keep-Alive: timeout=2"));
        vendor.timing.advance(Duration.ofSeconds(30));
        vendor.run(Mode.SYNC, client.service().terminate()).failed(ApiNotFoundException.class);
        assertEquals(1, raw.connections());
        raw.answers(RawVendor.answer("200 OK"));
        vendor.timing.advance(Duration.ofMillis(1001));
        call(Mode.SYNC, client);
        assertEquals(2, raw.connections());
    }

    @Test
    void theTimeOfAStreamCountsFromItsEnd() throws IOException {
        FixtureClient client = vendor.build(builder());
        try (BinaryBody body = client.service().download().execute()) {
            vendor.timing.advance(Duration.ofSeconds(10));
            assertEquals("{\"id\":\"c1\"}", body.source().readUtf8());
        }
        vendor.timing.advance(Duration.ofSeconds(4));
        call(Mode.SYNC, client);
        assertEquals(1, raw.connections());
    }

    /** As a POST and as a GET, neither of which may be sent twice. */
    @ParameterizedTest
    @EnumSource
    void oneThatItsServerClosedEarlyIsNotUsed(Mode mode) throws IOException {
        FixtureClient client = vendor.build(builder());
        List<ApiCall<?>> calls = List.of(
                client.service().terminate(),
                client.service().endPublic(),
                client.service().end("c1"));
        for (ApiCall<?> call : calls) {
            vendor.run(mode, call).success();
            raw.closeConnections();
            vendor.timing.advance(A_MOMENT);
        }
        call(mode, client);
        assertEquals(4, raw.connections());
        assertEquals(4, raw.requests());
        vendor.assertWaits();
    }

    @Test
    void ofManyStaleOnesNoneIsUsed() throws Exception {
        FixtureClient client = vendor.build(builder());
        List<BinaryBody> bodies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            bodies.add(client.service().download().execute());
        }
        for (BinaryBody body : bodies) {
            body.readAll();
        }
        assertEquals(8, client.client().idleConnectionCount());
        vendor.timing.advance(Duration.ofSeconds(5));
        call(Mode.SYNC, client);
        assertEquals(9, raw.connections());
        assertEquals(1, client.client().connectionCount());
    }

    /** What comes unasked is no answer to the next request: 408 of a server that says why it closes, for one. */
    @Test
    void oneWithBytesThatNobodyAskedForIsNotUsed() throws IOException {
        FixtureClient client = vendor.build(builder());
        call(Mode.SYNC, client);
        raw.say(RawVendor.answer("408 Late"));
        vendor.timing.advance(A_MOMENT);
        call(Mode.SYNC, client);
        assertEquals(2, raw.connections());
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void overTlsToo(Mode mode) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(held).build();
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(held.certificate())
                .build();
        try (RawVendor secured = new RawVendor(server.sslSocketFactory()).answers(RawVendor.answer("200 OK"))) {
            FixtureClient client = vendor.build(vendor.builder()
                    .baseUrl(secured.url())
                    .httpClient(new OkHttpClient.Builder()
                            .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                            .build()));
            call(mode, client);
            vendor.timing.advance(A_MOMENT);
            call(mode, client);
            assertEquals(1, secured.connections(), "connections after a look");
            vendor.timing.advance(Duration.ofMillis(4001));
            call(mode, client);
            assertEquals(2, secured.connections(), "connections after 4 s");
            secured.closeConnections();
            vendor.timing.advance(A_MOMENT);
            call(mode, client);
            assertEquals(3, secured.connections(), "connections after an end");
            vendor.assertWaits();
        }
    }

    /** OkHttp reads an HTTP/2 connection all the time: what its server does is known, and nothing needs to be guessed. */
    @ParameterizedTest
    @EnumSource
    void anHttp2ConnectionIsUsedUntilItsServerEndsIt(Mode mode) throws InterruptedException {
        List<Protocol> protocols = List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        vendor.server().setProtocols(protocols);
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(new OkHttpClient.Builder().protocols(protocols).build()));
        vendor.enqueue(Vendor.conversation(), Vendor.conversation());
        call(mode, client);
        vendor.timing.advance(Duration.ofSeconds(20));
        call(mode, client);
        assertEquals(0, vendor.request().getConnectionIndex());
        assertEquals(0, vendor.request().getConnectionIndex());
    }

    @Test
    void aUsersPoolIsKeptAndTheRuleHoldsInIt() {
        ConnectionPool pool = new ConnectionPool(3, 10, TimeUnit.MINUTES);
        OkHttpClient users = new OkHttpClient.Builder().connectionPool(pool).build();
        FixtureClient one = vendor.build(builder().httpClient(users));
        FixtureClient other = vendor.build(builder().httpClient(users));
        call(Mode.SYNC, one);
        assertEquals(1, pool.connectionCount());
        call(Mode.SYNC, other);
        assertEquals(1, raw.connections(), "clients with one pool share connections");
        vendor.timing.advance(Duration.ofMillis(4001));
        call(Mode.SYNC, one);
        assertEquals(2, raw.connections());
        assertEquals(1, pool.connectionCount(), "the stale one has gone");
    }

    /** Nobody told us for how long it was idle. */
    @Test
    void aConnectionThatTheUserOpenedIsNotUsed() throws IOException {
        OkHttpClient users = new OkHttpClient();
        FixtureClient client = vendor.build(builder().httpClient(users));
        try (Response response =
                users.newCall(new Request.Builder().url(raw.url()).build()).execute()) {
            response.body().string();
        }
        call(Mode.SYNC, client);
        assertEquals(2, raw.connections());
        call(Mode.SYNC, client);
        assertEquals(2, raw.connections());
    }

    /** One request on the network is one look of theirs, however many stale connections came before. */
    @Test
    void aUsersNetworkInterceptorsSeeNoStaleConnection() {
        List<Integer> ports = new ArrayList<>();
        Interceptor looks = chain -> {
            ports.add(chain.connection().socket().getLocalPort());
            return chain.proceed(chain.request());
        };
        FixtureClient client = vendor.build(builder()
                .httpClient(
                        new OkHttpClient.Builder().addNetworkInterceptor(looks).build()));
        call(Mode.SYNC, client);
        vendor.timing.advance(Duration.ofSeconds(5));
        call(Mode.SYNC, client);
        assertEquals(2, ports.size());
        assertFalse(ports.get(0).equals(ports.get(1)));
    }

    /** A stale connection is no failed attempt: it takes no wait, no token and no attempt. */
    @ParameterizedTest
    @EnumSource
    void isNoAttempt(Mode mode) {
        FixtureClient client = vendor.build(builder().retry(RetryPolicy.none()));
        vendor.run(mode, client.service().get()).success();
        vendor.timing.advance(Duration.ofSeconds(20));
        ApiResponse<Conversation> response =
                vendor.run(mode, client.service().get()).success();
        assertEquals(1, response.attempts().size());
        assertEquals(2, raw.connections());
    }
}
