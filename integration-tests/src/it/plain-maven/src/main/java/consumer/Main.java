package consumer;

import com.sun.net.httpserver.HttpServer;
import dev.lockstep.client.ApiNotFoundException;
import dev.lockstep.client.Config;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.EndStatus;
import dev.lockstep.conversations.Ended;
import dev.lockstep.conversations.Target;
import dev.lockstep.conversations.Tavus;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Ends a conversation on a loopback server, then looks at what the build put on the class path. */
public final class Main {
    private static final Set<String> EXPECTED = Set.of(
            "lockstep-conversations",
            "lockstep-client-tavus",
            "lockstep-client-runtime",
            "retrofit",
            "okhttp-jvm",
            "okio-jvm",
            "moshi",
            "kotlin-stdlib",
            "kotlin-stdlib-jdk7",
            "kotlin-stdlib-jdk8",
            "annotations",
            "jspecify");

    private Main() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            boolean right = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().toString().equals("/v2/conversations/c123456/end")
                    && "consumer-key".equals(exchange.getRequestHeaders().getFirst("x-api-key"));
            exchange.sendResponseHeaders(right ? 200 : 404, -1);
            exchange.close();
        });
        server.start();
        try {
            String baseUrl = "http://127.0.0.1:" + server.getAddress().getPort();
            Map<String, String> settings = Map.of("tavus.base-url", baseUrl, "tavus.api-key", "consumer-key");
            Conversations conversations =
                    Conversations.builder().config(Config.from(settings::get)).build();

            Ended<Void> ended = conversations.end(Tavus.conversation("c123456"));
            expect(ended.status().equals(EndStatus.ENDED), "status " + ended.status());
            try {
                conversations.end(Tavus.conversation("nobody"));
                expect(false, "404 did not throw");
            } catch (ApiNotFoundException e) {
                expect(e.status() == 404, "status " + e.status());
            }
            try {
                conversations.end(Target.of("hamsa", "terminateConversation", new UUID(0, 1).toString()));
                expect(false, "a vendor without its jar did not throw");
            } catch (IllegalStateException e) {
                expect(e.getMessage().contains("dev.lockstep:lockstep-client-hamsa"), e.getMessage());
            }
        } finally {
            server.stop(0);
        }
        List<URL> okhttps = Collections.list(Main.class.getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        expect(okhttps.size() == 1, "okhttp is on the class path " + okhttps.size() + " times: " + okhttps);
        expect(okhttps.toString().contains("okhttp-jvm-5"), "okhttp: " + okhttps);
        for (String optional : List.of("io.micrometer", "io.opentelemetry", "org.slf4j")) {
            String resource = optional.replace('.', '/');
            expect(Main.class.getClassLoader().getResource(resource) == null, optional + " is on the class path");
        }
        expectFootprint();
        System.out.println("ended a conversation through " + okhttps.get(0));
    }

    /** What a user's application gets: our own jars, and nine of others. */
    private static void expectFootprint() {
        TreeSet<String> jars = new TreeSet<>();
        long bytes = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                File jar = new File(entry);
                jars.add(jar.getName().replaceFirst("-[0-9].*", ""));
                bytes += jar.length();
            }
        }
        expect(jars.equals(EXPECTED), "jars: " + jars);
        expect(bytes < 4_000_000, "the jars have " + bytes + " bytes");
        System.out.println(jars.size() + " jars, " + bytes + " bytes");
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
