package dev.lockstep.tracker.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.generator.Ladders;
import dev.lockstep.openapi.SpecException;
import dev.lockstep.openapi.SpecReader;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Case 45: schemas that lead to each other in more ways than anybody could go are compared, or refused, at once. */
class LaddersTest {
    /** Tells what ends from what does not, on the busiest machine too. */
    private static final Duration NEVER = Duration.ofMinutes(2);

    private static final String TOO_MANY = "its schemas lead into each other in too many ways: more than ";
    private static final String TOO_LONG = "more than 2000 schemas lead to this one in a row; ";
    /** Too long to be read at all. */
    private static final Set<String> REFUSED = Set.of("3,000 allOf in a row", "1,500 allOf of each other");

    static Set<String> kinds() {
        return Ladders.all().keySet();
    }

    private static String renamed(String text) {
        return text.replaceAll("schemas/([A-Z])", "schemas/Other$1")
                .replaceAll("(?m)^      \"([A-Z][A-Za-z0-9]*)\" : ", "      \"Other$1\" : ");
    }

    private static Comparison compared(String before, String after) {
        return assertTimeoutPreemptively(
                NEVER,
                () -> Comparer.compare(
                        ComparisonInput.of(SpecReader.parse(before, "old.json")),
                        ComparisonInput.of(SpecReader.parse(after, "new.json"))));
    }

    /** Null where the documents are refused, with a reason of the two that there are. */
    private static Wire verdict(String before, String after) {
        try {
            return compared(before, after).wire();
        } catch (SpecException e) {
            assertTrue(e.reason().startsWith(TOO_MANY) || e.reason().startsWith(TOO_LONG), e::reason);
            assertTrue(e.line() > 1 && e.pointer().startsWith("#/"), e.pointer());
            return Wire.NONE;
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherVersionOfTheSame(String kind) {
        String text = Ladders.of(kind);

        Wire wire = verdict(text, text.replace("\"version\" : \"1\"", "\"version\" : \"2\""));

        assertEquals(REFUSED.contains(kind) ? Wire.NONE : Wire.DOCS_ONLY, wire);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatChangedAtTheEndIsFound(String kind) {
        Map<String, String> changed = Ladders.changed();

        Wire wire = verdict(Ladders.of(kind), changed.getOrDefault(kind, ""));

        boolean unreached = kind.equals("discriminators"); // whose end nothing leads to
        boolean refused = REFUSED.contains(kind) || kind.equals("300 variants alike");
        assertEquals(refused ? Wire.NONE : unreached ? Wire.DOCS_ONLY : Wire.BREAKING, wire);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void otherNames(String kind) {
        String text = Ladders.of(kind);

        Wire wire = verdict(text, renamed(text));

        assertTrue(wire == Wire.NONE || wire == Wire.DOCS_ONLY, wire.text());
    }

    /** Payloads that the vendor sends are compared as a whole, whatever leads into each other in them. */
    @Test
    void webhooks() {
        String hook =
                "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {}, \"webhooks\": {\"end\": {\"post\":"
                        + " {\"requestBody\": {\"content\": {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/Top\"}}}},"
                        + " \"responses\": {}}}}, \"components\": ";
        String schemas = Ladders.of("1,500 with properties of each other");
        String components = schemas.substring(schemas.indexOf("\"components\" : ") + "\"components\" : ".length());

        Comparison same = compared(hook + components, hook.replace("\"1\"", "\"2\"") + components);

        assertEquals(Wire.DOCS_ONLY, same.wire());
    }
}
