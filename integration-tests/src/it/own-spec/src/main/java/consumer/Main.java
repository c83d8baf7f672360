package consumer;

import com.sun.net.httpserver.HttpServer;
import consumer.parcels.Parcel;
import consumer.parcels.ParcelsClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Calls a loopback server through the client that this project's build has generated. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/parcels/p1", exchange -> {
            byte[] body = "{\"id\":\"p1\",\"grams\":250}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            ParcelsClient client = ParcelsClient.builder()
                    .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .build();
            Parcel parcel = client.parcels().getParcel("p1").execute();
            expect(parcel.id().equals("p1") && Long.valueOf(250).equals(parcel.grams()), "parcel " + parcel);
        } finally {
            server.stop(0);
        }
        expect(source(Path.of(args[0]), "package-info.java").startsWith("/** Generated for consumer. */"), "template");
        System.out.println("called an operation of a spec of our own");
    }

    private static String source(Path target, String name) throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            Path file = files.filter(path -> path.endsWith(Path.of("consumer/parcels", name)))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
