package dev.lockstep.client;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A vendor of sockets alone: answers any request with the same bytes, and closes its connections when a test wants it. */
final class RawVendor implements Closeable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final @Nullable SSLSocketFactory tls;
    private volatile byte[] answer = new byte[0];

    RawVendor() throws IOException {
        this(null);
    }

    RawVendor(@Nullable SSLSocketFactory tls) throws IOException {
        this.tls = tls;
        daemon(this::accept);
    }

    /** Answers from now on; one character is one byte. */
    RawVendor answers(String latin1) {
        answer = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return this;
    }

    /** A whole answer with a JSON body that every operation of the fixture can read. */
    static String answer(String status, String... headerLines) {
        String body = "{\"id\":\"c1\"}";
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (String line : headerLines) {
            text.append(line).append("\r\n");
        }
        return text.append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length())
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    String url() {
        return (tls == null ? "http" : "https") + "://localhost:" + server.getLocalPort() + "/";
    }

    int requests() {
        return requests.get();
    }

    /** Connections that were ever opened. */
    int connections() {
        return connections.size();
    }

    /** Sends what nobody asked for, over every connection; one character is one byte. */
    void say(String latin1) throws IOException {
        for (Socket connection : connections) {
            connection.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Ends every connection without a word, as a server does whose patience with idle ones is over. */
    void closeConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket connection = secured(server.accept());
            connections.add(connection);
            daemon(() -> serve(connection));
        }
    }

    private Socket secured(Socket plain) throws IOException {
        if (tls == null) {
            return plain;
        }
        SSLSocket secured = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private void serve(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        while (true) {
            readRequest(in);
            requests.incrementAndGet();
            connection.getOutputStream().write(answer);
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        long length = 0;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        // By the test, or by the client.
                    }
                },
                "raw-vendor");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeConnections();
    }
}
