package dev.lockstep.tracker.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A server on this machine's loopback address that answers what it is told, and keeps the last request. */
final class Loopback implements AutoCloseable {
    static {
        // Else each answer waits for a delayed acknowledgement, 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    /**
     * An answer.
     *
     * @param type media type; empty for no body
     */
    record Answer(int status, String type, ByteString body) {
        static final Answer EMPTY = new Answer(200, "", ByteString.EMPTY);
    }

    /**
     * A request.
     *
     * @param path raw
     * @param query raw; empty for none
     * @param headers by lower-case name
     */
    record Sent(String method, String path, String query, Map<String, List<String>> headers, ByteString body) {
        /** The first value; empty for none. */
        String header(String name) {
            List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    private final HttpServer server;
    private volatile Answer answer = Answer.EMPTY;
    private volatile @Nullable Sent sent;

    Loopback() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no server can be started on the loopback address", e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answer(Answer next) {
        sent = null;
        answer = next;
    }

    /** The request since the answer was set; null if none came. */
    @Nullable
    Sent sent() {
        return sent;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String query = exchange.getRequestURI().getRawQuery();
        ByteString body = ByteString.of(exchange.getRequestBody().readAllBytes());
        sent = new Sent(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                body);
        Answer now = answer;
        boolean bare = now.type().isEmpty()
                || now.status() == 204
                || now.status() == 304
                || exchange.getRequestMethod().equals("HEAD");
        if (!now.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", now.type());
        }
        exchange.sendResponseHeaders(
                now.status(), bare || now.body().size() == 0 ? -1 : now.body().size());
        if (!bare && now.body().size() > 0) {
            exchange.getResponseBody().write(now.body().toByteArray());
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
