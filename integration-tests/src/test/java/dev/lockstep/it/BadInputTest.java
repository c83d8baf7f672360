package dev.lockstep.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.ApiCredentialException;
import dev.lockstep.client.Config;
import dev.lockstep.conversations.AnyReach;
import dev.lockstep.conversations.Conversations;
import dev.lockstep.conversations.OpenHands;
import dev.lockstep.conversations.Target;
import dev.lockstep.conversations.Tavus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person gets wrong first: each has a message that says what to do, nothing is sent, and no key is printed. */
class BadInputTest {
    private AllVendors vendors;

    @BeforeEach
    void start() {
        vendors = new AllVendors();
    }

    @AfterEach
    void stop() {
        vendors.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void missingKey(Mode mode) {
        Map<String, String> configuration = new TreeMap<>(vendors.configuration());
        configuration.remove("tavus.api-key");
        Conversations conversations =
                Conversations.builder().config(Config.of(configuration)).build();

        ApiCredentialException e = assertThrows(
                ApiCredentialException.class, () -> mode.end(conversations, Tavus.conversation("c123456")));

        assertEquals(
                "tavus endConversation needs the credential apiKey; not set: apiKey. Give it to the client's builder,"
                        + " or set tavus.api-key (environment variable TAVUS_API_KEY). Nothing was sent.",
                e.getMessage());
        assertNothingWasSent();
    }

    static Stream<Arguments> keys() {
        return Stream.of(Mode.values())
                .flatMap(
                        mode -> Stream.of(
                                Arguments.of(
                                        mode,
                                        "tavus.api-key",
                                        "canary0\n",
                                        Documented.TAVUS_CONVERSATION,
                                        "tavus endConversation: the credential apiKey has a line break at index 7,"
                                                + " perhaps the last one of the file that it was read from."
                                                + " Nothing was sent."),
                                Arguments.of(
                                        mode,
                                        "hamsa.api-key",
                                        "Token canary0",
                                        Documented.HAMSA,
                                        "hamsa terminateConversation: the credential ApiKeyAuth starts with 'Token';"
                                                + " give the bare key, the client writes what belongs before it."
                                                + " Nothing was sent."),
                                Arguments.of(
                                        mode,
                                        "anyreach.token",
                                        "Bearer canary0",
                                        Documented.ANYREACH,
                                        "anyreach endConversation: the credential bearerAuth starts with 'Bearer';"
                                                + " give the bare key, the client writes what belongs before it."
                                                + " Nothing was sent."),
                                Arguments.of(
                                        mode,
                                        "openhands.api-key",
                                        " ",
                                        Documented.OPENHANDS,
                                        "openhands stopConversation: the credential APIKeyHeader is blank. Nothing was sent.")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("keys")
    void unusableKey(Mode mode, String name, String key, Documented operation, String message) {
        Conversations conversations = vendors.builder().credential(name, key).build();

        ApiCredentialException e =
                assertThrows(ApiCredentialException.class, () -> mode.end(conversations, operation.target));

        assertEquals(message, e.getMessage());
        assertFalse(e.toString().contains(AllVendors.CANARY));
        assertNothingWasSent();
    }

    static Stream<Arguments> ids() {
        List<Arguments> rows = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            ids(mode, "conversation_id", rows);
        }
        return rows.stream();
    }

    private static void ids(Mode mode, String parameter, List<Arguments> rows) {
        Map<String, String> problems = new TreeMap<>();
        problems.put("", "is blank");
        problems.put(" ", "is blank");
        problems.put(".", "is '.', which names another resource");
        problems.put("..", "is '..', which names another resource");
        problems.put("a\nb", "has the control character U+000A at index 1");
        problems.put("x".repeat(257), "has 257 characters; at most 256 are allowed");
        problems.forEach((id, problem) -> {
            for (Target<?> target :
                    List.of(Tavus.conversation(id), AnyReach.conversation(id), OpenHands.conversation(id))) {
                rows.add(Arguments.of(mode, target, "path parameter " + parameter + " " + problem));
            }
            rows.add(Arguments.of(mode, Tavus.deployment(id, "c123456"), "path parameter deployment_id " + problem));
            rows.add(Arguments.of(mode, Tavus.deployment("d1", id), "path parameter " + parameter + " " + problem));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ids")
    void refusedId(Mode mode, Target<?> target, String message) {
        Conversations conversations = vendors.conversations();

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> mode.end(conversations, target));

        assertEquals(message, e.getMessage());
        assertNothingWasSent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://tavusapi.com | the base URL of tavus (http://tavusapi.com) is not https: credentials would"
                        + " travel in the clear. Use https, or allowHttp(\"tavusapi.com\") if you own that way",
                "https://tavusapi.example | the base URL of tavus (https://tavusapi.example) is another host than the"
                        + " documented tavusapi.com: credentials would go there. Agree with"
                        + " allowHost(\"tavusapi.example\")",
                "https://user:canary0@tavusapi.com | the base URL of tavus (https://tavusapi.com) holds a user name or"
                        + " password; credentials belong into the client's builder",
                "https://tavusapi.com?key=canary0 | the base URL of tavus (https://tavusapi.com) has a query or"
                        + " fragment; remove it",
                "tavusapi.com | the base URL of tavus is not an absolute http or https URL",
            })
    void refusedBaseUrl(String url, String message) {
        Conversations.Builder builder = vendors.builder().vendor("tavus", client -> client.baseUrl(url));

        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }

    private void assertNothingWasSent() {
        for (String vendor : Documented.VENDORS) {
            assertEquals(0, vendors.fake(vendor).received().size(), vendor);
        }
    }
}
