package dev.lockstep.tracker.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorConfigTest {
    private static final String YAML = """
            name: things
            sources:
              - url: https://docs.things.test/end.md
                file: pages/end.md
            operations:
              - POST /things/{id}/end
            server: https://api.things.test
            client:
              group: dev.lockstep
              package: dev.lockstep.vendor.things
              className: ThingsClient
              version: 1.0.0
            credentials:
              apiKey: api-key
            """;

    @Test
    void whole() {
        VendorConfig config = read(YAML);

        assertEquals("things", config.name());
        assertEquals(List.of(new Source("https://docs.things.test/end.md", "pages/end.md")), config.sources());
        assertEquals(List.of("POST /things/{id}/end"), config.operations());
        assertEquals("https://api.things.test", config.server());
        assertEquals(
                new ClientNames("dev.lockstep", "dev.lockstep.vendor.things", "ThingsClient", "1.0.0"),
                config.client());
        assertEquals(Map.of("apiKey", "api-key"), config.credentials());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "name: things => name: Things! => vendor.yaml:1: name: \"Things!\" is not a name in lower case such as tavus",
                "server: => servers: => vendor.yaml:7: unknown key servers; did you mean server?",
                "ThingsClient => ApiClient => vendor.yaml:11: className: \"ApiClient\" is a class that generated code uses",
                "className: => zzz: => vendor.yaml:11: unknown key zzz; known are className, group, package, version",
                "pages/end.md => ../end.md => vendor.yaml:4: file: \"../end.md\" is not a file in pages/, such as"
                        + " pages/end-conversation.md",
                "POST /things => SEND /things => vendor.yaml:6: \"SEND /things/{id}/end\" is no operation; write METHOD"
                        + " /path, such as POST /v2/things, METHOD /v2/**, or tag:NAME",
                "version: 1.0.0 => version: 1.0 => vendor.yaml:12: version: a version such as 1.0.0",
                "dev.lockstep.vendor.things => Things => vendor.yaml:10: package: \"Things\" is not a Java package such as"
                        + " dev.lockstep.vendor.tavus",
                "api-key => API KEY => vendor.yaml:14: apiKey: \"API KEY\" is not a configuration suffix such as api-key",
            })
    void mistakes(String from, String to, String message) {
        SpecException refusal = assertThrows(SpecException.class, () -> read(YAML.replace(from, to)));

        assertEquals(message, refusal.getMessage());
    }

    @Test
    void operationsByTagAndPattern() {
        assertEquals(
                List.of("tag:Billing", "* /things/**"),
                read(YAML.replace("  - POST /things/{id}/end\n", "  - tag: Billing\n  - '* /things/**'\n"))
                        .operations());
    }

    @Test
    void missingKeys() {
        SpecException refusal =
                assertThrows(SpecException.class, () -> read(YAML.replace("  className: ThingsClient\n", "")));

        assertEquals("vendor.yaml:8: lacks className: a Java class name such as TavusClient", refusal.getMessage());
    }

    @Test
    void sourcesAndOperationsAreNamedOnce() {
        SpecException refusal = assertThrows(
                SpecException.class,
                () -> read(YAML.replace(
                        "  - POST /things/{id}/end\n", "  - POST /things/{id}/end\n  - POST /things/{id}/end\n")));

        assertEquals("vendor.yaml:7: POST /things/{id}/end is named twice", refusal.getMessage());
    }

    private static VendorConfig read(String yaml) {
        return VendorConfig.of(SpecReader.parse(yaml, "vendor.yaml"));
    }
}
