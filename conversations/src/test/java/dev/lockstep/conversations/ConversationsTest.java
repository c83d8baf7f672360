package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.client.Config;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationsTest {
    @Test
    void findsTheVendorsOnTheClassPath() {
        assertEquals(
                List.of("acme", "anyreach", "hamsa", "openhands", "tavus"),
                Conversations.builder().build().vendors());
    }

    @Test
    void namesTheVendorsAndNoCredential() {
        Conversations conversations =
                Conversations.builder().credential("tavus.api-key", "hush").build();

        assertEquals("Conversations[acme, anyreach, hamsa, openhands, tavus]", conversations.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "travus.api-key | unknown vendor 'travus' in travus.api-key of configuration; did you mean 'tavus'?",
                "zoom.api-key | unknown vendor 'zoom' in zoom.api-key of configuration; known: acme, anyreach, hamsa, lockstep, openhands, tavus",
            })
    void refusesAnUnknownVendorInConfiguration(String name, String message) {
        Conversations.Builder configured = Conversations.builder().config(Config.of(Map.of(name, "x")));

        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, configured::build).getMessage());
    }

    @Test
    void refusesAnUnknownVendorInCode() {
        Conversations.Builder customized = Conversations.builder().vendor("travus", client -> {});

        assertEquals(
                "unknown vendor 'travus'; known: [acme, anyreach, hamsa, openhands, tavus]",
                assertThrows(IllegalArgumentException.class, customized::build).getMessage());
    }

    @Test
    void refusesATargetOfAnUnknownVendor() {
        Conversations conversations = Conversations.builder().build();

        assertEquals(
                "unknown vendor 'zoom' in target 'zoom leave 7'; known: [acme, anyreach, hamsa, openhands, tavus]",
                assertThrows(IllegalArgumentException.class, () -> conversations.end(Target.of("zoom", "leave", "7")))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "anyreach, [endConversation]",
        "hamsa, [terminateConversation]",
        "openhands, [stopConversation]",
        "tavus, '[endConversation, endDeploymentConversation]'"
    })
    void refusesATargetOfAnUnknownOperation(String vendor, String known) {
        Conversations conversations = Conversations.builder().build();

        assertEquals(
                "unknown operation 'finish' of " + vendor + "; known: " + known,
                assertThrows(IllegalArgumentException.class, () -> conversations.end(Target.of(vendor, "finish", "7")))
                        .getMessage());
    }

    @Test
    void refusesAnUnknownClient() {
        Conversations conversations = Conversations.builder().build();

        assertEquals(
                "no vendor on the class path has the client java.lang.String;"
                        + " known: [acme, anyreach, hamsa, openhands, tavus]",
                assertThrows(IllegalArgumentException.class, () -> conversations.client(String.class))
                        .getMessage());
    }

    @Test
    void refusesTwoVendorsOfOneName() {
        List<Vendor<?>> twins = List.of(new Acme(), new Acme());

        assertEquals(
                "two vendors are named acme: dev.lockstep.conversations.Acme and dev.lockstep.conversations.Acme",
                assertThrows(IllegalStateException.class, () -> Vendors.of(twins))
                        .getMessage());
    }
}
