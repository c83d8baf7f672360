package dev.lockstep.tracker.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.generator.Ladders;
import dev.lockstep.openapi.DeepWork;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 45: a client meets schemas that lead to each other in more ways than anybody could go, and the trial ends. */
class LaddersTest {
    /** Tells what ends from what does not, on the busiest machine too. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    @TempDir
    Path folder = Path.of("");

    static Set<String> kinds() {
        return Ladders.all().keySet();
    }

    private static SpecDocument document(String text) {
        return SpecReader.parse(text, "ladder.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allOf of one twice",
                "allOf of two",
                "oneOf of two",
                "one property through allOf",
                "properties",
                "allOf and oneOf of each other",
                "unions without an instance"
            })
    void theTrialEnds(String kind) {
        SpecDocument old = document(Ladders.of(kind));
        SpecDocument now = document(Ladders.changed().getOrDefault(kind, ""));

        Evidence evidence = assertTimeoutPreemptively(NEVER, () -> new Shop(folder).evidence(old, now));

        assertEquals(1, evidence.operations().size());
    }

    @Test
    void whatNoValidatorFinishesIsTold() {
        SpecDocument old = document(Ladders.of("allOf of one twice"));
        SpecDocument now = document(Ladders.changed().getOrDefault("allOf of one twice", ""));

        OperationEvidence evidence = assertTimeoutPreemptively(
                NEVER, () -> new Shop(folder).evidence(old, now).operations().get(0));

        // What the rules say, where no trial could.
        assertEquals(Advice.MUST_UPGRADE, evidence.advice(), evidence::toString);
        assertTrue(
                evidence.toString()
                        .contains(
                                "not checked: the schema at #/paths/~1top/post/requestBody/content/application~1json/schema"
                                        + " leads to itself in so many ways that no validator comes to an end with it"),
                evidence::toString);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void typesAndNamesAreFound(String kind) {
        SpecDocument document = document(Ladders.of(kind));
        Typed typed = new Typed(document);
        JsonNode top = document.at("#/components/schemas/Top");

        assertTimeoutPreemptively(NEVER, () -> {
            typed.types(top);
            typed.items(top);
            typed.additional(top);
            typed.property(top, "none of them");
            typed.variants(top);
            return typed.properties(top);
        });
    }

    @Test
    void whatStandsAtTheEndIsFound() {
        SpecDocument document = document(Ladders.of("allOf of two"));
        JsonNode top = document.at("#/components/schemas/Top");

        assertEquals(new TreeSet<>(Set.of("endA40", "endB40")), new Typed(document).properties(top));
        assertEquals(
                "string",
                new Typed(document).property(top, "endB40").path("type").asText());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCostOfAValidatorIsKnown(String kind) {
        SpecDocument document = document(Ladders.of(kind));
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putObject("next").putObject("left").put("endL40", "text");

        long cost = assertTimeoutPreemptively(
                NEVER,
                () -> DeepWork.on(
                        document,
                        () -> new ValidationCost(document, 1_000_000)
                                .of(document.at("#/components/schemas/Top"), value)));

        assertTrue(cost > 0 && cost <= 1_000_000, () -> "cost " + cost);
    }

    @Test
    void countsWhatAValidatorDoes() {
        SpecDocument document = document("""
                {"openapi": "3.1.0", "components": {"schemas": {
                  "Both": {"allOf": [{"$ref": "#/components/schemas/One"}, {"$ref": "#/components/schemas/One"}]},
                  "One": {"properties": {"a": {"type": "string"}}, "items": {"type": "string"}},
                  "Itself": {"allOf": [{"$ref": "#/components/schemas/Itself"}]}}}}
                """);
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("a", "text");

        Map<String, Long> costs = Map.of(
                "One", new ValidationCost(document, 100).of(document.at("#/components/schemas/One"), object),
                "Both", new ValidationCost(document, 100).of(document.at("#/components/schemas/Both"), object),
                "Itself", new ValidationCost(document, 100).of(document.at("#/components/schemas/Itself"), object));

        assertEquals(Map.of("One", 2L, "Both", 7L, "Itself", 100L), costs);
    }
}
