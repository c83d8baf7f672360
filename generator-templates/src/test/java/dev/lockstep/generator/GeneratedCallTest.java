package dev.lockstep.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.client.ApiCall;
import dev.lockstep.client.ApiStatusException;
import dev.lockstep.client.BinaryBody;
import dev.lockstep.client.EventStream;
import dev.lockstep.client.json.Upload;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls of a generated client put on the wire, and what they make of the answer. */
class GeneratedCallTest {
    private static final UUID ID = UUID.fromString("849e77c6-5cb3-479a-a985-7fab630e2c78");
    private static final String ORDER = """
            {"id":"o1","status":"paid","created":"2024-02-29T23:59:59Z","lines":[]}""";

    private final MockWebServer server = new MockWebServer();
    private Object client;

    @BeforeEach
    void start() throws Throwable {
        server.start();
        Object builder = Fixtures.shop().type("ShopClient").getMethod("builder").invoke(null);
        call(builder, "baseUrl", server.url("/api").toString());
        call(builder, "key", "k1");
        client = call(builder, "build");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Object call(Object target, String name, Object... arguments) throws Throwable {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && fits(method, arguments)) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new AssertionError("no method " + name + List.of(arguments));
    }

    private static boolean fits(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length || method.isBridge()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object builder(String type) throws Throwable {
        return Fixtures.shop().type(type).getMethod("builder").invoke(null);
    }

    private static Object order() throws Exception {
        return Fixtures.shop().adapter("Order").fromJson(ORDER);
    }

    private RecordedRequest execute(String api, String method, Object... arguments) throws Throwable {
        ((ApiCall<?>) call(call(client, api), method, arguments)).execute();
        return server.takeRequest();
    }

    private void answer(String contentType, String body) {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", contentType)
                .body(body)
                .build());
    }

    private String query(String name, Object value) throws Throwable {
        answer("application/json", ORDER);
        Object options = builder("GetOrderOptions");
        call(options, name, value);
        String line = execute("orders", "getOrder", ID, call(options, "build")).getTarget();
        return line.substring(("/api/orders/" + ID).length());
    }

    @Test
    void sendsNoParameterThatIsNotGiven() throws Throwable {
        answer("application/json", ORDER);

        assertEquals("/api/orders/" + ID, execute("orders", "getOrder", ID).getTarget());
    }

    @Test
    void repeatsExplodedLists() throws Throwable {
        assertEquals("?expand=a%20b&expand=c", query("expand", List.of("a b", "c")));
    }

    @Test
    void joinsListsThatAreNotExploded() throws Throwable {
        assertEquals("?fields=a%2Cb,c", query("fields", List.of("a,b", "c")));
    }

    @Test
    void joinsWithEncodedPipes() throws Throwable {
        assertEquals("?tags=a%7Cb", query("tags", List.of("a", "b")));
    }

    @Test
    void spreadsDeepObjects() throws Throwable {
        Object filter = builder("GetOrderFilter");
        call(filter, "status", "open");
        call(filter, "min", 5L);

        assertEquals("?filter%5Bstatus%5D=open&filter%5Bmin%5D=5", query("filter", call(filter, "build")));
    }

    @Test
    void writesTimestampsWithSeconds() throws Throwable {
        assertEquals("?since=2024-02-29T00%3A00%3A00Z", query("since", OffsetDateTime.parse("2024-02-29T00:00Z")));
    }

    @Test
    void leavesReservedCharactersWhereAllowed() throws Throwable {
        assertEquals("?callback=https://a.b/c?d%3De%20f%26", query("callback", "https://a.b/c?d=e f&"));
    }

    @Test
    void writesContentParametersAsJson() throws Throwable {
        Object money = builder("Money");
        call(money, "cents", 5L);

        assertEquals("?shape=%7B%22cents%22%3A5%7D", query("shape", call(money, "build")));
    }

    @Test
    void sendsHeadersAndOneCookieHeader() throws Throwable {
        answer("application/json", ORDER);
        Object options = builder("GetOrderOptions");
        call(options, "xTrace", "t1");
        call(options, "session", "s 1");
        call(options, "theme", "dark");

        RecordedRequest request = execute("orders", "getOrder", ID, call(options, "build"));

        assertEquals("t1", request.getHeaders().get("X-Trace"));
        assertEquals("session=s%201; theme=dark", request.getHeaders().get("Cookie"));
        assertEquals("k1", request.getHeaders().get("X-Key"));
    }

    @Test
    void writesPathStyles() throws Throwable {
        answer("text/plain", "plain");

        assertEquals(
                "/api/matrix/;point=1;point=2/.red,blue",
                execute("matrix", "matrix", List.of(1L, 2L), List.of("red", "blue"))
                        .getTarget());
    }

    @Test
    void readsTextAsItIs() throws Throwable {
        answer("text/plain", "\"not json");

        ApiCall<?> call = (ApiCall<?>) call(call(client, "matrix"), "matrix", List.of(1L), List.of("red"));

        assertEquals("\"not json", call.execute());
    }

