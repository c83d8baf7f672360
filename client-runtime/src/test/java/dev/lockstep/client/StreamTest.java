package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are handed over as they come: without a cap, a call timeout or a repetition. */
@Timeout(30)
class StreamTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private static MockResponse.Builder events(String body) {
        return Vendor.status(200).addHeader("Content-Type", "text/event-stream").body(body);
    }

    @ParameterizedTest
    @EnumSource
    void bytesBeyondTheCap(Mode mode) throws IOException {
        byte[] bytes = new byte[3 << 20];
        bytes[7] = 42;
        vendor.enqueue(Vendor.status(200).addHeader("Content-Type", "audio/wav").body(new Buffer().write(bytes)));
        try (BinaryBody body =
                vendor.run(mode, vendor.client().service().download()).success().body()) {
            assertEquals("audio/wav", body.contentType());
            assertEquals(bytes.length, body.contentLength());
            assertArrayEquals(bytes, body.readAll());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamOutlivesTheAttemptTimeout(Mode mode) throws IOException {
        vendor.enqueue(Vendor.status(200).body("0123456789").throttleBody(2, 150, TimeUnit.MILLISECONDS));
        ApiCall<BinaryBody> call = vendor.client()
                .service()
                .download()
                .with(CallOptions.builder()
                        .attemptTimeout(Duration.ofMillis(400))
                        .build());
        try (BinaryBody body = vendor.run(mode, call).success().body()) {
            assertEquals("0123456789", body.source().readUtf8());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGapLongerThanTheAttemptTimeoutEndsIt(Mode mode) throws IOException {
        vendor.enqueue(Vendor.status(200).body("0123456789").onResponseBody(SocketEffect.Stall.INSTANCE));
        ApiCall<BinaryBody> call = vendor.client()
                .service()
                .download()
                .with(CallOptions.builder()
                        .attemptTimeout(Duration.ofMillis(800))
                        .build());
        try (BinaryBody body = vendor.run(mode, call).success().body()) {
            assertThrows(IOException.class, body::readAll);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeadThatDoesNotComeIsATimeout(Mode mode) {
        vendor.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE), Vendor.status(404));
        ApiCall<BinaryBody> call = vendor.client()
                .service()
                .download()
                .with(CallOptions.builder()
                        .attemptTimeout(Duration.ofMillis(200))
                        .attempts(1)
                        .build());
        ApiTimeoutException failure = vendor.run(mode, call).failed(ApiTimeoutException.class);
        assertEquals(true, failure.ambiguous());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfAStreamedOperationIsReadAndRepeated(Mode mode) throws IOException {
        vendor.enqueue(Vendor.status(500), Vendor.status(200).body("x"));
        try (BinaryBody body =
                vendor.run(mode, vendor.client().service().download()).success().body()) {
            assertEquals("x", body.source().readUtf8());
        }
        vendor.assertRequests(2);
    }

    @ParameterizedTest
    @EnumSource
    void eventsOneByOne(Mode mode) throws IOException {
        vendor.enqueue(events("\ufeff: hello\n\ndata: {\"id\":\"a\"}\n\nevent: done\r\nid: 7\r\ndata: {\"id\":\r\n"
                + "data: \"b\"}\r\n\r\nretry: 5\rdata:{\"id\":\"c\"}\r\rdata: unfinished"));
        try (EventStream<Conversation> events =
                vendor.run(mode, vendor.client().service().events()).success().body()) {
            assertEquals(new EventStream.Event<>("message", "", new Conversation("a", null)), events.next());
            assertEquals(new EventStream.Event<>("done", "7", new Conversation("b", null)), events.next());
            assertEquals(new EventStream.Event<>("message", "7", new Conversation("c", null)), events.next());
            assertNull(events.next());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEventThatDoesNotDecodeLeavesTheOthersReadable(Mode mode) throws IOException {
        vendor.enqueue(events("data: nonsense\n\ndata: {\"id\":\"b\"}\n\n"));
        try (EventStream<Conversation> events =
                vendor.run(mode, vendor.client().service().events()).success().body()) {
            ApiDecodeException failure = assertThrows(ApiDecodeException.class, events::next);
            assertEquals(
                    "acme events: 200, but malformed JSON at $; the vendor carried the operation out",
                    failure.getMessage());
            assertEquals(new EventStream.Event<>("message", "", new Conversation("b", null)), events.next());
        }
    }

    @ParameterizedTest
    @EnumSource
    void textAsItIsAndInItsCharset(Mode mode) {
        vendor.enqueue(Vendor.status(200)
                .addHeader("Content-Type", "text/plain; charset=ISO-8859-1")
                .body(new Buffer().writeByte(0xe9)));
        assertEquals(
                "\u00e9",
                vendor.run(mode, vendor.client().service().text()).success().body());
    }
}
