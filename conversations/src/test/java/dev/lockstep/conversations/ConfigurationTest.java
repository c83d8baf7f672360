package dev.lockstep.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.client.Config;
import dev.lockstep.client.OperationPolicy;
import dev.lockstep.client.RetryClass;
import dev.lockstep.client.RetryPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One policy from code, a properties file and the environment, and which of them goes first. */
class ConfigurationTest {
    @TempDir
    Path directory;

    private static OperationPolicy tavus(Conversations.Builder builder) {
        return builder.build().policies().stream()
                .filter(policy ->
                        policy.vendor().equals("tavus") && policy.name().equals("endConversation"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void defaults() {
        OperationPolicy policy = tavus(Conversations.builder());

        assertEquals(3, policy.attempts());
        assertEquals(Duration.ofSeconds(30), policy.deadline());
        assertEquals(Duration.ofSeconds(10), policy.attemptTimeout());
        assertEquals(RetryClass.ONLY_IF_UNSENT, policy.retry());
        assertEquals("apiKey", policy.security());
    }

    @Test
    void codeSetsAllVendors() {
        Conversations conversations = Conversations.builder()
                .retry(RetryPolicy.none())
                .deadline(Duration.ofSeconds(5))
                .attemptTimeout(Duration.ofSeconds(2))
                .build();

        for (OperationPolicy policy : conversations.policies()) {
            assertEquals(1, policy.attempts(), policy.toString());
            assertEquals(Duration.ofSeconds(5), policy.deadline(), policy.toString());
            assertEquals(Duration.ofSeconds(2), policy.attemptTimeout(), policy.toString());
        }
    }

    @Test
    void propertiesFileGoesBeforeCode() throws Exception {
        Path file = directory.resolve("lockstep.properties");
        Files.writeString(file, "lockstep.retry.attempts = 5\ntavus.operations.endConversation.retry = always\n");

        OperationPolicy policy =
                tavus(Conversations.builder().retry(RetryPolicy.none()).config(Config.properties(file)));

        assertEquals(5, policy.attempts());
        assertEquals(RetryClass.ALWAYS, policy.retry());
    }

    @Test
    void firstConfigurationGoesBeforeTheSecond() {
        OperationPolicy policy = tavus(Conversations.builder()
                .config(Config.environment(Map.of("LOCKSTEP_RETRY_ATTEMPTS", "2")))
                .config(Config.of(Map.of("lockstep.retry.attempts", "5"))));

        assertEquals(2, policy.attempts());
    }

    @Test
    void whatIsSetForOneVendorGoesBeforeAll() {
        OperationPolicy policy = tavus(Conversations.builder()
                .config(Config.of(Map.of("lockstep.retry.attempts", "5")))
                .vendor("tavus", client -> client.retry(RetryPolicy.none())));

        assertEquals(1, policy.attempts());
    }
}
