package dev.lockstep.it;

import dev.lockstep.client.Config;
import dev.lockstep.client.DriftEvent;
import dev.lockstep.conversations.Conversations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** One loopback server for each vendor, and conversations that hold a different credential for each. */
final class FakeVendors implements AutoCloseable {
    /** Part of every credential: it must show up nowhere but in the one header. */
    static final String CANARY = "canary0";

    private final SortedMap<String, MockWebServer> servers = new TreeMap<>();
    private final List<DriftEvent> drift = new CopyOnWriteArrayList<>();

    FakeVendors() throws IOException {
        for (String vendor : Documented.VENDORS) {
            MockWebServer server = new MockWebServer();
            server.start();
            servers.put(vendor, server);
        }
    }

    static String credential(String vendor) {
        return CANARY + "-" + vendor;
    }

    MockWebServer server(String vendor) {
        MockWebServer server = servers.get(vendor);
        if (server == null) {
            throw new IllegalArgumentException(vendor);
        }
        return server;
    }

    void answer(Documented operation, MockResponse response) {
        server(operation.vendor()).enqueue(response);
    }

    void answer(Documented operation, int status, String body) {
        answer(operation, response(status, body));
    }

    /** A JSON answer, or one without a body where the text is empty. */
    static MockResponse response(int status, String body) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        return body.isEmpty()
                ? response.build()
                : response.body(body)
                        .setHeader("Content-Type", "application/json")
                        .build();
    }

    RecordedRequest request(Documented operation) throws InterruptedException {
        return server(operation.vendor()).takeRequest();
    }

    int requests(Documented operation) {
        return server(operation.vendor()).getRequestCount();
    }

    /** Base URLs of all vendors, and every vendor's credential. */
    Map<String, String> configuration() {
        Map<String, String> values = new TreeMap<>();
        servers.forEach((vendor, server) -> {
            values.put(vendor + ".base-url", "http://127.0.0.1:" + server.getPort());
            values.put(Documented.credentialName(vendor), credential(vendor));
        });
        return values;
    }

    Conversations.Builder builder() {
        return Conversations.builder().config(Config.of(configuration())).driftListener(drift::add);
    }

    Conversations conversations() {
        return builder().build();
    }

    /** What the drift listener of {@link #builder()} was told. */
    List<DriftEvent> drift() {
        return drift;
    }

    @Override
    public void close() {
        servers.values().forEach(MockWebServer::close);
    }
}
