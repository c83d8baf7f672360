package dev.lockstep.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.client.ApiServerException;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.client.ApiUnauthorizedException;
import dev.lockstep.client.ClientSettings;
import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.vendor.anyreach.AnyReachClient;
import dev.lockstep.vendor.tavus.TavusClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fake of a real vendor, as a user's test drives it. */
class FakeVendorTest {
    private static final String END = "POST /v2/conversations/{conversation_id}/end";
    private static final String END_DEPLOYMENT =
            "POST /v2/deployments/{deployment_id}/conversations/{conversation_id}/end";

    private final FakeVendor tavus = FakeVendor.of("tavus");
    private final FakeTiming timing = new FakeTiming();
    private final List<DriftEvent> drift = new ArrayList<>();

    @AfterEach
    void stop() {
        tavus.close();
    }

    private TavusClient client() {
        return client(tavus.config());
    }

    private TavusClient client(Config config) {
        return TavusClient.builder()
                .settings(ClientSettings.builder().config(config).timing(timing).build())
                .driftListener(drift::add)
                .build();
    }

    private void end() throws Exception {
        client().conversations().endConversation("c1").execute();
    }

    @Test
    void answersTheDocumentedSuccess() throws Exception {
        assertEquals(
                "ended",
                client().deployments()
                        .endDeploymentConversation("d1", "c1")
                        .execute()
                        .status());
        assertEquals(List.of(), drift);
        tavus.assertNothingUnexpected();
    }

    @Test
    void answersEveryDocumentedStatusAsDocumented() throws Exception {
        assertEquals(List.of(END, END_DEPLOYMENT), tavus.operations());
        assertEquals(List.of(200, 400, 401), tavus.statuses(END));
        for (int status : List.of(400, 401)) {
            tavus.answer(END, status);
            ApiStatusException e = assertThrows(ApiStatusException.class, this::end);
            assertEquals(status, e.status());
        }
        assertEquals(List.of(), drift);
        assertEquals(
                "{\"error\":\"Invalid conversation_id\"}",
                assertThrows(ApiStatusException.class, () -> {
                            tavus.answer("endConversation", 400);
                            end();
                        })
                        .rawBody());
    }

    @Test
    void undocumentedStatusHasNoBody() {
        tavus.answer(END, 404);
        ApiNotFoundException e = assertThrows(ApiNotFoundException.class, this::end);
        assertEquals("", e.rawBody());
        assertEquals(DriftEvent.Kind.UNDOCUMENTED_STATUS, drift.get(0).kind());
    }

    @Test
    void nextAnswersComeFirstAndOnce() throws Exception {
        tavus.answer(END, 404).answerNext(END, 400, 401);
        tavus.answerNext(END, Answer.of(500, "{}"));
        assertEquals(400, assertThrows(ApiStatusException.class, this::end).status());
        assertEquals(401, assertThrows(ApiStatusException.class, this::end).status());
        assertEquals(500, assertThrows(ApiServerException.class, this::end).status());
        assertEquals(404, assertThrows(ApiStatusException.class, this::end).status());
        assertEquals(404, assertThrows(ApiStatusException.class, this::end).status());
        tavus.reset();
        end();
        tavus.received(END).once();
    }

    @Test
    void retriesTakeNoTime() throws Exception {
        tavus.answerNext(END, Answer.tooManyRequests(Duration.ofSeconds(20)));
        end();
        tavus.received(END).times(2);
        assertEquals(List.of(Duration.ofSeconds(20)), timing.waits());
    }

    @Test
    void faults() {
        TavusClient impatient = TavusClient.builder()
                .config(tavus.config())
                .attemptTimeout(Duration.ofMillis(200))
                .build();
        record Row(Answer answer, Class<? extends Exception> failure) {}
        for (Row row : List.of(
                new Row(Answer.disconnect(), ApiConnectionException.class),
                new Row(Answer.stall(), ApiTimeoutException.class),
                new Row(Answer.status(200).stalledInBody(), ApiTimeoutException.class),
                new Row(Answer.status(200).truncated(), ApiConnectionException.class),
                new Row(Answer.status(200).after(Duration.ofSeconds(9)), ApiTimeoutException.class),
                new Row(Answer.status(200).dripping(1, Duration.ofMillis(150)), ApiTimeoutException.class),
                new Row(Answer.html(502), ApiServerException.class),
                new Row(Answer.html(200), ApiDecodeException.class))) {
            tavus.answer(END_DEPLOYMENT, row.answer());
            Exception e = assertThrows(
                    Exception.class,
                    () -> impatient
                            .deployments()
                            .endDeploymentConversation("d1", "c1")
                            .execute());
            assertEquals(row.failure(), e.getClass(), row + ": " + e);
        }
    }

