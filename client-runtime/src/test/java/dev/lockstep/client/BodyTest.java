package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that are as documented, nearly so, or nothing of the kind. A 2xx with such a body is never repeated. */
class BodyTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private ApiDecodeException undecodable(Mode mode, MockResponse.Builder answer) {
        vendor.enqueue(answer);
        // Under "always" a fault of transport would be repeated: these are none.
        Outcome<Conversation> outcome =
                vendor.run(mode, vendor.client().service().stop());
        ApiDecodeException failure = outcome.failed(ApiDecodeException.class);
        assertEquals(1, failure.attempts().size());
        assertEquals(false, failure.ambiguous());
        assertEquals(200, failure.status());
        vendor.assertWaits();
        return failure;
    }

    private static String message(String fault) {
        return "acme stopConversation: 200, but " + fault;
    }

    private static final String DONE = "; the vendor carried the operation out";

    @ParameterizedTest
    @EnumSource
    void emptyBody(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, ""));
        assertEquals(message("the body is empty at $" + DONE), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void blankBody(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, " \r\n\t"));
        assertEquals(message("the body is empty at $" + DONE), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void nullBody(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, "null"));
        assertEquals(message("the body is the JSON value null at $" + DONE + ": null"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void html(Mode mode) {
        ApiDecodeException failure = undecodable(
                mode,
                Vendor.status(200)
                        .addHeader("Content-Type", "text/html")
                        .body("<html>\n  <body>Log in, token abcdef0123456789abcdef</body></html>"));
        assertEquals(
                message("the body is HTML instead of JSON at $" + DONE + ": <html> <body>Log in, ***</body></html>"),
                failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void truncatedJson(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, "{\"id\":\"c1\",\"status\":\"en"));
        assertEquals("$.status", failure.path());
        assertEquals(
                message("the JSON ends too early at $.status" + DONE + ": {\"id\":\"c1\",\"status\":\"en"),
                failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void malformedJson(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, "{\"id\":c1}"));
        assertEquals(message("malformed JSON at $.id" + DONE + ": {\"id\":c1}"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void trailingData(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, "{\"id\":\"c1\"} {}"));
        assertEquals(message("text follows the JSON value at $" + DONE + ": {\"id\":\"c1\"} {}"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void otherKind(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, "[1]"));
        assertEquals(message("a value is not of the documented type at $" + DONE + ": [1]"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void valuesOfAdaptersMessagesAreNotRepeated(Mode mode) {
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, "{\"broken\":1}"));
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        assertEquals(false, trace.toString().contains("s3cr3t-value"));
        assertEquals("$.broken", failure.path());
    }

    @ParameterizedTest
    @EnumSource
    void nestedTooDeep(Mode mode) {
        String body = "{\"more\":" + "[".repeat(300) + "]".repeat(300) + "}";
        ApiDecodeException failure = undecodable(mode, Vendor.json(200, body));
        assertEquals(
                "acme stopConversation: 200, but the JSON is nested too deep at $.more[0][0]",
                failure.getMessage().substring(0, 75));
    }

    @ParameterizedTest
    @EnumSource
    void otherCharset(Mode mode) {
        ApiDecodeException failure = undecodable(
                mode,
                Vendor.status(200)
                        .addHeader("Content-Type", "application/json; charset=ISO-8859-1")
                        .body("{}"));
        assertEquals(message("the charset is ISO-8859-1 instead of UTF-8 at $" + DONE + ": {}"), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void noContentWhereABodyIsDocumented(Mode mode) {
        vendor.enqueue(Vendor.status(204));
        ApiDecodeException failure =
                vendor.run(mode, vendor.client().service().stop()).failed(ApiDecodeException.class);
        assertEquals("acme stopConversation: 204, but the body is empty at $" + DONE, failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void noContentWithABodyIsStillASuccess(Mode mode) {
        vendor.enqueue(Vendor.json(204, "{}"));
        ApiResponse<Void> response =
                vendor.run(mode, vendor.client().service().end("c1")).success();
        assertEquals(204, response.status());
        assertNull(response.body());
        assertEquals("application/json", response.headers().get("Content-Type"));
    }

    @ParameterizedTest
    @EnumSource
    void byteOrderMark(Mode mode) {
        vendor.enqueue(Vendor.json(200, "\ufeff{\"id\":\"c1\"}"));
        assertEquals(
                "c1",
                vendor.run(mode, vendor.client().service().stop())
                        .success()
                        .body()
                        .id());
    }

    @ParameterizedTest
    @EnumSource
    void loneSurrogate(Mode mode) {
        vendor.enqueue(Vendor.json(200, "{\"id\":\"a\\ud800b\"}"));
        assertEquals(
                "a\ud800b",
                vendor.run(mode, vendor.client().service().stop())
                        .success()
                        .body()
                        .id());
    }

    @ParameterizedTest
    @EnumSource
    void gzip(Mode mode) throws IOException {
        vendor.enqueue(gzipped(200, "{\"id\":\"c1\"}"));
        assertEquals(
                "c1",
                vendor.run(mode, vendor.client().service().stop())
                        .success()
                        .body()
                        .id());
    }

    @ParameterizedTest
    @EnumSource
    void badGzip(Mode mode) {
        ApiDecodeException failure =
                undecodable(mode, Vendor.json(200, "no gzip at all").addHeader("Content-Encoding", "gzip"));
        assertEquals(message("the body is not the gzip that it says it is at $" + DONE), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void gzipWithAWrongChecksum(Mode mode) throws IOException {
        Buffer good = gzip("{\"id\":\"c1\"}");
        byte[] bytes = good.readByteArray();
        bytes[bytes.length - 6] ^= 1;
        ApiDecodeException failure = undecodable(
                mode, Vendor.status(200).addHeader("Content-Encoding", "gzip").body(new Buffer().write(bytes)));
        assertEquals(message("the body is not the gzip that it says it is at $" + DONE), failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOverTheCap(Mode mode) {
        vendor.enqueue(Vendor.json(200, "\"" + "x".repeat(1 << 20) + "\""));
        tooLarge(vendor.run(mode, vendor.client().service().stop()));
    }

    @ParameterizedTest
    @EnumSource
    void aGzipBombOn200(Mode mode) throws IOException {
        vendor.enqueue(gzipped(200, " ".repeat(20 << 20)));
        tooLarge(vendor.run(mode, vendor.client().service().stop()));
    }

    private void tooLarge(Outcome<Conversation> outcome) {
        ApiBodyTooLargeException failure = outcome.failed(ApiBodyTooLargeException.class);
        assertEquals(
                "acme stopConversation: 200, but its body is longer than 1048576 bytes (counted after"
                        + " decompression); the vendor carried the operation out",
                failure.getMessage());
        assertEquals(1 << 20, failure.limit());
        assertEquals(1, failure.attempts().size());
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOfExactlyTheCap(Mode mode) {
        String id = "x".repeat((1 << 20) - 9);
        vendor.enqueue(Vendor.json(200, "{\"id\":\"" + id + "\"}"));
        assertEquals(
                id,
                vendor.run(mode, vendor.client().service().stop())
                        .success()
                        .body()
                        .id());
    }

    @ParameterizedTest
    @EnumSource
    void aGzipBombOn502KeepsItsStatus(Mode mode) throws IOException {
        vendor.enqueue(gzipped(502, " ".repeat(20 << 20)));
        ApiServerException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiServerException.class);
        assertEquals(502, failure.status());
        assertEquals(64 << 10, failure.rawBody().length());
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatNobodyDocumentsIsNotRead(Mode mode) {
        vendor.enqueue(Vendor.status(200).addHeader("Content-Type", "text/html").body("<html>"));
        ApiResponse<Void> response =
                vendor.run(mode, vendor.client().service().end("c1")).success();
        assertNull(response.body());
        assertEquals(List.of(), vendor.drift);
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentedErrorIsTyped(Mode mode) {
        vendor.enqueue(Vendor.json(400, "{\"error\":\"conversation has ended\"}"));
        ApiBadRequestException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiBadRequestException.class);
        assertEquals(new Problem("conversation has ended"), failure.errorBody(Problem.class));
        assertNull(failure.errorBody(Conversation.class));
        assertEquals("{\"error\":\"conversation has ended\"}", failure.rawBody());
        assertEquals("acme endConversation: 400: {\"error\":\"conversation has ended\"}", failure.getMessage());
        assertEquals("acme endConversation", failure.operation());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorWithoutADocumentedBodyKeepsItsText(Mode mode) {
        vendor.enqueue(Vendor.status(404).body("gone"));
        ApiNotFoundException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiNotFoundException.class);
        assertNull(failure.errorBody(Problem.class));
        assertEquals("gone", failure.rawBody());
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultErrorBodyIsTyped(Mode mode) {
        vendor.enqueue(Vendor.json(500, "{\"error\":\"no\"}"));
        ApiServerException failure =
                vendor.run(mode, vendor.client().service().get()).failed(ApiServerException.class);
        assertEquals(new Problem("no"), failure.errorBody(Problem.class));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorBodyThatDoesNotDecodeKeepsItsStatus(Mode mode) {
        vendor.enqueue(Vendor.json(400, "<html>"));
        ApiBadRequestException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiBadRequestException.class);
        assertNull(failure.errorBody(Problem.class));
        assertEquals("<html>", failure.rawBody());
        assertEquals(
                List.of(new DriftEvent(
                        DriftEvent.Kind.UNDECODABLE_ERROR_BODY, "acme", "endConversation", 400, "Problem", "", "$")),
                vendor.drift);
    }

    @ParameterizedTest
    @EnumSource
    void aLongMessageIsCutTo1KiB(Mode mode) {
        vendor.enqueue(Vendor.status(404).body("word ".repeat(5000)));
        ApiNotFoundException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiNotFoundException.class);
        assertEquals(
                "acme endConversation: 404: ".length() + 202,
                failure.getMessage().length());
        assertEquals(25000, failure.rawBody().length());
    }

    @ParameterizedTest
    @EnumSource
    void controlCharactersLeaveNoTraceInMessages(Mode mode) {
        vendor.enqueue(Vendor.status(404).body("a\u001b[31m\u202eb\r\nc"));
        ApiNotFoundException failure =
                vendor.run(mode, vendor.client().service().end("c1")).failed(ApiNotFoundException.class);
        assertEquals("acme endConversation: 404: a [31m b c", failure.getMessage());
    }

    private static MockResponse.Builder gzipped(int status, String text) throws IOException {
        return Vendor.status(status).addHeader("Content-Encoding", "gzip").body(gzip(text));
    }

    private static Buffer gzip(String text) throws IOException {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped;
    }
}
