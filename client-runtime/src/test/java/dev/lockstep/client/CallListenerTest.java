package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What call listeners hear, in which order, and that nothing they do harms a call. */
class CallListenerTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Writes down what it hears, and hears of each call through a listener of its own. */
    private final class Recorder implements CallListener {
        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public CallListener callStarted(CallInfo call) {
            told.add(name + "started " + call);
            return new Recorder(name + call.operation() + ": ");
        }

        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            told.add(name + attempt);
        }

        @Override
        public void drifted(CallInfo call, DriftEvent event) {
            told.add(name + event);
        }

        @Override
        public void callEnded(CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
            told.add(name + attempts.size() + " in " + duration.toMillis() + " ms: " + failure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void callsAndAttemptsInOrder(Mode mode) {
        FixtureClient client = vendor.build(vendor.builder().callListener(new Recorder("")));
        vendor.enqueue(Vendor.status(500), Vendor.conversation(), Vendor.status(404));
        vendor.run(mode, client.service().stop()).success();
        vendor.run(mode, client.service().stop()).failed(ApiNotFoundException.class);
        assertEquals(
                List.of(
                        "started acme stopConversation",
                        "stopConversation: #1 COMPLETE 500, took 0 ms, ambiguous",
                        "stopConversation: #2 COMPLETE 200 after 100 ms, took 0 ms",
                        "stopConversation: 2 in 100 ms: null",
                        "started acme stopConversation",
                        "stopConversation: #1 COMPLETE 404, took 0 ms",
                        "stopConversation: UNDOCUMENTED_STATUS acme stopConversation 404 $",
                        "stopConversation: 1 in 0 ms: dev.lockstep.client.ApiNotFoundException: acme stopConversation:"
                                + " 404"),
                told);
    }

    @ParameterizedTest
    @EnumSource
    void driftOfASuccess(Mode mode) {
        FixtureClient client = vendor.build(vendor.builder().callListener(new Recorder("")));
        vendor.enqueue(Vendor.json(200, "{\"id\":\"c1\",\"extra\":1}"));
        vendor.run(mode, client.service().get()).success();
        assertEquals("getConversation: UNKNOWN_PROPERTY acme getConversation 200 $.extra", told.get(2));
        assertEquals(1, vendor.drift.size(), "the drift listener hears of it too");
    }

    @ParameterizedTest
    @EnumSource
    void aCallWithoutItsCredential(Mode mode) {
        FixtureClient client = vendor.build(vendor.bare().callListener(new Recorder("")));
        vendor.run(mode, client.service().get()).failed(ApiCredentialException.class);
        assertEquals("started acme getConversation", told.get(0));
        assertEquals(
                "getConversation: 1 in 0 ms: dev.lockstep.client.ApiCredentialException",
                told.get(told.size() - 1).replaceFirst("(Exception): .*", "$1"));
    }

    @ParameterizedTest
    @EnumSource
    void severalListenersInTheirOrder(Mode mode) {
        FixtureClient client = vendor.build(vendor.builder()
                .settings(ClientSettings.builder()
                        .timing(vendor.timing)
                        .callListener(new Recorder("a "))
                        .build())
                .callListener(new Recorder("b "))
                .callListener(new Recorder("c ")));
        vendor.enqueue(Vendor.conversation());
        vendor.run(mode, client.service().get()).success();
        assertEquals(
                List.of(
                        "a started acme getConversation",
                        "b started acme getConversation",
                        "c started acme getConversation"),
                told.subList(0, 3));
        assertEquals(9, told.size());
    }

    @ParameterizedTest
    @EnumSource
    void oneThatThrowsHarmsNeitherTheCallNorTheOthers(Mode mode) {
        CallListener broken = new CallListener() {
            @Override
            public CallListener callStarted(CallInfo call) {
                throw new IllegalStateException("listener");
            }
        };
        CallListener brokenLater = new CallListener() {
            @Override
            public void attemptEnded(CallInfo call, Attempt attempt) {
                throw new IllegalStateException("listener");
            }

            @Override
            public void drifted(CallInfo call, DriftEvent event) {
                throw new IllegalStateException("listener");
            }

            @Override
            public void callEnded(
                    CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {
                throw new IllegalStateException("listener");
            }
        };
        FixtureClient client = vendor.build(
                vendor.builder().callListener(broken).callListener(brokenLater).callListener(new Recorder("")));
        vendor.enqueue(Vendor.json(200, "{\"id\":\"c1\",\"extra\":1}"));
        assertEquals(
                "c1", vendor.run(mode, client.service().get()).success().body().id());
        assertEquals(4, told.size(), told::toString);
    }

    @Test
    void aCallIsWhatTheDocumentSays() {
        CallInfo call = new CallInfo(
                "acme", "end", "POST /v2/conversations/{id}/end", okhttp3.HttpUrl.get("https://api.acme.example/"));
        assertEquals("POST", call.method());
        assertEquals("/v2/conversations/{id}/end", call.pathTemplate());
        assertEquals("api.acme.example", call.server().host());
        assertEquals("acme end", call.toString());
    }

    @Test
    void linesOfDriftGoWhereTheyAreTold() throws IOException {
        vendor.enqueue(Vendor.conversation().addHeader("Sunset", "Thu, 31 Dec 2026 23:59:59 GMT"));
        FixtureClient client = vendor.build(vendor.builder().driftListener(DriftListener.logging(told::add)));
        client.service().get().execute();
        assertEquals(
                List.of("{\"drift\":\"sunset\",\"vendor\":\"acme\",\"operation\":\"getConversation\",\"status\":200,"
                        + "\"type\":\"\",\"name\":\"Sunset\",\"path\":\"$\",\"date\":\"2026-12-31T23:59:59Z\","
                        + "\"count\":1}"),
                told);
    }
}
