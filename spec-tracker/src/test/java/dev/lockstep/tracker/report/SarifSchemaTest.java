package dev.lockstep.tracker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.lockstep.openapi.SpecReader;
import dev.lockstep.tracker.compare.Comparer;
import dev.lockstep.tracker.compare.Comparison;
import dev.lockstep.tracker.compare.ComparisonInput;
import dev.lockstep.tracker.compare.RuleExamples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is printed as SARIF is SARIF 2.1.0 by its own JSON schema, formats of addresses included. */
class SarifSchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream stream = SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            SchemaRegistryConfig config =
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
            return SchemaRegistry.withDialect(Dialects.getDraft7(), builder -> builder.schemaRegistryConfig(config))
                    .getSchema(Objects.requireNonNull(stream), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> faults(JsonNode sarif) {
        return SCHEMA.validate(sarif).stream().map(Error::toString).sorted().toList();
    }

    private static JsonNode tree(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }

    private static Comparison compare(String before, String after, String name) {
        return Comparer.compare(
                ComparisonInput.of(SpecReader.parse(before, name)), ComparisonInput.of(SpecReader.parse(after, name)));
    }

    @Test
    void everyRulesFindings() throws IOException {
        for (Comparison comparison : RuleExamples.comparisons()) {
            String sarif = Renderers.named("sarif", false).comparison(comparison);

            assertEquals(List.of(), faults(tree(sarif)), sarif);
        }
    }

    @Test
    void hostileNamesAndFiles() throws IOException {
        String spec = """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths:
                  '/a b/{x}/<script>\\u202e%zz':
                    get: {responses: {'204': {description: ok}}}
                """;
        for (String name : List.of("a b.yaml", "C:\\specs\\ä.yaml", "https://x.test/a b?c=%zz#d", "[x]/{y}.json")) {
            String sarif =
                    Renderers.named("sarif", false).comparison(compare(spec, spec.replace("get:", "post:"), name));

            assertEquals(List.of(), faults(tree(sarif)), sarif);
        }
    }

    @Test
    void checksWithNothingAndWithVendorsThatFailed() throws IOException {
        for (CheckReport report : List.of(
                new CheckReport(List.of()),
                new CheckReport(List.of(new VendorReport(
                        "other",
                        VendorStatus.UNREADABLE,
                        null,
                        "1.0.0",
                        "1.0.0",
                        List.of(),
                        List.of("pages/a.md:1: is HTML, not Markdown")))))) {
            String sarif = Renderers.named("sarif", false).check(report);

            assertEquals(List.of(), faults(tree(sarif)), sarif);
        }
    }

    @Test
    void whatCouldNotBeCheckedIsTold() throws IOException {
        JsonNode sarif = tree(Renderers.named("sarif", false)
                .check(new CheckReport(List.of(new VendorReport(
                        "other", VendorStatus.UNREADABLE, null, "", "", List.of(), List.of("a.md:1: is HTML"))))));
        JsonNode invocation = sarif.at("/runs/0/invocations/0");

        assertFalse(invocation.path("executionSuccessful").asBoolean(true));
        assertEquals(
                "other: a.md:1: is HTML",
                invocation.at("/toolExecutionNotifications/0/message/text").asText());
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws IOException {
        JsonNode sarif = tree(Renderers.named("sarif", false).check(new CheckReport(List.of())));
        ((ObjectNode) sarif.get("runs").get(0)).remove("tool");

        assertFalse(faults(sarif).isEmpty());
    }
}
