package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.millis;
import static dev.lockstep.it.faults.Expected.success;
import static dev.lockstep.it.faults.Fault.fault;

import dev.lockstep.client.ApiCanceledException;
import dev.lockstep.client.ApiConnectionException;
import dev.lockstep.client.ApiInterruptedException;
import dev.lockstep.client.ApiTooManyRequestsException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dispatcher;

/** Calls that are ended from our side. */
final class LifecycleFaults {
    private static final String THROTTLED = "COMPLETE 429";

    static final List<Fault> ROWS = List.of(
            fault(
                    "cancel before start",
                    world -> world.atStart(call -> call.cancel()),
                    cell -> new Expected(ApiCanceledException.class, 0, List.of(), List.of())),
            fault(
                    "cancel in back-off",
                    LifecycleFaults::cancelInBackOff,
                    cell -> new Expected(ApiCanceledException.class, 1, millis(500), List.of(THROTTLED))),
            fault(
                    "cancel in read",
                    LifecycleFaults::cancelInRead,
                    cell -> new Expected(
                            ApiCanceledException.class,
                            1,
                            List.of(),
                            List.of("(REQUEST_HEAD|RESPONSE_HEAD) (IOException|SocketException) ambiguous"))),
            fault("interrupt in back-off", LifecycleFaults::interruptInBackOff, LifecycleFaults::interrupted),
            fault(
                    "deadline in back-off",
                    world -> {
                        world.answer(throttled());
                        world.timing.duringWaits(() -> world.timing.advance(Duration.ofMinutes(1)));
                    },
                    cell -> new Expected(ApiTooManyRequestsException.class, 1, millis(500), List.of(THROTTLED))),
            fault(
                    "executor shut down",
                    world -> {
                        Dispatcher dispatcher = new Dispatcher();
                        dispatcher.executorService().shutdown();
                        world.http().dispatcher(dispatcher);
                    },
                    LifecycleFaults::rejected));

    private LifecycleFaults() {}

    private static MockResponse.Builder throttled() {
        return new MockResponse.Builder().code(429);
    }

    private static void cancelInBackOff(World world) {
        world.answer(throttled());
        world.atStart(call -> world.timing.insteadOfWaiting(call::cancel));
    }

    private static void cancelInRead(World world) {
        world.answer(world.ok().onResponseStart(SocketEffect.Stall.INSTANCE));
        world.meanwhile(call -> {
            World.await(() -> world.server.getRequestCount() == 1);
            call.cancel();
        });
    }

    private static void interruptInBackOff(World world) {
        world.answer(throttled());
        if (world.mode() == Cell.Mode.SYNC) {
            world.timing.insteadOfWaiting(world::interrupt);
        } else {
            world.timing.duringWaits(world::interrupt);
        }
    }

    /** An asynchronous call waits on no thread of the caller's: interrupting that changes nothing. */
    private static Expected interrupted(Cell cell) {
        return cell.mode() == Cell.Mode.SYNC
                ? new Expected(ApiInterruptedException.class, 1, millis(500), List.of(THROTTLED))
                : Expected.repeated(500, THROTTLED).of(cell);
    }

    /** A synchronous call needs no executor. */
    private static Expected rejected(Cell cell) {
        return cell.mode() == Cell.Mode.SYNC
                ? success().of(cell)
                : new Expected(ApiConnectionException.class, 0, List.of(), List.of("QUEUED InterruptedIOException"));
    }
}
