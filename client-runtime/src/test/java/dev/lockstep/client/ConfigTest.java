package dev.lockstep.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration: where values come from, which names exist, and which of several values counts. */
class ConfigTest {
    @TempDir
    Path directory;

    private static OperationPolicy policy(FixtureClient.Builder builder, String operation) {
        return builder.build().client().operations().stream()
                .filter(found -> found.name().equals(operation))
                .findFirst()
                .orElseThrow();
    }

    private static FixtureClient.Builder with(String... namesAndValues) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FixtureClient.builder().config(Config.of(values));
    }

    private static @Nullable String refused(String name, String value) {
        return assertThrows(
                        IllegalArgumentException.class, () -> with(name, value).build())
                .getMessage();
    }

    @Test
    void environmentVariablesOfDottedNames() {
        assertEquals("ACME_API_KEY", Config.environmentName("acme.api-key"));
        assertEquals(
                "ACME_OPERATIONS_ENDCONVERSATION_RETRY",
                Config.environmentName("acme.operations.endConversation.retry"));
        Config config = Config.environment(Map.of("ACME_API_KEY", "k"));
        assertEquals("k", config.get("acme.api-key"));
        assertNull(config.get("acme.token"));
    }

    @Test
    void secretFilesLoseTheirLastLineBreakAndAreReadAgain() throws Exception {
        Path file = directory.resolve("key");
        Files.writeString(file, "first\n");
        Config config = Config.environment(Map.of("ACME_API_KEY_FILE", file.toString()));
        assertEquals("first", config.get("acme.api-key"));
        Files.writeString(file, "second\r\n");
        assertEquals("second", config.get("acme.api-key"));
        Files.delete(file);
        assertEquals(
                "cannot read the file that ACME_API_KEY_FILE names",
                assertThrows(UncheckedIOException.class, () -> config.get("acme.api-key"))
                        .getMessage());
    }

    @Test
    void aVariableAndItsFileContradict() {
        Config config = Config.environment(Map.of("ACME_API_KEY", "k", "ACME_API_KEY_FILE", "/f"));
        assertEquals(
                "both ACME_API_KEY and ACME_API_KEY_FILE are set; unset one",
                assertThrows(IllegalArgumentException.class, () -> config.get("acme.api-key"))
                        .getMessage());
    }

    @Test
    void propertiesFiles() throws Exception {
        Path file = directory.resolve("lockstep.properties");
        Files.writeString(file, "acme.api-key = k\u00e9y\nlockstep.retry.attempts=5  \n");
        Config config = Config.properties(file);
        assertEquals("k\u00e9y", config.get("acme.api-key"));
        assertEquals("5", config.get("lockstep.retry.attempts"));
        assertEquals(file.toString(), config.toString());
        assertThrows(UncheckedIOException.class, () -> Config.properties(directory.resolve("none")));
    }

    @Test
    void aFallbackFillsGaps() {
        Config config = Config.of(Map.of("a.x", "1")).or(Config.of(Map.of("a.x", "2", "a.y", "3")));
        assertEquals("1", config.get("a.x"));
        assertEquals("3", config.get("a.y"));
        assertEquals(List.of("a.x", "a.y"), List.copyOf(config.names()));
    }

    @Test
    void unknownNamesNameTheNearest() {
        assertEquals(
                "unknown name acme.api-kee in configuration; did you mean 'acme.api-key'?",
                refused("acme.api-kee", "k"));
        assertEquals(
                "unknown name lockstep.retry.attempt in configuration; did you mean 'lockstep.retry.attempts'?",
                refused("lockstep.retry.attempt", "4"));
        assertEquals(
                "unknown operation 'endConversatoin' in acme.operations.endConversatoin.retry of configuration; did you"
                        + " mean 'endConversation'?",
                refused("acme.operations.endConversatoin.retry", "always"));
        assertEquals(
                "unknown name acme.operations.endConversation.retries in configuration; did you mean"
                        + " 'acme.operations.endConversation.retry'?",
                refused("acme.operations.endConversation.retries", "always"));
        assertEquals(
                "unknown vendor 'amce' in amce.api-key of configuration; did you mean 'acme'?",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Config.of(Map.of("amce.api-key", "k")).requireVendors(List.of("acme", "tavus")))
                        .getMessage());
    }

    @Test
    void otherVendorsNamesAreNoneOfOurs() {
        with("tavus.api-key", "k").build();
    }

    @Test
    void wrongValuesSayWhatIsRight() {
        assertEquals(
                "lockstep.deadline in configuration: not a duration: 'soon'; write 500ms, 30s, 2m or PT30S",
                refused("lockstep.deadline", "soon"));
        assertEquals(
                "acme.retry.attempts in configuration: not a number from 1 to 10: '11'",
                refused("acme.retry.attempts", "11"));
        assertEquals(
                "acme.operations.endConversation.retry in configuration: not a retry class: 'maybe'; use always or"
                        + " only-if-unsent",
                refused("acme.operations.endConversation.retry", "maybe"));
        assertEquals(
                "acme.attempt-timeout in configuration: must be 1 ms to 1 day, not '0s'",
                refused("acme.attempt-timeout", "0s"));
        assertEquals(
                "acme.retry.max-delay in configuration: maxDelay must be zero to one hour, not PT2H",
                refused("acme.retry.max-delay", "2h"));
    }

    @Test
    void defaults() {
        OperationPolicy policy = policy(FixtureClient.builder(), "endConversation");
        assertEquals(
                new OperationPolicy(
                        "acme",
                        "endConversation",
                        "POST /v2/conversations/{id}/end",
                        RetryClass.ONLY_IF_UNSENT,
                        3,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        "apiKey"),
                policy);
        assertEquals("none", policy(FixtureClient.builder(), "endPublic").security());
        assertEquals(
                "apiKey or anonymous",
                policy(FixtureClient.builder(), "optional").security());
        assertEquals(
                "(apiKey and query) or cookie or basic",
                policy(FixtureClient.builder(), "both").security());
        assertEquals(
                RetryClass.ALWAYS,
                policy(FixtureClient.builder(), "stopConversation").retry());
    }

    @Test
    void theNarrowerGoesFirst() {
        OperationPolicy shared = policy(with("lockstep.deadline", "40s"), "endConversation");
        assertEquals(Duration.ofSeconds(40), shared.deadline());
        OperationPolicy vendor = policy(with("lockstep.deadline", "40s", "acme.deadline", "50s"), "endConversation");
        assertEquals(Duration.ofSeconds(50), vendor.deadline());
        FixtureClient.Builder all = with(
                "lockstep.deadline", "40s",
                "acme.deadline", "50s",
                "acme.operations.endConversation.deadline", "1m",
                "acme.operations.endConversation.retry", "always",
                "acme.operations.endConversation.attempts", "2",
                "acme.operations.endConversation.attempt-timeout", "500ms");
        OperationPolicy operation = policy(all, "endConversation");
        assertEquals(Duration.ofMinutes(1), operation.deadline());
        assertEquals(RetryClass.ALWAYS, operation.retry());
        assertEquals(2, operation.attempts());
        assertEquals(Duration.ofMillis(500), operation.attemptTimeout());
        assertEquals(Duration.ofSeconds(50), policy(all, "stopConversation").deadline());
    }

    @Test
    void codeGoesBeforeConfigurationBeforeSettings() {
        ClientSettings settings = ClientSettings.builder()
                .deadline(Duration.ofSeconds(20))
                .retry(RetryPolicy.builder().attempts(7).build())
                .build();
        assertEquals(
                7,
                policy(FixtureClient.builder().settings(settings), "endConversation")
                        .attempts());
        FixtureClient.Builder configured =
                with("acme.deadline", "25s", "lockstep.retry.attempts", "4").settings(settings);
        assertEquals(
                Duration.ofSeconds(25), policy(configured, "endConversation").deadline());
        assertEquals(4, policy(configured, "endConversation").attempts());
        configured.deadline(Duration.ofSeconds(26)).retry(RetryPolicy.none());
        assertEquals(
                Duration.ofSeconds(26), policy(configured, "endConversation").deadline());
        assertEquals(1, policy(configured, "endConversation").attempts());
        configured.operation(
                "POST /v2/conversations/{id}/end",
                CallOptions.builder().deadline(Duration.ofSeconds(27)).build());
        assertEquals(
                Duration.ofSeconds(27), policy(configured, "endConversation").deadline());
    }

    @Test
    void anUnknownOperationInCodeIsRefused() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> FixtureClient.builder()
                        .operation("endConversations", CallOptions.none())
                        .build());
        assertEquals("acme has no operation 'endConversations'; did you mean 'endConversation'?", failure.getMessage());
    }

    @Test
    void anUnknownSchemeInCodeIsRefused() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> FixtureClient.builder()
                        .operation(
                                "endConversation",
                                CallOptions.builder().credential("apikey", "k").build())
                        .build());
        assertEquals(
                "acme has no security scheme 'apikey' (options of operation endConversation); did you mean 'apiKey'?",
                failure.getMessage());
    }

    @Test
    void credentialsNeverPrint() {
        CallOptions options =
                CallOptions.builder().credential("apiKey", Vendor.CANARY).build();
        assertEquals(
                "CallOptions[deadline=null, attemptTimeout=null, attempts=null, retry=null, credentials=[apiKey]]",
                options.toString());
    }
}
