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

    @Test
    void aLongParameterBreaksBehindItsAnnotations() {
        String first = " ".repeat(12) + "@Query(\"include_missing_members_with_elevated_permissions\") @Nullable";
        String second = "Boolean includeMissingMembersWithElevatedPermissions);\n";

        assertEquals(
                "    ApiCall<Void> list(\n" + first + "\n" + " ".repeat(20) + second,
                Layout.wrap("    ApiCall<Void> list(" + first.strip() + " " + second));
    }

    @Test
    void aLongMemberOfAnAnnotationBreaksBehindItsName() {
        String key =
                "\"DELETE /restrictions_of_everything/{a_restriction_identifier_with_many_words}/segments/{segment_identifier}\")\n";

        assertEquals(
                "    @Operation(\n            name = \"delete\",\n            key =\n" + " ".repeat(20) + key,
                Layout.wrap("    @Operation(name = \"delete\", key = " + key));
    }
}
