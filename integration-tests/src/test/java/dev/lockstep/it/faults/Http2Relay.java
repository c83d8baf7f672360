package dev.lockstep.it.faults;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client and a server that speak HTTP/2 without TLS, frame by frame (RFC 9113, 4.1), and decides when the
 * client hears a GOAWAY: by a PING behind it, whose answer proves that it was heard, or not before its next request is under
 * way.
 */
final class Http2Relay implements Closeable {
    /** When the client hears it. */
    enum Hears {
        BEFORE_THE_NEXT_REQUEST,
        DURING_THE_NEXT_REQUEST
    }

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int HEADERS = 1;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;
    private static final int LIMIT_SECONDS = 10;
    private static final byte[] OUR_PING = "goaway??".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch heard = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(2);
    private final Hears hears;
    private final int server;

    /** Relays to this port of this machine. */
    Http2Relay(int server, Hears hears) throws IOException {
        this.server = server;
        this.hears = hears;
        start(this::accept, listening);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Waits until a first GOAWAY came, and was heard if it is to be heard before the next request. */
    void awaitGoAway() throws InterruptedException {
        CountDownLatch latch = hears == Hears.BEFORE_THE_NEXT_REQUEST ? heard : arrived;
        if (!latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no GOAWAY");
        }
    }

    private void accept() throws IOException, InterruptedException {
        while (true) {
            Socket client = listening.accept();
            Socket vendor = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(client);
            sockets.add(vendor);
            start(() -> fromClient(client, vendor), client, vendor);
            start(() -> fromServer(vendor, client), client, vendor);
        }
    }

    private void fromClient(Socket client, Socket vendor) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        OutputStream out = vendor.getOutputStream();
        out.write(in.readNBytes(PREFACE.length()));
        while (true) {
            byte[] frame = frame(in);
            if (frame[3] == PING && (frame[4] & ACK) != 0 && Arrays.equals(frame, ping(ACK))) {
                heard.countDown();
                continue;
            }
            out.write(frame);
            if (frame[3] == HEADERS) {
                asked.countDown();
            }
        }
    }

    private void fromServer(Socket vendor, Socket client) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(vendor.getInputStream()));
        OutputStream out = client.getOutputStream();
        while (true) {
            byte[] frame = frame(in);
            if (frame[3] == GOAWAY) {
                arrived.countDown();
                if (hears == Hears.DURING_THE_NEXT_REQUEST && !asked.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("no second request");
                }
                out.write(frame);
                out.write(ping(0));
            } else {
                out.write(frame);
            }
        }
    }

    /** Head and payload of the next frame. */
    private static byte[] frame(DataInputStream in) throws IOException {
        byte[] head = in.readNBytes(9);
        if (head.length < 9) {
            throw new EOFException();
        }
        int length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | (head[2] & 0xff);
        byte[] frame = Arrays.copyOf(head, 9 + length);
        in.readFully(frame, 9, length);
        return frame;
    }

    private static byte[] ping(int flags) {
        byte[] frame = new byte[9 + OUR_PING.length];
        frame[2] = (byte) OUR_PING.length;
        frame[3] = PING;
        frame[4] = (byte) flags;
        System.arraycopy(OUR_PING, 0, frame, 9, OUR_PING.length);
        return frame;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Until either side closes; then both are closed. */
    private static void start(Work work, Closeable... sides) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException over) {
                        close(List.of(sides));
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(List<? extends Closeable> all) {
        for (Closeable each : all) {
            try {
                each.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        close(List.of(listening));
        close(sockets);
    }
}
