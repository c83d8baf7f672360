package dev.lockstep.benchmarks.orders;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers each request with the same bytes, over connections that stay open; allocates nothing for a request. */
final class LoopbackServer implements Closeable {
    private final ServerSocket listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "server");
        thread.setDaemon(true);
        return thread;
    });
    private final byte[] answer;

    /** Starts answering every request with these bytes: head and body. */
    LoopbackServer(byte[] answer) throws IOException {
        this.answer = answer.clone();
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[8192];
            int ended = 0;
            int read = in.read(buffer);
            while (read > 0) {
                for (int i = 0; i < read; i++) {
                    boolean next = buffer[i] == (ended % 2 == 0 ? '\r' : '\n');
                    ended = next ? ended + 1 : 0;
                    if (ended == 4) {
                        out.write(answer);
                        ended = 0;
                    }
                }
                read = in.read(buffer);
            }
        } catch (IOException closed) {
            // The client is done.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
