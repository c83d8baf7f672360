package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.observe.Slf4jListener;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;

class Slf4jListenerTest {
    @RegisterExtension
    final Vendor vendor = new Vendor();

    private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();

    @ParameterizedTest
    @EnumSource
    void oneLineAnAttemptAndACall(Mode mode) {
        FixtureClient client = vendor.build(
                vendor.builder().callListener(new Slf4jListener(new SubstituteLogger("calls", events, false))));
        vendor.enqueue(Vendor.status(429), Vendor.conversation(), Vendor.json(503, "{\"message\":\"of the vendor\"}"));
        vendor.run(mode, client.service().get()).success();
        vendor.run(mode, client.service().get()).failed(ApiServerException.class);
        List<String> lines = events.stream()
                .map(event -> event.getLevel() + " "
                        + MessageFormatter.arrayFormat(event.getMessage(), event.getArgumentArray())
                                .getMessage())
                .toList();
        vendor.seen.addAll(lines);
        assertEquals(
                List.of(
                        "DEBUG acme getConversation: attempt #1 COMPLETE 429, took 0 ms",
                        "DEBUG acme getConversation: attempt #2 COMPLETE 200 after 500 ms, took 0 ms",
                        "DEBUG acme getConversation: 200, 2 attempts, 500 ms",
                        "DEBUG acme getConversation: attempt #1 COMPLETE 503, took 0 ms, ambiguous",
                        "WARN acme getConversation: ApiServerException 503, 1 attempt, 0 ms; the vendor may have carried"
                                + " the operation out"),
                lines);
    }
}
