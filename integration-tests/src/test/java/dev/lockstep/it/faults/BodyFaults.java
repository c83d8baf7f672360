package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.ambiguous;
import static dev.lockstep.it.faults.Expected.fails;
import static dev.lockstep.it.faults.Fault.fault;
import static dev.lockstep.it.faults.Fault.starred;

import dev.lockstep.client.ApiBodyTooLargeException;
import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiDecodeException;
import dev.lockstep.client.ApiServerException;
import dev.lockstep.client.ApiTimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;

/** Faults in the answer's body. Where the page documents no body, a success is a success without it. */
final class BodyFaults {
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
    private static final String CUT = "RESPONSE_BODY 200 (ProtocolException|EOFException|IOException|SocketException)";
    private static final String LATE = "RESPONSE_BODY 200 (InterruptedIOException|SocketTimeoutException)";
    private static final int BOMB_MIB = 64;
    private static final ByteString BOMB = bomb();
    private static final int OVER_THE_CAP = (1 << 20) + 1;

    static final List<Fault> ROWS = List.of(
            starred(
                    "cut content-length",
                    world -> world.answer(world.ok().onResponseBody(CLOSE)),
                    ambiguous(ApiConnectionException.class, CUT).elseSuccess()),
            starred(
                    "cut chunked",
                    world -> world.answer(
                            world.ok().chunkedBody(world.subject().success(), 5).onResponseBody(CLOSE)),
                    ambiguous(ApiConnectionException.class, CUT).elseSuccess()),
            starred(
                    "stall body",
                    world -> {
                        world.attemptTimeout(Faults.STALL);
                        world.answer(world.ok().onResponseBody(SocketEffect.Stall.INSTANCE));
                    },
                    ambiguous(ApiTimeoutException.class, LATE).elseSuccess()),
            starred(
                    "drip 1 byte/200 ms",
                    world -> {
                        world.attemptTimeout(Faults.STALL);
                        world.answer(drip(world));
                    },
                    ambiguous(ApiTimeoutException.class, LATE).elseSuccess()),
            fault(
                    "gzip bomb on 200",
                    world -> world.answer(bomb(world.ok())),
                    fails(ApiBodyTooLargeException.class, "COMPLETE 200").elseSuccess()),
            fault(
                            "gzip bomb on 502",
                            world -> world.answer(bomb(world.ok().code(502))),
                            ambiguous(ApiServerException.class, "COMPLETE 502"))
                    .and(BodyFaults::errorBodyIsCapped),
            fault(
                    "bad gzip",
                    world -> world.answer(
                            world.ok().setHeader("Content-Encoding", "gzip").body(badGzip())),
                    fails(ApiDecodeException.class, "COMPLETE 200").elseSuccess()),
            fault(
                    "plain over the cap",
                    world -> world.answer(world.ok().body(" ".repeat(OVER_THE_CAP))),
                    fails(ApiBodyTooLargeException.class, "COMPLETE 200").elseSuccess()),
            fault(
                    "204 with body",
                    world -> world.answer(world.ok().code(204)),
                    fails(ApiDecodeException.class, "COMPLETE 204").but(BodyFaults::undecoded, BodyFaults::noContent)));

    private BodyFaults() {}

    private static boolean undecoded(Cell cell) {
        return !cell.subject().has(Subject.Trait.DECODED);
    }

    private static Expected noContent(Cell cell) {
        return new Expected(null, 1, List.of(), List.of("COMPLETE 204"));
    }

    private static MockResponse.Builder drip(World world) {
        MockResponse.Builder answer = world.ok().throttleBody(1, 200, TimeUnit.MILLISECONDS);
        // The server would read as slowly as it writes.
        return world.subject().has(Subject.Trait.REQUEST_BODY) ? answer.doNotReadRequestBody() : answer;
    }

    /** A body that is small on the wire. */
    private static MockResponse.Builder bomb(MockResponse.Builder answer) {
        return answer.setHeader("Content-Encoding", "gzip").body(new Buffer().write(BOMB));
    }

    private static ByteString bomb() {
        Buffer packed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
            for (int i = 0; i < BOMB_MIB; i++) {
                sink.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.readByteString();
    }

    private static Buffer badGzip() {
        return new Buffer()
                .writeByte(0x1f)
                .writeByte(0x8b)
                .writeByte(8)
                .write(new byte[7])
                .writeUtf8("this was never deflated");
    }

    private static void errorBodyIsCapped(World world, Outcome outcome) {
        if (outcome.failure() instanceof ApiServerException failure
                && failure.rawBody().length() > 64 << 10) {
            throw new AssertionError(failure.rawBody().length() + " characters were read");
        }
    }
}
