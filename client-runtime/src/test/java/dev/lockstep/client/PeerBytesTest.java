package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a vendor puts into a head: the call ends as its status says, and no connection stays in use. */
@Timeout(60)
class PeerBytesTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private RawVendor raw;

    @BeforeEach
    void open() throws Exception {
        raw = new RawVendor();
    }

    @AfterEach
    void close() throws Exception {
        raw.close();
    }

    private FixtureClient client() {
        return vendor.build(vendor.builder().baseUrl(raw.url()));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Lines of Retry-After none of which says a time. */
    static Stream<Arguments> retryAfters() {
        return Stream.of(
                        List.of(utf8("\u00e9")),
                        List.of("\u00e9"),
                        List.of("\u0001"),
                        List.of("5\u0001"),
                        List.of("\u007f"),
                        List.of("\0"),
                        List.of(""),
                        List.of("\u00ff".repeat(5000)),
                        List.of("", "\u0001"),
                        List.of(utf8("\u00e9"), "\u007f"))
                .flatMap(lines -> Arrays.stream(Mode.values()).map(mode -> Arguments.of(mode, lines)));
    }

    private void answers(String status, List<String> retryAfter) {
        raw.answers(RawVendor.answer(
                status, retryAfter.stream().map(line -> "Retry-After: " + line).toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("retryAfters")
    void aSuccessStaysOne(Mode mode, List<String> lines) {
        answers("200 OK", lines);
        ApiResponse<Conversation> response =
                vendor.run(mode, client().service().get()).success();
        assertEquals("c1", response.body().id());
        assertEquals(lines.size(), response.headers().values("Retry-After").size());
    }

    @ParameterizedTest
    @MethodSource("retryAfters")
    void a503AsksForNothing(Mode mode, List<String> lines) {
        answers("503 Busy", lines);
        ApiServerException failure = vendor.run(mode, client().service().get()).failed(ApiServerException.class);
        assertNull(failure.retryAfter());
        assertEquals(lines.size(), failure.headers().values("Retry-After").size());
        assertEquals(1, raw.requests());
    }

    @ParameterizedTest
    @MethodSource("retryAfters")
    void a429IsRepeatedAfterTheBackOff(Mode mode, List<String> lines) {
        answers("429 Slowly", lines);
        ApiTooManyRequestsException failure =
                vendor.run(mode, client().service().get()).failed(ApiTooManyRequestsException.class);
        assertNull(failure.retryAfter());
        assertEquals(3, raw.requests());
        vendor.assertWaits(500, 1000);
    }

    @Test
    void aThousandOfThemLeaveOneConnection() {
        answers("200 OK", List.of(utf8("bient\u00f4t")));
        FixtureClient client = client();
        for (int i = 0; i < 500; i++) {
            for (Mode mode : Mode.values()) {
                vendor.run(mode, client.service().get()).success();
            }
        }
        assertEquals(1, raw.connections());
        assertEquals(1, client.client().idleConnectionCount());
    }

    /** Lines that something of ours or of OkHttp's reads. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: \u0001",
                "Content-Type: application/json; charset=\u00e9",
                "Content-Type: application/json; charset=\"",
                "Date: \u00e9",
                "Date: Sun, 01 Jan 999999999 00:00:00 GMT",
                "Deprecation: @999999999999",
                "Deprecation: @-999999999999",
                "Deprecation: \u0001",
                "Sunset: \u00e9",
                "Keep-Alive: timeout=\u00e9",
                "Keep-Alive: timeout=99999999999999999999",
                "Keep-Alive: \u0001=\u007f",
                "Location: http://\u0001:99999/",
                "Set-Cookie: \u00e9=\u0001; expires=\u007f; domain=",
                "Cache-Control: max-age=99999999999999999999, \u00e9",
                "WWW-Authenticate: \u0001 \u00e9=",
                "Proxy-Authenticate: \u00e9",
                "Connection: \u00e9",
                "Vary: \u00e9",
                "Content-Length: \u00e9",
                "Trailer: \u0001"
            })
    void noLineOfTheHeadMattersMoreThanTheStatus(String line) {
        for (Mode mode : Mode.values()) {
            FixtureClient client = client();
            raw.answers(RawVendor.answer("200 OK", line, "Retry-After: \u00e9"));
            vendor.run(mode, client.service().endPublic()).success();
            raw.answers(RawVendor.answer("302 Found", line, "Retry-After: \u00e9"));
            vendor.run(mode, client.service().get()).failed(ApiRedirectException.class);
            raw.answers(RawVendor.answer("401 Unauthorized", line));
            vendor.run(mode, client.service().get()).failed(ApiUnauthorizedException.class);
            raw.answers(RawVendor.answer("404 Not Found", line));
            vendor.run(mode, client.service().get()).failed(ApiNotFoundException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12 x", "\u00e9\u00e9\u00e9 x", "99999999999 x", "2\u00b20 x"})
    void aStatusLineThatIsNoneIsNoAnswer(String status) {
        for (Mode mode : Mode.values()) {
            raw.answers(RawVendor.answer(status));
            ApiConnectionException failure =
                    vendor.run(mode, client().service().get()).failed(ApiConnectionException.class);
            assertEquals(true, failure.ambiguous());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"000 x", "-00 x", "099 x", "600 x", "999 x", "404 \u00e9\u0001", "404"})
    void anyOtherStatusIsAnAnswer(String status) {
        for (Mode mode : Mode.values()) {
            raw.answers(RawVendor.answer(status));
            vendor.run(mode, client().service().get()).failed(ApiStatusException.class);
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("a bug"), new IOException("a fault"), new AssertionError("a bug"));
    }

    /** A user's interceptor that throws once it has the answer does not close it. */
    @ParameterizedTest
    @MethodSource("failures")
    void anInterceptorThatThrowsAfterTheAnswerLeavesNoConnectionInUse(Throwable failure) {
        raw.answers(RawVendor.answer("200 OK"));
        Interceptor throwing = chain -> {
            Response response = chain.proceed(chain.request());
            PeerBytesTest.<RuntimeException>rethrow(failure);
            return response;
        };
        OkHttpClient application =
                new OkHttpClient.Builder().addInterceptor(throwing).build();
        OkHttpClient network =
                new OkHttpClient.Builder().addNetworkInterceptor(throwing).build();
        for (OkHttpClient users : List.of(application, network)) {
            FixtureClient client =
                    vendor.build(vendor.builder().baseUrl(raw.url()).httpClient(users));
            assertThrows(Throwable.class, client.service().get()::execute);
            assertThrows(Throwable.class, client.service().download()::execute);
        }
    }

    @Test
    void aListenerThatThrowsLeavesNoConnectionInUse() {
        raw.answers(RawVendor.answer("200 OK"));
        CallListener throwing = new CallListener() {
            @Override
            public void attemptEnded(CallInfo call, Attempt attempt) {
                throw new AssertionError("a bug");
            }
        };
        FixtureClient client = vendor.build(vendor.builder().baseUrl(raw.url()).callListener(throwing));
        // Whether or not the caller hears of the bug.
        try (BinaryBody body = client.service().download().execute()) {
            assertEquals("application/json", body.contentType());
        } catch (IOException | AssertionError thrown) {
            assertEquals("a bug", thrown.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the compiler then knows of no checked exception
    private static <E extends Throwable> void rethrow(Throwable failure) throws E {
        throw (E) failure;
    }
}
