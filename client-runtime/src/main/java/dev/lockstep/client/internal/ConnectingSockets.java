package dev.lockstep.client.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells an attempt of the sockets that its connects open. OkHttp announces a connect and opens its socket on one thread, and
 * knows of no cancellation that comes between a connect and its tunnel or handshake.
 */
final class ConnectingSockets extends SocketFactory {
    private static final ThreadLocal<@Nullable Consumer<Socket>> NEXT = new ThreadLocal<>();

    private final SocketFactory users;

    ConnectingSockets(SocketFactory users) {
        this.users = users;
    }

    /** Hears of the next socket that this thread opens. */
    static void announce(Consumer<Socket> listener) {
        NEXT.set(listener);
    }

    /** The connect ended; perhaps it opened no socket here, as one through a SOCKS proxy does not. */
    static void forget() {
        NEXT.remove();
    }

    private static Socket told(Socket socket) {
        Consumer<Socket> listener = NEXT.get();
        NEXT.remove();
        if (listener != null) {
            listener.accept(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return told(users.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return told(users.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return told(users.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return told(users.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return told(users.createSocket(address, port, localAddress, localPort));
    }
}
