package dev.lockstep.it.faults;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Answers three requests of four well, and each fourth with the next of its faults. */
final class FaultyVendor implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger requests = new AtomicInteger();

    FaultyVendor(Subject subject) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                int number = requests.incrementAndGet();
                // The server would keep every request.
                server.takeRequest(0, TimeUnit.SECONDS);
                MockResponse.Builder ok = World.json(200, subject.success());
                return (number % 4 == 0 ? fault(number / 4, ok) : ok).build();
            }

            @Override
            public MockResponse peek() {
                return new MockResponse.Builder().build();
            }
        });
        server.start();
    }

    private static MockResponse.Builder fault(int number, MockResponse.Builder ok) {
        return switch (number % 25) {
            // Later than an attempt may last; a server that stalls for ever would keep its socket.
            case 0 -> ok.headersDelay(800, TimeUnit.MILLISECONDS);
            case 1, 2 -> ok.onResponseStart(new SocketEffect.CloseSocket());
            case 3, 4 -> ok.onResponseBody(new SocketEffect.CloseSocket());
            case 5, 6 -> ok.code(429).addHeader("Retry-After", "0");
            // Of a 429 it would keep all later calls back.
            case 7 -> ok.code(503).addHeader("Retry-After", "99999999999");
            case 8, 9 -> ok.code(503).addHeader("Retry-After", "0");
            case 10 -> ok.code(408);
            case 11 -> ok.code(204).body("");
            case 12 -> ok.body("<html>");
            case 13 -> ok.body("null");
            case 14 -> ok.body("{\"status\":7,\"more\":[1,2]}");
            case 15 -> ok.code(404);
            case 16 -> ok.code(401);
            case 17 -> ok.code(302).addHeader("Location", "http://127.0.0.1:9/");
            case 18 -> ok.setHeader("Content-Encoding", "gzip");
            case 19 -> ok.status("HELLO");
            case 20 -> ok.chunkedBody("{\"status\":\"ended\"}", 3);
            default -> ok.code(number % 2 == 0 ? 500 : 502);
        };
    }

    int port() {
        return server.getPort();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
