package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the layout prints is what palantir-java-format leaves as it is. */
class LayoutTest {
    @Test
    void longSchemeBreaksBeforeEachCall() {
        String indent = " ".repeat(12);
        String scheme = indent + ".scheme(SecurityScheme.apiKeyHeader(\"ApiKeyAuth\", \"Authorization\")";
        String prefix = ".withPrefix(\"Token \")";
        String configured = ".configuredAs(\"api-key\"))\n";

        assertEquals(
                scheme + "\n" + " ".repeat(20) + prefix + "\n" + " ".repeat(20) + configured,
                Layout.wrap(scheme + prefix + configured));
    }
}
