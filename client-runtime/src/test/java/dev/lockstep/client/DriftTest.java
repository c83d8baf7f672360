package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.DriftEvent.Kind;
import java.time.Instant;
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
                        new DriftEvent(
                                Kind.DEPRECATION,
                                "acme",
                                "getConversation",
                                200,
                                "",
                                "Deprecation",
                                "$",
                                Instant.parse("2026-01-01T00:00:00Z")),
                        new DriftEvent(
                                Kind.SUNSET,
                                "acme",
                                "getConversation",
                                200,
                                "",
                                "Sunset",
                                "$",
                                Instant.parse("2026-12-31T23:59:59Z"))),
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
                    public void attemptEnded(CallInfo call, Attempt attempt) {
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
}
