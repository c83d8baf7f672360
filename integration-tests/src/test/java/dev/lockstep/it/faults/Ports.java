package dev.lockstep.it.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Ports of this machine that take no connection. */
final class Ports {
    private Ports() {}

    /** A port at which nobody listens. */
    static int closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A port whose listener accepts nobody, and whose queue is full. */
    static int full() {
        return Full.INSTANCE.listener.getLocalPort();
    }

    private static final class Full {
        static final Full INSTANCE = new Full();

        private final ServerSocket listener;
        /** Kept, so that they stay in the queue. */
        private final List<Socket> queued = new ArrayList<>();

        private Full() {
            try {
                listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                while (connects()) {
                    // One more of those that fit.
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean connects() throws IOException {
            if (queued.size() > 100) {
                throw new IOException("the queue of a listening socket never fills");
            }
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort()), 500);
                return true;
            } catch (SocketTimeoutException full) {
                return false;
            }
        }
    }
}
