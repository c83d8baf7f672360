package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiException;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The right credential in the right place, and in no other: not on the wire, not in a message, not in a log. */
class AuthTest {
    private FakeVendors vendors;

    @BeforeEach
    void start() throws Exception {
        vendors = new FakeVendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    static Stream<Arguments> operations() {
        return RequestTest.operations();
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void sendsTheVendorsOwnCredentialAndNothingElse(Documented operation, Mode mode) throws Exception {
        vendors.answer(operation, 200, "{}");

        mode.end(vendors.conversations(), operation.target);

        RecordedRequest request = vendors.request(operation);
        Map<String, String> carriers = new TreeMap<>();
        request.getHeaders().forEach(header -> {
            if (header.getSecond().contains(FakeVendors.CANARY)) {
                carriers.put(header.getFirst(), header.getSecond());
            }
        });
        Map<String, String> expected = operation.authHeader.isEmpty()
                ? Map.of()
                : Map.of(operation.authHeader, operation.authPrefix + FakeVendors.credential(operation.vendor()));
        assertEquals(expected, carriers);
        assertFalse(request.getTarget().contains(FakeVendors.CANARY));
        for (String vendor : Documented.VENDORS) {
            assertEquals(
                    vendor.equals(operation.vendor()) ? 1 : 0,
                    vendors.server(vendor).getRequestCount(),
                    vendor);
        }
    }

    static Stream<Arguments> failures() {
        List<MockResponse> answers = List.of(
                FakeVendors.response(400, "{\"error\":\"no\"}"),
                FakeVendors.response(401, "{\"message\":\"no\"}"),
                FakeVendors.response(500, "<html>no</html>"),
                new MockResponse.Builder()
                        .code(307)
                        .setHeader("Location", "https://elsewhere.example/")
                        .build(),
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        return operations()
                .flatMap(arguments -> answers.stream()
                        .map(answer ->
                                Arguments.of(arguments.get()[0], arguments.get()[1], answer)));
    }

    @ParameterizedTest(name = "{1} {0} {2}")
    @MethodSource("failures")
    void noCredentialInWhatAFailureTells(Documented operation, Mode mode, MockResponse answer) {
        for (int i = 0; i < 3; i++) {
            vendors.answer(operation, answer);
        }
        try (LogRecorder logs = new LogRecorder()) {
            Conversations conversations = vendors.conversations();

            ApiException e = assertThrows(ApiException.class, () -> mode.end(conversations, operation.target));

            StringWriter told = new StringWriter();
            e.printStackTrace(new PrintWriter(told, true));
            told.write(e + " " + e.attempts() + conversations + conversations.policies() + logs.text());
            assertFalse(told.toString().contains(FakeVendors.CANARY), told::toString);
        }
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void noCredentialInWhatASuccessTells(Documented operation, Mode mode) throws Exception {
        vendors.answer(operation, 200, "{}");
        try (LogRecorder logs = new LogRecorder()) {
            Ended<?> ended = mode.end(vendors.conversations(), operation.target);

            String told = ended + " " + ended.response() + ended.response().headers()
                    + ended.response().body() + ended.attempts() + ended.target() + logs.text();
            assertFalse(told.contains(FakeVendors.CANARY), told);
        }
    }
}
