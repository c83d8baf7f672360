package dev.lockstep.benchmarks.orders;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/**
 * Connections that end in memory: each request is answered with the same bytes by the thread that sent it. What is left of a
 * call's time is the client's own.
 */
final class MemorySockets extends SocketFactory {
    private final byte[] answer;

    MemorySockets(byte[] answer) {
        this.answer = answer;
    }

    @Override
    public Socket createSocket() {
        return new MemorySocket(answer);
    }

    @Override
    public Socket createSocket(String host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        return createSocket();
    }

    private static final class MemorySocket extends Socket {
        private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        private final byte[] answer;
        private int matched;
        private int left;

        MemorySocket(byte[] answer) {
            this.answer = answer;
        }

        @Override
        public void connect(SocketAddress address) {}

        @Override
        public void connect(SocketAddress address, int timeout) {}

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public void setSoTimeout(int millis) {}

        @Override
        public int getSoTimeout() {
            return 0;
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int one) {
                    matched = one == END[matched] ? matched + 1 : one == END[0] ? 1 : 0;
                    if (matched == END.length) {
                        matched = 0;
                        left += answer.length;
                    }
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    for (int i = from; i < from + length; i++) {
                        write(bytes[i]);
                    }
                }
            };
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] bytes, int from, int length) {
                    if (left == 0) {
                        throw new IllegalStateException("nothing was asked for");
                    }
                    int start = (answer.length - left % answer.length) % answer.length;
                    int count = Math.min(length, answer.length - start);
                    System.arraycopy(answer, start, bytes, from, count);
                    left -= count;
                    return count;
                }
            };
        }
    }
}
