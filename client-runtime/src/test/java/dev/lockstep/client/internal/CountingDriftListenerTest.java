package dev.lockstep.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.DriftEvent;
import dev.lockstep.client.DriftEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What production logs hold of drift. */
class CountingDriftListenerTest {
    private final Logger logger = Logger.getLogger(CountingDriftListener.LOGGER);
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private static DriftEvent event(String name) {
        return new DriftEvent(Kind.UNKNOWN_PROPERTY, "acme", "getConversation", 200, "Conversation", name, "$." + name);
    }

    @Test
    void oneJsonLineAtPowersOfTen() {
        CountingDriftListener listener = new CountingDriftListener();
        for (int i = 0; i < 150; i++) {
            listener.onDrift(event("extra"));
        }
        String line = "{\"drift\":\"unknown-property\",\"vendor\":\"acme\",\"operation\":\"getConversation\","
                + "\"status\":200,\"type\":\"Conversation\",\"name\":\"extra\",\"path\":\"$.extra\",\"count\":";
        assertEquals(List.of(line + "1}", line + "10}", line + "100}"), lines);
    }

    @Test
    void foreignNamesAreEscaped() {
        String line = CountingDriftListener.line(event("a\"\\\n\u202e{\u00e9"), 1);
        assertEquals(
                "{\"drift\":\"unknown-property\",\"vendor\":\"acme\",\"operation\":\"getConversation\",\"status\":200,"
                        + "\"type\":\"Conversation\",\"name\":\"a\\\"\\\\\\u000a\\u202e{\\u00e9\","
                        + "\"path\":\"$.a\\\"\\\\\\u000a\\u202e{\\u00e9\",\"count\":1}",
                line);
    }

    @Test
    void remembersAThousandKinds() {
        CountingDriftListener listener = new CountingDriftListener();
        for (int i = 0; i < 1500; i++) {
            listener.onDrift(event("p" + i));
        }
        assertEquals(1000, lines.size());
    }
}
