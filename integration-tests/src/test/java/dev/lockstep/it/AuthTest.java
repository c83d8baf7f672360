package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiException;
import dev.lockstep.client.CallOptions;
import dev.lockstep.client.Config;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.Ended;
import dev.lockstep.testing.Answer;
import dev.lockstep.testing.ReceivedRequest;
import dev.lockstep.vendor.tavus.TavusClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The right credential in the right place, and in no other: not on the wire, not in a message, not in a log. */
class AuthTest {
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
        return RequestTest.operations();
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("operations")
    void sendsTheVendorsOwnCredentialAndNothingElse(Documented operation, Mode mode) throws Exception {
        vendors.answer(operation, 200, "{}");

        mode.end(vendors.conversations(), operation.target);

        ReceivedRequest request = vendors.received(operation).once();
        Map<String, String> carriers = new TreeMap<>();
        request.headers().forEach(header -> {
            if (header.getSecond().contains(AllVendors.CANARY)) {
                carriers.put(header.getFirst(), header.getSecond());
            }
        });
        Map<String, String> expected = operation.authHeader.isEmpty()
                ? Map.of()
                : Map.of(operation.authHeader, operation.authPrefix + AllVendors.credential(operation.vendor()));
        assertEquals(expected, carriers);
        assertFalse(request.requestLine().contains(AllVendors.CANARY));
        for (String vendor : Documented.VENDORS) {
            assertEquals(
                    vendor.equals(operation.vendor()) ? 1 : 0,
                    vendors.fake(vendor).received().size(),
                    vendor);
        }
    }

    @Test
    void aDerivedClientHasItsTenantsCredential() throws Exception {
        TavusClient own =
                TavusClient.builder().config(Config.of(vendors.configuration())).build();
        TavusClient tenants = own.with(
                CallOptions.builder().credential("apiKey", "key-of-a-tenant").build());
        tenants.conversations().endConversation("c1").execute();
        own.conversations().endConversation("c1").execute();
        List<String> keys = vendors.fake("tavus").received("endConversation").all().stream()
                .map(request -> String.valueOf(request.headers().get("x-api-key")))
                .toList();
        assertEquals(List.of("key-of-a-tenant", AllVendors.credential("tavus")), keys);
    }

    static Stream<Arguments> failures() {
        List<Answer> answers = List.of(
                Answer.of(400, "{\"error\":\"no\"}"),
                Answer.of(401, "{\"message\":\"no\"}"),
                Answer.of(500, "<html>no</html>"),
                Answer.of(307, "").header("Location", "https://elsewhere.example/"),
                Answer.disconnect());
        return operations()
                .flatMap(arguments -> answers.stream()
                        .map(answer ->
                                Arguments.of(arguments.get()[0], arguments.get()[1], answer)));
    }

    @ParameterizedTest(name = "{1} {0} {2}")
    @MethodSource("failures")
    void noCredentialInWhatAFailureTells(Documented operation, Mode mode, Answer answer) {
        for (int i = 0; i < 3; i++) {
            vendors.answer(operation, answer);
        }
        try (LogRecorder logs = new LogRecorder()) {
            Conversations conversations = vendors.conversations();

            ApiException e = assertThrows(ApiException.class, () -> mode.end(conversations, operation.target));

            StringWriter told = new StringWriter();
            e.printStackTrace(new PrintWriter(told, true));
            told.write(e + " " + e.attempts() + conversations + conversations.policies() + logs.text());
            assertFalse(told.toString().contains(AllVendors.CANARY), told::toString);
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
            assertFalse(told.contains(AllVendors.CANARY), told);
        }
    }
}
