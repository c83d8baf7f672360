package dev.lockstep.client.internal;

import dev.lockstep.client.Timing;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * Since when each HTTP/1 connection of a pool is idle, and for how long it may be. OkHttp has one time for all connections
 * of a pool, and looks whether one still lives only after 10 s, and never before a GET.
 */
final class IdleConnections {
    /** The look takes a millisecond where the connection lives: one part in twenty of the time between two calls, at most. */
    private static final Duration LOOK_AFTER = Duration.ofMillis(20);

    private static final ReentrantLock POOLS_LOCK = new ReentrantLock();
    private static final Map<ConnectionPool, IdleConnections> POOLS = new WeakHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Connection, Idle> known = new WeakHashMap<>();

    private IdleConnections() {}

    /** What is known of a pool's connections; shared by all clients that share the pool. */
    static IdleConnections of(ConnectionPool pool) {
        POOLS_LOCK.lock();
        try {
            return POOLS.computeIfAbsent(pool, unknown -> new IdleConnections());
        } finally {
            POOLS_LOCK.unlock();
        }
    }

    /** The connection is or was in use now; from now on it may be idle for this long. */
    void used(Connection connection, Timing timing, Duration limit) {
        Idle idle = new Idle(timing, timing.nanoTime(), limit);
        lock.lock();
        try {
            known.put(connection, idle);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether a request may go out on a connection.
     *
     * @param opened whether the call that asks has opened it; one that a foreign client opened, and kept idle for an
     *     unknown time, is not used
     */
    boolean usable(Connection connection, boolean opened) {
        Idle idle = find(connection);
        if (idle == null) {
            return opened;
        }
        Duration time = idle.time();
        return time.compareTo(idle.limit) <= 0 && (time.compareTo(LOOK_AFTER) <= 0 || lives(connection.socket()));
    }

    private @Nullable Idle find(Connection connection) {
        lock.lock();
        try {
            return known.get(connection);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a connection that carries no call lives: then neither its end nor a byte is to be read from it. */
    private static boolean lives(Socket socket) {
        try {
            int before = socket.getSoTimeout();
            socket.setSoTimeout(1);
            boolean silent = isSilent(socket);
            socket.setSoTimeout(before);
            return silent;
        } catch (IOException broken) {
            return false;
        }
    }

    private static boolean isSilent(Socket socket) throws IOException {
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    /** A time of one client's clock; another client of the same pool may have another. */
    private record Idle(Timing timing, long since, Duration limit) {
        Duration time() {
            return Duration.ofNanos(timing.nanoTime() - since);
        }
    }
}
