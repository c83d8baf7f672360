package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.ambiguous;
import static dev.lockstep.it.faults.Expected.repeated;
import static dev.lockstep.it.faults.Expected.success;
import static dev.lockstep.it.faults.Fault.fault;
import static dev.lockstep.it.faults.Fault.starred;

import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.it.faults.Http2Relay.Hears;
import java.io.IOException;
import java.util.List;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;

/** Faults in the answer's head. */
final class HeadFaults {
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();
    private static final String CUT = "RESPONSE_HEAD (IOException|SocketException)";
    private static final int INTERNAL_ERROR = 2;
    private static final int CANCEL = 8;

    static final List<Fault> ROWS = List.of(
            starred(
                    "close onResponseStart fresh",
                    world -> world.answer(world.ok().onResponseStart(CLOSE)),
                    ambiguous(ApiConnectionException.class, CUT)),
            starred(
                    "close onResponseStart pooled",
                    world -> {
                        world.warm(world.ok());
                        world.answer(world.ok().onResponseStart(CLOSE));
                    },
                    ambiguous(ApiConnectionException.class, CUT)),
            starred(
                    "stall headers",
                    world -> {
                        world.attemptTimeout(Faults.STALL);
                        world.answer(world.ok().onResponseStart(SocketEffect.Stall.INSTANCE));
                    },
                    ambiguous(
                            ApiTimeoutException.class,
                            "RESPONSE_HEAD (InterruptedIOException|SocketTimeoutException)")),
            starred(
                    "bad status line",
                    world -> world.answer(world.ok().status("HELLO")),
                    ambiguous(ApiConnectionException.class, "RESPONSE_HEAD (ProtocolException|IOException)")),
            starred(
                    "headers over 256 KiB",
                    world -> world.answer(world.ok().addHeader("X-Huge", "h".repeat(300 << 10))),
                    ambiguous(ApiConnectionException.class, "RESPONSE_HEAD (IOException|EOFException)")),
            starred(
                    "h2 INTERNAL_ERROR",
                    world -> reset(world, INTERNAL_ERROR),
                    ambiguous(ApiConnectionException.class, "RESPONSE_HEAD StreamResetException")),
            starred(
                    "h2 CANCEL",
                    world -> reset(world, CANCEL),
                    ambiguous(ApiConnectionException.class, "RESPONSE_HEAD StreamResetException")),
            fault("h2 GOAWAY after response", world -> goAway(world, Hears.BEFORE_THE_NEXT_REQUEST), success()));

    /** The same GOAWAY, heard when the call's stream is open: that stream is above the GOAWAY's last one. */
    static final Fault LATE_GOAWAY = fault(
            "h2 GOAWAY heard late",
            world -> goAway(world, Hears.DURING_THE_NEXT_REQUEST),
            repeated(100, "RESPONSE_HEAD StreamResetException").requests(1));

    private HeadFaults() {}

    private static void goAway(World world, Hears hears) throws IOException {
        world.http().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        world.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        world.server.start();
        Http2Relay relay = new Http2Relay(world.server.getPort(), hears);
        world.closing(relay);
        world.configure("base-url", "http://localhost:" + relay.port());
        world.warm(world.ok().onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE));
        world.atStart(call -> relay.awaitGoAway());
    }

    private static void reset(World world, int code) {
        Tls.http2(world);
        world.answer(world.ok().onResponseStart(new SocketEffect.CloseStream(code)));
    }
}
