package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which credentials a request carries, and what happens without a usable one. */
class CredentialTest {
    private static final String KEY = "key-" + Vendor.CANARY;

    @RegisterExtension
    final Vendor vendor = new Vendor();

    @ParameterizedTest
    @EnumSource
    void headerKeyOfTheOperationOnly(Mode mode) throws Exception {
        vendor.enqueue(Vendor.status(200));
        vendor.run(mode, vendor.client().service().end("c1")).success();
        RecordedRequest request = vendor.request();
        assertEquals(List.of(KEY), request.getHeaders().values("x-api-key"));
        assertNull(request.getHeaders().get("Authorization"));
        assertNull(request.getHeaders().get("Cookie"));
        assertEquals("/v2/conversations/c1/end", request.getTarget());
        assertEquals("lockstep-acme/1.2.3 okhttp/5.5.1", request.getHeaders().get("User-Agent"));
    }

    @ParameterizedTest
    @EnumSource
    void bearer(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, vendor.client().service().stop()).success();
        assertEquals(
                "Bearer token-" + Vendor.CANARY, vendor.request().getHeaders().get("Authorization"));
    }

    @ParameterizedTest
    @EnumSource
    void documentedPrefix(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, vendor.client().service().terminate()).success();
        assertEquals(
                "Token prefixed-" + Vendor.CANARY, vendor.request().getHeaders().get("Authorization"));
    }

    @ParameterizedTest
    @EnumSource
    void noneForAnOperationWithoutSecurity(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, vendor.client().service().endPublic()).success();
        RecordedRequest request = vendor.request();
        assertNull(request.getHeaders().get("Authorization"));
        assertNull(request.getHeaders().get("x-api-key"));
        assertNull(request.getHeaders().get("Cookie"));
        Vendor.assertNoCanary(request.getHeaders() + request.getTarget());
    }

    @ParameterizedTest
    @EnumSource
    void allOfAnAlternative(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, vendor.client().service().both(null)).success();
        RecordedRequest request = vendor.request();
        assertEquals(KEY, request.getHeaders().get("x-api-key"));
        assertEquals("/both?key=query-" + Vendor.CANARY, request.getTarget());
        assertNull(request.getHeaders().get("Cookie"));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstAlternativeThatIsWhole(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation());
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", KEY).key("cookie", "abc123"));
        vendor.run(mode, client.service().both("theme=dark")).success();
        RecordedRequest request = vendor.request();
        assertNull(request.getHeaders().get("x-api-key"));
        assertEquals("theme=dark; session=abc123", request.getHeaders().get("Cookie"));
        assertEquals("/both", request.getTarget());
    }

    @ParameterizedTest
    @EnumSource
    void basic(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation());
        FixtureClient client = vendor.build(vendor.bare().login("user", "pass"));
        vendor.run(mode, client.service().both(null)).success();
        assertEquals("Basic dXNlcjpwYXNz", vendor.request().getHeaders().get("Authorization"));
    }

    @ParameterizedTest
    @EnumSource
    void theAnonymousAlternativeNeedsNothing(Mode mode) throws Exception {
        vendor.enqueue(Vendor.conversation(), Vendor.conversation());
        vendor.run(mode, vendor.build(vendor.bare()).service().optional()).success();
        assertNull(vendor.request().getHeaders().get("x-api-key"));
        vendor.run(mode, vendor.client().service().optional()).success();
        assertEquals(KEY, vendor.request().getHeaders().get("x-api-key"));
    }

    @ParameterizedTest
    @EnumSource
    void aMissingKeyNamesWhatToSet(Mode mode) {
        ApiCredentialException failure = vendor.run(
                        mode, vendor.build(vendor.bare()).service().end("c1"))
                .failed(ApiCredentialException.class);
        assertEquals(
                "acme endConversation needs the credential apiKey; not set: apiKey. Give it to the client's builder,"
                        + " or set acme.api-key (environment variable ACME_API_KEY). Nothing was sent.",
                failure.getMessage());
        vendor.assertRequests(0);
        vendor.assertWaits();
    }

    @ParameterizedTest
    @EnumSource
    void missingAlternativesAreAllNamed(Mode mode) {
        ApiCredentialException failure = vendor.run(
                        mode,
                        vendor.build(vendor.bare().key("query", "q1")).service().both(null))
                .failed(ApiCredentialException.class);
        assertEquals(
                "acme both needs the credential (apiKey and query) or cookie or basic; not set: apiKey, basic, cookie."
                        + " Give it to the client's builder, or set acme.api-key (environment variable ACME_API_KEY);"
                        + " acme.login.username (environment variable ACME_LOGIN_USERNAME) and acme.login.password"
                        + " (environment variable ACME_LOGIN_PASSWORD); acme.session (environment variable"
                        + " ACME_SESSION). Nothing was sent.",
                failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void configurationGivesKeys(Mode mode) throws Exception {
        vendor.enqueue(Vendor.status(200));
        FixtureClient client = vendor.build(vendor.bare().config(Config.environment(Map.of("ACME_API_KEY", KEY))));
        vendor.run(mode, client.service().end("c1")).success();
        assertEquals(KEY, vendor.request().getHeaders().get("x-api-key"));
    }

    @ParameterizedTest
    @EnumSource
    void callOptionsGoFirst(Mode mode) throws Exception {
        vendor.enqueue(Vendor.status(200));
        vendor.run(
                        mode,
                        vendor.client()
                                .service()
                                .end("c1")
                                .with(CallOptions.builder()
                                        .credential("apiKey", "tenant-7")
                                        .build()))
                .success();
        assertEquals("tenant-7", vendor.request().getHeaders().get("x-api-key"));
    }

    @ParameterizedTest
    @EnumSource
    void suppliersAreAskedOncePerAttempt(Mode mode) throws Exception {
        vendor.enqueue(Vendor.status(429), Vendor.status(200));
        AtomicInteger asked = new AtomicInteger();
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> "key-" + asked.incrementAndGet()));
        vendor.run(mode, client.service().end("c1")).success();
        assertEquals(2, asked.get());
        assertEquals("key-1", vendor.request().getHeaders().get("x-api-key"));
        assertEquals("key-2", vendor.request().getHeaders().get("x-api-key"));
    }

    @ParameterizedTest
    @EnumSource
    void a401IsRepeatedOnceWithARotatedKey(Mode mode) throws Exception {
        vendor.enqueue(Vendor.status(401), Vendor.status(200));
        AtomicInteger asked = new AtomicInteger();
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> "key-" + asked.incrementAndGet()));
        Outcome<Void> outcome = vendor.run(mode, client.service().end("c1"));
        assertEquals(2, outcome.success().attempts().size());
        vendor.assertWaits();
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSecond401Stands(Mode mode) {
        vendor.enqueue(Vendor.status(401), Vendor.status(401));
        AtomicInteger asked = new AtomicInteger();
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> "key-" + asked.incrementAndGet()));
        ApiUnauthorizedException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiUnauthorizedException.class);
        assertEquals(2, failure.attempts().size());
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void a401WithTheSameKeyStandsAtOnce(Mode mode) {
        vendor.enqueue(Vendor.status(401));
        ApiUnauthorizedException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiUnauthorizedException.class);
        assertEquals(1, failure.attempts().size());
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void a401WithoutAnyCredentialStands(Mode mode) {
        vendor.enqueue(Vendor.status(401));
        vendor.run(mode, vendor.client().service().endPublic()).failed(ApiUnauthorizedException.class);
        vendor.assertRequests(1);
    }

    @ParameterizedTest
    @EnumSource
    void a401StandsWhenTheSupplierNowThrows(Mode mode) {
        vendor.enqueue(Vendor.status(401));
        AtomicInteger asked = new AtomicInteger();
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> {
            if (asked.getAndIncrement() > 0) {
                throw new IllegalStateException(Vendor.CANARY);
            }
            return KEY;
        }));
        vendor.run(mode, client.service().end("c1")).failed(ApiUnauthorizedException.class);
    }

    @ParameterizedTest
    @EnumSource
    void unusableKeysAreRefusedBeforeTheNetwork(Mode mode) {
        refused(mode, null, "is null");
        refused(mode, "", "is blank");
        refused(mode, "  ", "is blank");
        refused(
                mode,
                KEY + "\n",
                "has a line break at index 21, perhaps the last one of the file that it was read from");
        refused(
                mode,
                Vendor.CANARY.substring(0, 3) + "\r\nX-Evil: 1",
                "has a line break at index 3, perhaps the last one of the file that it was read from");
        refused(
                mode,
                KEY + "\u0000",
                "has a character at index 21 that a header cannot carry (only visible ASCII can)");
        refused(mode, "k\u00e9y", "has a character at index 1 that a header cannot carry (only visible ASCII can)");
        refused(mode, " " + KEY, "has a blank at its start or end");
        refused(
                mode,
                "Bearer " + KEY,
                "starts with 'Bearer'; give the bare key, the client writes what belongs before it");
        refused(
                mode,
                "token " + KEY,
                "starts with 'Token'; give the bare key, the client writes what belongs before it");
        refused(mode, "x".repeat(8193), "has 8193 characters; at most 8192 are allowed");
        vendor.assertRequests(0);
    }

    private void refused(Mode mode, @Nullable String key, String problem) {
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> key));
        ApiCredentialException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiCredentialException.class);
        assertEquals(
                "acme endConversation: the credential apiKey " + problem + ". Nothing was sent.", failure.getMessage());
        assertEquals(1, failure.attempts().size());
        assertEquals(Phase.QUEUED, failure.attempts().get(0).phase());
        assertEquals(false, failure.ambiguous());
    }

    @ParameterizedTest
    @EnumSource
    void aThrowingSupplierFailsTheCallWithoutItsMessage(Mode mode) {
        FixtureClient client = vendor.build(vendor.bare().key("apiKey", () -> {
            throw new IllegalStateException("vault said " + Vendor.CANARY);
        }));
        ApiCredentialException failure =
                vendor.run(mode, client.service().end("c1")).failed(ApiCredentialException.class);
        assertEquals(
                "acme endConversation: the supplier of the credential apiKey threw java.lang.IllegalStateException."
                        + " Nothing was sent.",
                failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aCookieKeyWithASemicolonIsRefused(Mode mode) {
        FixtureClient client = vendor.build(vendor.bare().key("cookie", "a;b"));
        ApiCredentialException failure =
                vendor.run(mode, client.service().both(null)).failed(ApiCredentialException.class);
        assertEquals(
                "acme both: the credential cookie has a character at index 1 that a cookie cannot carry (RFC 6265)."
                        + " Nothing was sent.",
                failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aKeyEchoedByTheVendorIsMasked(Mode mode) {
        vendor.enqueue(Vendor.json(403, "{\"error\":\"key " + KEY + " is not allowed\"}"));
        ApiForbiddenException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiForbiddenException.class);
        assertEquals("acme endConversation: 403: {\"error\":\"key *** is not allowed\"}", failure.getMessage());
    }

    /** Of the attempt's key and of the one before it, in a snippet, a path, a drift event and a status line that is none. */
    @ParameterizedTest
    @EnumSource
    void aKeyEchoedUnderEscapesIsMaskedEverywhere(Mode mode) throws Exception {
        String escaped =
                KEY.replace("-", "\\u002D").toUpperCase(java.util.Locale.ROOT).replace("\\U", "\\u");
        vendor.enqueue(Vendor.json(400, "{\"error\":\"" + escaped + "\"}"));
        ApiBadRequestException echoed =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiBadRequestException.class);
        assertEquals("acme endConversation: 400: {\"error\":\"***\"}", echoed.getMessage());

        vendor.enqueue(Vendor.json(200, "{\"id\":\"c1\",\"" + " ".repeat(190) + KEY + "\":1}"));
        vendor.run(mode, vendor.client().service().get()).success();
        assertEquals(1, vendor.drift.size());
        Vendor.assertNoCanary(vendor.drift.get(0).name() + vendor.drift.get(0).path());
        assertEquals(-1, vendor.drift.get(0).path().indexOf("key-"));

        AtomicInteger asked = new AtomicInteger();
        FixtureClient rotating =
                vendor.build(vendor.bare().key("apiKey", () -> asked.incrementAndGet() == 1 ? KEY : "another-key"));
        vendor.enqueue(
                Vendor.status(401), Vendor.json(403, "{\"before\":\"" + escaped + "\",\"now\":\"another%2Dkey\"}"));
        ApiForbiddenException both =
                vendor.run(mode, rotating.service().end("c1")).failed(ApiForbiddenException.class);
        assertEquals(
                "acme endConversation: 403 after 2 attempts: {\"before\":\"***\",\"now\":\"***\"}", both.getMessage());
    }

    /** OkHttp quotes a status line that is none, to its listener too. */
    @ParameterizedTest
    @EnumSource
    void aKeyEchoedInAStatusLineIsMaskedForListenersToo(Mode mode) {
        List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        okhttp3.EventListener events = new okhttp3.EventListener() {
            @Override
            public void callFailed(okhttp3.Call call, java.io.IOException failure) {
                heard.add(failure.toString());
            }
        };
        FixtureClient client = vendor.build(vendor.builder()
                .httpClient(
                        new okhttp3.OkHttpClient.Builder().eventListener(events).build()));
        vendor.enqueue(new mockwebserver3.MockResponse.Builder().status("HTTP/9 " + KEY.replace("-", "%2d")));
        ApiConnectionException failure =
                vendor.run(mode, client.service().get()).failed(ApiConnectionException.class);
        assertEquals("java.io.IOException: java.net.ProtocolException", String.valueOf(failure.getCause()));
        assertEquals(List.of("java.io.IOException: java.net.ProtocolException"), heard);
    }
}
