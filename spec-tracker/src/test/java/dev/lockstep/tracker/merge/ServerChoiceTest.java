package dev.lockstep.tracker.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerChoiceTest {
    @Test
    void theFirstUsableOne() {
        ObjectNode root = spec("http://localhost:3000", "https://api.test/v1/", "https://eu.test");

        assertEquals(
                "https://api.test/v1",
                ServerChoice.apply(root, null, "vendor.yaml").url());
        assertEquals("[{\"url\":\"https://api.test/v1\"}]", root.path("servers").toString());
        assertEquals(true, root.at("/paths/~1a/get/servers").isMissingNode());
    }

    @Test
    void theConfiguredOneAmongSeveral() {
        assertEquals(
                "https://eu.test",
                ServerChoice.apply(spec("https://api.test", "https://eu.test"), "https://eu.test", "vendor.yaml")
                        .url());
    }

    @Test
    void theConfiguredOneWhereNoneIsPublished() {
        assertEquals(
                "https://own.test",
                ServerChoice.apply(spec(), "https://own.test", "vendor.yaml").url());
    }

    @Test
    void aConfiguredOneThatIsNoLongerPublishedGivesWay() {
        ServerChoice.Choice choice = ServerChoice.apply(spec("https://new.test"), "https://old.test", "vendor.yaml");

        assertEquals("https://new.test", choice.url());
        assertEquals(
                List.of("warning vendor.yaml: server: https://old.test is no longer among the servers that the vendor"
                        + " publishes (https://new.test); https://new.test takes its place"),
                choice.notes().stream().map(Object::toString).toList());
    }

    @Test
    void noServerAtAll() {
        assertRefused("vendor.yaml: the vendor publishes no server; write the base URL as server: https://…", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://evil.test | it is not https",
                "javascript:alert(1) | it is no plain absolute URL",
                "file:///etc/passwd | it is no plain absolute URL",
                "https://user:pass@evil.test | it is no plain absolute URL",
                "//evil.test | it is not https",
                "/v1 | it is no plain absolute URL",
                "https://{region}.api.test | it has variables",
                "https://127.0.0.1/x | it is on this machine",
                "https://a b | it is no URL",
            })
    void serversThatCannotBeUsed(String url, String reason) {
        assertRefused(
                "vendor.yaml: none of the vendor's servers can be used: " + url + " (" + reason
                        + "); write the base URL as server: https://…",
                null,
                url);
    }

    @Test
    void aConfiguredOneThatCannotBeUsed() {
        assertRefused("vendor.yaml: server: http://own.test cannot be used: it is not https", "http://own.test");
    }

    @Test
    void operationsAtSeveralAddresses() {
        ObjectNode root = spec("https://api.test");
        root.withObjectProperty("paths")
                .withObjectProperty("/b")
                .withObjectProperty("get")
                .putArray("servers")
                .addObject()
                .put("url", "https://upload.test");

        SpecException refusal = assertThrows(SpecException.class, () -> ServerChoice.apply(root, null, "vendor.yaml"));

        assertEquals(
                "vendor.yaml: operations are served at several addresses, https://api.test and https://upload.test; track"
                        + " them as two vendors",
                refusal.getMessage());
    }

    private static void assertRefused(String message, @Nullable String configured, String... urls) {
        SpecException refusal =
                assertThrows(SpecException.class, () -> ServerChoice.apply(spec(urls), configured, "vendor.yaml"));
        assertEquals(message, refusal.getMessage());
    }

    private static ObjectNode spec(String... urls) {
        ObjectNode root =
                (ObjectNode) SpecReader.parse("openapi: 3.0.3\npaths: {/a: {get: {servers: []}}}\n", "spec.yaml")
                        .root();
        for (String url : urls) {
            ((ArrayNode) root.at("/paths/~1a/get/servers")).addObject().put("url", url);
        }
        return root;
    }
}