    @Test
    void sendsBodiesWithDelete() throws Throwable {
        server.enqueue(new MockResponse.Builder().code(204).build());
        Object body = builder("DropOrderRequest");
        call(body, "why", "tired");

        RecordedRequest request = execute("orders", "dropOrder", ID, call(body, "build"));

        assertEquals("DELETE", request.getMethod());
        assertEquals("{\"why\":\"tired\"}", utf8(request));
    }

    @Test
    void sendsNoCredentialWhereNoneIsDocumented() throws Throwable {
        answer("application/json", ORDER);

        RecordedRequest request = execute("orders", "createOrder", order());

        assertNull(request.getHeaders().get("X-Key"));
        assertEquals(ORDER.strip(), utf8(request));
        assertTrue(String.valueOf(request.getHeaders().get("Content-Type")).startsWith("application/json"));
    }

    @Test
    void writesForms() throws Throwable {
        answer("application/json", ORDER);
        Object money = builder("Money");
        call(money, "cents", 5L);
        Object form = builder("CreateOrderRequest");
        call(form, "name", "a&b");
        call(form, "tags", List.of("x", "y"));
        call(form, "money", call(money, "build"));

        RecordedRequest request = execute("orders", "createOrderAsForm", call(form, "build"));

        assertEquals("name=a%26b&tags=x&tags=y&money%5Bcents%5D=5", utf8(request));
    }

    @Test
    void writesMultipartBodies() throws Throwable {
        answer("application/json", ORDER);
        Object money = builder("Money");
        call(money, "cents", 5L);
        Object parts = builder("CreateOrderRequest2");
        call(
                parts,
                "photo",
                Upload.of("cat.png", "meow".getBytes(StandardCharsets.UTF_8)).withMediaType("image/png"));
        call(parts, "note", "hello");
        call(parts, "money", call(money, "build"));

        String body = utf8(execute("orders", "createOrderAsMultipart", call(parts, "build")));

        assertTrue(body.contains("name=\"photo\"; filename=\"cat.png\"\r\nContent-Type: image/png"), body);
        assertTrue(body.contains("name=\"note\"\r\n"), body);
        assertTrue(body.contains("\r\n\r\n{\"cents\":5}\r\n"), body);
    }

    @Test
    void writesTextAndBytes() throws Throwable {
        answer("application/json", ORDER);
        RecordedRequest text = execute("orders", "createOrderAsText", "plain");
        assertEquals("text/plain; charset=utf-8", text.getHeaders().get("Content-Type"));
        assertEquals("plain", utf8(text));

        answer("application/json", ORDER);
        RecordedRequest bytes = execute("orders", "createOrderAsBinary", RequestBody.create(new byte[] {1, 2}, null));
        assertEquals("image/png", bytes.getHeaders().get("Content-Type"));
        assertEquals(2, bytes.getBodySize());
    }

    @Test
    void streamsBytes() throws Throwable {
        answer("image/png", "pixels");

        try (BinaryBody body = (BinaryBody) ((ApiCall<?>) call(call(client, "photo"), "photo")).execute()) {
            assertEquals("pixels", new String(body.readAll(), StandardCharsets.UTF_8));
        }
        assertEquals("image/png", server.takeRequest().getHeaders().get("Accept"));
    }

    @Test
    void streamsEvents() throws Throwable {
        answer("text/event-stream", "data: {\"cents\":1}\n\ndata: {\"cents\":2}\n\n");
        List<String> seen = new ArrayList<>();

        try (EventStream<?> events = (EventStream<?>) ((ApiCall<?>) call(call(client, "events"), "events")).execute()) {
            for (EventStream.Event<?> event = events.next(); event != null; event = events.next()) {
                seen.add(event.data().toString());
            }
        }

        assertEquals(List.of("Money[cents=1]", "Money[cents=2]"), seen);
    }

    @Test
    void errorsCarryTheBodyOfTheirStatus() throws Throwable {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .addHeader("Content-Type", "application/json")
                .body("{\"reason\":\"gone\"}")
                .build());

        ApiStatusException error = assertThrows(ApiStatusException.class, () -> execute("orders", "getOrder", ID));

        Object body = error.errorBody(Fixtures.shop().type("GetOrderClientError"));
        assertEquals("gone", call(Objects.requireNonNull(body), "reason"));
    }

    @Test
    void refusesAnEmptyArgumentBeforeTheNetwork() throws Throwable {
        Object orders = call(client, "orders");
        Method method = orders.getClass().getMethod("getOrder", UUID.class);

        InvocationTargetException refused =
                assertThrows(InvocationTargetException.class, () -> method.invoke(orders, new Object[] {null}));

        assertEquals("order_id", Objects.requireNonNull(refused.getCause()).getMessage());
        assertEquals(0, server.getRequestCount());
    }

    private static String utf8(RecordedRequest request) {
        return Objects.requireNonNull(request.getBody()).utf8();
    }
}
