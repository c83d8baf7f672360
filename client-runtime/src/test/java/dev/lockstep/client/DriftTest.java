package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.DriftEvent.Kind;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a drift listener hears. */
class DriftTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    @ParameterizedTest
    @EnumSource
    void unknownProperty(Mode mode) {
        vendor.enqueue(Vendor.json(200, "{\"id\":\"c1\",\"extra\":[1,2]}"));
        vendor.run(mode, vendor.client().service().get()).success();
        assertEquals(
                List.of(new DriftEvent(
                        Kind.UNKNOWN_PROPERTY, "acme", "getConversation", 200, "Conversation", "extra", "$.extra")),
                vendor.drift);
    }

    @ParameterizedTest
    @EnumSource
    void undocumentedStatus(Mode mode) {
        vendor.enqueue(Vendor.status(300));
        vendor.run(mode, vendor.client().service().end("c1")).failed(ApiRedirectException.class);
        assertEquals(
                List.of(new DriftEvent(Kind.UNDOCUMENTED_STATUS, "acme", "endConversation", 300, "", "", "$")),
                vendor.drift);
    }

    @ParameterizedTest
    @EnumSource
    void statusOfADocumentedRange(Mode mode) {
        vendor.enqueue(Vendor.status(418));
        vendor.run(mode, vendor.client().service().end("c1")).failed(ApiClientErrorException.class);
        assertEquals(List.of(), vendor.drift);
    }

    @ParameterizedTest
    @EnumSource
    void deprecationAndSunset(Mode mode) {
        vendor.enqueue(Vendor.conversation()
                .addHeader("Deprecation", "@1767225600")
                .addHeader("Sunset", "Thu, 31 Dec 2026 23:59:59 GMT"));
        vendor.run(mode, vendor.client().service().get()).success();
        assertEquals(
                List.of(
                        new DriftEvent(Kind.DEPRECATION, "acme", "getConversation", 200, "", "Deprecation", "$"),
                        new DriftEvent(Kind.SUNSET, "acme", "getConversation", 200, "", "Sunset", "$")),
                vendor.drift);
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatThrowsHarmsNoCall(Mode mode) {
        vendor.enqueue(Vendor.json(200, "{\"id\":\"c1\",\"extra\":1}"));
        FixtureClient client = vendor.build(vendor.builder()
                .driftListener(event -> {
                    throw new IllegalStateException("listener");
                })
                .callListener(new CallListener() {
                    @Override
                    public void attemptEnded(String vendorName, String operation, Attempt attempt) {
                        throw new IllegalStateException("listener");
                    }
                }));
        assertEquals(
                "c1", vendor.run(mode, client.service().get()).success().body().id());
    }

    @ParameterizedTest
    @EnumSource
    void oneAnswerGivesAtMost64Events(Mode mode) {
        StringBuilder body = new StringBuilder("{\"id\":\"c1\"");
        for (int i = 0; i < 100; i++) {
            body.append(",\"p").append(i).append("\":1");
        }
        vendor.enqueue(Vendor.json(200, body.append('}').toString()));
        vendor.run(mode, vendor.client().service().get()).success();
        assertEquals(64, vendor.drift.size());
    }

    @ParameterizedTest
    @EnumSource
    void callsAndAttemptsAreToldOf(Mode mode) {
        List<String> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        FixtureClient client = vendor.build(vendor.builder().callListener(new CallListener() {
            @Override
            public void attemptEnded(String vendorName, String operation, Attempt attempt) {
                told.add(vendorName + " " + operation + " " + attempt);
            }

            @Override
            public void callEnded(
                    String vendorName,
                    String operation,
                    List<Attempt> attempts,
                    @org.jspecify.annotations.Nullable Throwable failure) {
                told.add(vendorName + " " + operation + " " + attempts.size() + " " + failure);
            }
        }));
        vendor.enqueue(Vendor.status(500), Vendor.conversation(), Vendor.status(404));
        vendor.run(mode, client.service().stop()).success();
        vendor.run(mode, client.service().stop()).failed(ApiNotFoundException.class);
        assertEquals(
                List.of(
                        "acme stopConversation #1 COMPLETE 500, took 0 ms, ambiguous",
                        "acme stopConversation #2 COMPLETE 200 after 100 ms, took 0 ms",
                        "acme stopConversation 2 null",
                        "acme stopConversation #1 COMPLETE 404, took 0 ms",
                        "acme stopConversation 1 dev.lockstep.client.ApiNotFoundException: acme stopConversation:"
                                + " 404"),
                told);
    }
}