    @Test
    void requestsAreRemembered() throws Exception {
        client().deployments().endDeploymentConversation("d 1/2", "c+1").execute();
        end();
        ReceivedRequest deployment = tavus.received("endDeploymentConversation")
                .once()
                .withPathParameter("deployment_id", "d 1/2")
                .withPathParameter("conversation_id", "c+1")
                .withoutCredential()
                .withBody("");
        assertEquals(Map.of("deployment_id", "d 1/2", "conversation_id", "c+1"), deployment.pathParameters());
        ReceivedRequest own = tavus.received(END)
                .last()
                .withCredential()
                .withCredential(tavus.credential())
                .withHeader("x-api-key", tavus.credential());
        assertEquals(List.of("apiKey"), List.copyOf(own.credentials()));
        assertEquals(List.of(deployment, own), tavus.received());
        tavus.received(END).times(1);
    }

    @Test
    void failedChecksSayWhatCame() throws Exception {
        end();
        assertMessage(
                END + ": expected 2 requests, but 1 came; received: [POST /v2/conversations/c1/end]",
                () -> tavus.received(END).times(2));
        assertMessage(
                END_DEPLOYMENT + ": expected 1 request, but 0 came; received: [POST /v2/conversations/c1/end]",
                () -> tavus.received(END_DEPLOYMENT).once());
        assertMessage(
                END + ": expected 0 requests, but 1 came; received: [POST /v2/conversations/c1/end]",
                () -> tavus.received(END).never());
        ReceivedRequest request = tavus.received(END).once();
        assertMessage(
                "POST /v2/conversations/c1/end: expected path parameter conversation_id to be 'c2', but it is 'c1'",
                () -> request.withPathParameter("conversation_id", "c2"));
        assertMessage(
                "POST /v2/conversations/c1/end: expected query parameter page to be '2', but there is none",
                () -> request.withQueryParameter("page", "2"));
        assertMessage(
                "POST /v2/conversations/c1/end: expected no credential, but it has [apiKey]",
                request::withoutCredential);
        assertMessage(
                "POST /v2/conversations/c1/end: expected another credential for [apiKey]",
                () -> request.withCredential("other"));
        assertMessage(
                "POST /v2/conversations/c1/end: expected header x-api-key to be 'other', but it holds a credential, which"
                        + " is not shown",
                () -> request.withHeader("x-api-key", "other"));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable check) {
        assertEquals(message, assertThrows(AssertionError.class, check).getMessage());
    }

    @Test
    void nothingPrintsACredential() throws Exception {
        end();
        String printed = tavus + " " + tavus.received() + tavus.received(END) + tavus.config();
        assertFalse(printed.contains(tavus.credential()), printed);
    }

    @Test
    void aRequestOfAnotherVendorIsRefusedAndRemembered() {
        AnyReachClient wrong =
                AnyReachClient.builder().baseUrl(tavus.baseUrl()).token("key").build();
        ApiServerException e = assertThrows(
                ApiServerException.class,
                () -> wrong.conversations().endConversation("c1").execute());
        String message = "no operation of tavus is POST /core/conversations/c1/end; known are " + END
                + " (endConversation), " + END_DEPLOYMENT + " (endDeploymentConversation)";
        assertEquals(501, e.status());
        assertEquals(message + "\n", e.rawBody());
        assertMessage(message, tavus::assertNothingUnexpected);
        assertEquals("", tavus.received().get(0).operation());
    }

    @Test
    void unknownNamesAreErrors() {
        assertEquals(
                "tavus has no operation 'POST /v2/end'; known are " + END + " (endConversation), " + END_DEPLOYMENT
                        + " (endDeploymentConversation)",
                assertThrows(IllegalArgumentException.class, () -> tavus.answer("POST /v2/end", 200))
                        .getMessage());
        assertEquals(
                "nothing is known of the vendor 'tavsu': no jar on the class path has META-INF/lockstep/tavsu.json. Add"
                        + " its client, usually dev.lockstep:lockstep-client-tavsu",
                assertThrows(IllegalArgumentException.class, () -> FakeVendor.of("tavsu"))
                        .getMessage());
        assertEquals(
                "a final HTTP status is 200 to 599, not 100",
                assertThrows(IllegalArgumentException.class, () -> Answer.status(100))
                        .getMessage());
    }

    @Test
    void withoutItsCredentialARequestIsUnauthorized() {
        Map<String, String> other = new TreeMap<>(Map.of("tavus.base-url", tavus.baseUrl()));
        other.put("tavus.api-key", "another key is a key");
        assertThrows(ApiUnauthorizedException.class, () -> {
            try (FakeVendor anyreach = FakeVendor.of("anyreach")) {
                okhttp3.OkHttpClient plain = new okhttp3.OkHttpClient();
                okhttp3.Request request = new okhttp3.Request.Builder()
                        .url(anyreach.baseUrl() + "/core/conversations/c1/end")
                        .header("Authorization", "Token not-bearer")
                        .post(okhttp3.RequestBody.create(new byte[0]))
                        .build();
                try (okhttp3.Response response = plain.newCall(request).execute()) {
                    assertEquals(401, response.code());
                }
                assertTrue(anyreach.received("endConversation")
                        .once()
                        .credentials()
                        .isEmpty());
            }
            tavus.answer(END, 401);
            client(Config.of(other)).conversations().endConversation("c1").execute();
        });
    }
}
