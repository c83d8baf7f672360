package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.conversations.Tavus;
import dev.lockstep.testing.ReceivedRequest;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire for each operation: request line, every header, no body. */
class RequestTest {
    private AllVendors vendors;

    @BeforeEach
    void start() {
        vendors = new AllVendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(Documented.values())
                .flatMap(operation -> Stream.of(Mode.values()).map(mode -> Arguments.of(operation, mode)));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void requestIsTheDocumentedOne(Documented operation, Mode mode) throws Exception {
        vendors.answer(operation, 200, operation == Documented.TAVUS_CONVERSATION ? "" : "{}");

        mode.end(vendors.conversations(), operation.target);

        ReceivedRequest request = vendors.received(operation).once();
        assertEquals(operation.method + " " + operation.path + " HTTP/1.1", request.requestLine());
        assertEquals("", request.body());
        assertEquals(headers(operation), new TreeSet<>(request.headers().names()));
    }

    private static SortedSet<String> headers(Documented operation) {
        SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add("Accept-Encoding");
        names.add("Connection");
        names.add("Host");
        names.add("User-Agent");
        if (operation.method.equals("POST")) {
            names.add("Content-Length");
        }
        if (!operation.authHeader.isEmpty()) {
            names.add(operation.authHeader);
        }
        return names;
    }

    @Test
    void idIsOneEncodedPathSegment() throws Exception {
        vendors.answer(Documented.TAVUS_CONVERSATION, 200, "");

        vendors.conversations().end(Tavus.conversation("a/b?c#d e%2F\u00e9"));

        ReceivedRequest request = vendors.received(Documented.TAVUS_CONVERSATION)
                .once()
                .withPathParameter("conversation_id", "a/b?c#d e%2F\u00e9");
        assertEquals("POST /v2/conversations/a%2Fb%3Fc%23d%20e%252F%C3%A9/end HTTP/1.1", request.requestLine());
    }
}
