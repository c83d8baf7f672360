package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import org.junit.jupiter.api.Test;

/** When a connection is looked at before it is used, and what the look finds. */
class IdleConnectionsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ManualTiming timing = new ManualTiming();
    private final IdleConnections connections = IdleConnections.of(new ConnectionPool());

    private static Connection on(Socket socket) {
        return Stub.of(Connection.class, Map.of("socket", socket));
    }

    private static Socket closed() throws IOException {
        Socket socket = new Socket();
        socket.close();
        return socket;
    }

    @Test
    void oneOfWhichNothingIsKnownIsUsableForTheCallThatOpenedIt() throws IOException {
        Connection connection = on(closed());
        assertTrue(connections.usable(connection, true));
        assertFalse(connections.usable(connection, false));
    }

    @Test
    void oneThatIsBrokenIsFoundOnceItWasIdleForMoreThan20Milliseconds() throws IOException {
        Connection connection = on(closed());
        connections.used(connection, timing, LONG);
        timing.advance(Duration.ofMillis(20));
        assertTrue(connections.usable(connection, false));
        timing.advance(Duration.ofNanos(1));
        assertFalse(connections.usable(connection, false));
    }

    @Test
    void theLookKeepsASocketsOwnTimeout() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket peer = server.accept()) {
            socket.setSoTimeout(7_000);
            Connection connection = on(socket);
            connections.used(connection, timing, LONG);
            timing.advance(Duration.ofSeconds(1));
            assertTrue(connections.usable(connection, false));
            assertEquals(7_000, socket.getSoTimeout());
            peer.getOutputStream().write('x');
            assertFalse(connections.usable(connection, false));
        }
    }
}
