package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.ambiguous;
import static dev.lockstep.it.faults.Expected.fails;
import static dev.lockstep.it.faults.Expected.failsThrice;
import static dev.lockstep.it.faults.Expected.repeated;
import static dev.lockstep.it.faults.Fault.fault;
import static dev.lockstep.it.faults.Fault.starred;
import static dev.lockstep.it.faults.Subject.Trait.REQUEST_BODY;

import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiTimeoutException;
import dev.lockstep.client.RetryClass;
import java.util.List;
import mockwebserver3.SocketEffect;

/** Faults while the request is written. */
final class RequestFaults {
    private static final String BROKEN = "(REQUEST_BODY|RESPONSE_HEAD) (SocketException|IOException)";
    /** More than the buffers of two sockets hold. */
    private static final int LONG = 1 << 20;

    static final List<Fault> ROWS = List.of(
            starred(
                            "close onRequestBody",
                            world -> world.breakOff(world.ok().onRequestBody(new SocketEffect.CloseSocket())),
                            ambiguous(ApiConnectionException.class, BROKEN))
                    .needing(REQUEST_BODY),
            starred(
                            "stall request",
                            world -> {
                                longRequest(world);
                                world.attemptTimeout(Faults.STALL);
                                world.answer(world.ok().onRequestBody(SocketEffect.Stall.INSTANCE));
                            },
                            eachTime(ApiTimeoutException.class, "REQUEST_BODY InterruptedIOException"))
                    .needing(REQUEST_BODY),
            starred(
                            "write reset",
                            world -> {
                                longRequest(world);
                                world.answer(world.ok().onRequestBody(new SocketEffect.CloseSocket()));
                            },
                            eachTime(ApiConnectionException.class, BROKEN))
                    .needing(REQUEST_BODY),
            fault(
                    "h2 REFUSED_STREAM",
                    world -> {
                        Tls.http2(world);
                        world.answer(world.ok().onResponseStart(new SocketEffect.CloseStream(7)));
                    },
                    repeated(100, "RESPONSE_HEAD StreamResetException")));

    private RequestFaults() {}

    /** The vendor never takes a whole request, and treats the next one alike. */
    private static Expected.Rule eachTime(Class<? extends Throwable> failure, String attempt) {
        String open = attempt + " ambiguous";
        return fails(failure, open)
                .but(cell -> cell.retry() == RetryClass.ALWAYS, failsThrice(failure, open))
                .requests(0);
    }

    private static void longRequest(World world) {
        world.text("x".repeat(LONG));
        Buffers.makeSmall(world);
    }
}
